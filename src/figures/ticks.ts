/**
 * Round values within a range for an axis, at steps of 1, 2 or 5 times a power of ten.
 *
 * @param most How many there may be.
 * @example ticks(0.08, 0.285, 5) // [0.1, 0.15, 0.2, 0.25]
 */
export function ticks(least: number, greatest: number, most: number): number[] {
  if (!(greatest > least)) return [least];
  const power = 10 ** Math.floor(Math.log10((greatest - least) / most));
  for (const factor of [1, 2, 5, 10, 20]) {
    const step = power * factor;
    const first = Math.ceil(Number((least / step).toPrecision(12)));
    const last = Math.floor(Number((greatest / step).toPrecision(12)));
    if (last - first < most) return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  }
  return [least];
}

/**
 * How many places apart labels stand so that they do not touch: 1, 2, 5, 10, 20, ….
 *
 * @param room Px per place.
 * @param label Px a label needs, with its gap.
 * @example every(7, 30) // 5
 */
export function every(room: number, label: number): number {
  let power = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) if (room * factor * power >= label) return factor * power;
    power *= 10;
    if (power > 1e6) return power;
  }
}
