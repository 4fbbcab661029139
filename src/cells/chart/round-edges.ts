/**
 * Round edges of about so many bins of equal width that hold a range.
 *
 * Whole numbers get bins at least 1 wide.
 *
 * @param bins How many are wanted; there may be up to twice as few or half as many more.
 * @example roundEdges(1, 29, 6, true) // [0, 5, 10, 15, 20, 25, 30]
 */
export function roundEdges(least: number, greatest: number, bins: number, whole: boolean): number[] {
  const spread = greatest - least || Math.abs(least) / 10 || 1;
  const raw = spread / bins;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.999) ?? 10;
  const width = whole ? Math.max(1, Number((factor * power).toPrecision(12))) : Number((factor * power).toPrecision(12));
  const first = Math.floor(Number((least / width).toPrecision(12)));
  const end = Math.floor(Number((greatest / width).toPrecision(12))) + 1;
  const isAtEdge = !whole && end - 1 > first && (end - 1) * width === greatest;
  const last = isAtEdge ? end - 1 : end;
  return Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * width).toPrecision(12)));
}
