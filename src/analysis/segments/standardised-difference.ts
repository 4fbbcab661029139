/** Sums over a group's values: how many, their sum, and the sum of their squares. */
export interface Moments {
  count: number;
  sum: number;
  squares: number;
}

/**
 * Cohen's d: the difference of two groups' means in units of their standard deviation, the root of the mean of both variances. About 0.2 is
 * small, 0.5 medium, 0.8 large.
 *
 * For shares, give values of 0 and 1. Squares of large numbers lose digits: take a common middle off first.
 *
 * @returns NaN where a group is empty or nothing varies.
 * @example standardisedDifference({ count: 2, sum: 6, squares: 20 }, { count: 2, sum: 2, squares: 4 }) // 2
 * @see Cohen (1988), Statistical power analysis; Austin (2009), Balance diagnostics, for shares
 */
export function standardisedDifference(one: Moments, other: Moments): number {
  const mean = (group: Moments) => group.sum / group.count;
  const variance = (group: Moments) => Math.max(0, group.squares / group.count - mean(group) ** 2);
  const deviation = Math.sqrt((variance(one) + variance(other)) / 2);
  return deviation > 0 ? (mean(one) - mean(other)) / deviation : Number.NaN;
}
