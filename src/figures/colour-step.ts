/** The least and the greatest value that colours stand for. */
export type Extent = readonly [number, number];

/**
 * The range colours cover: the values' own, widened to whole multiples of a step a person can read at its ends.
 *
 * @param unit What the ends are multiples of: 0.01 for shares that are shown in per cent.
 * @returns [0, unit] where there are no values.
 * @example colourExtent([0.052, 0.317], 0.01) // [0.05, 0.32]
 */
export function colourExtent(values: readonly number[], unit: number): Extent {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least > greatest) return [0, unit];
  // Rounded before flooring: 0.29 / 0.01 is 28.999999999999996.
  const steps = (value: number) => Number((value / unit).toPrecision(12));
  const low = Math.floor(steps(least));
  const high = Math.max(Math.ceil(steps(greatest)), low + 1);
  return [Number((low * unit).toPrecision(12)), Number((high * unit).toPrecision(12))];
}

/**
 * Which of `steps` equal steps of an extent a value falls in; values outside go to the nearest end.
 *
 * @returns An integer from 0 to steps − 1.
 * @example colourStep(0.32, [0.05, 0.32], 9) // 8
 */
export function colourStep(value: number, [least, greatest]: Extent, steps: number): number {
  const place = Math.floor(((value - least) / (greatest - least)) * steps);
  return Math.min(steps - 1, Math.max(0, place));
}
