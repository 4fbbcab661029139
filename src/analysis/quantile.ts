/**
 * A quantile of numbers in increasing order, interpolated between neighbours (type 7, the default of R, NumPy and Excel).
 *
 * Unsorted numbers give a wrong answer without a complaint.
 *
 * @param sorted Numbers in increasing order, without NaN.
 * @param probability From 0 to 1.
 * @returns NaN of no numbers.
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
