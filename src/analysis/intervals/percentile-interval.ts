import { quantile } from "../quantile.ts";
import type { Interval } from "./interval.ts";

/**
 * The middle part of bootstrap replicates: the percentile interval.
 *
 * It is too narrow for few customers (below about 30) and off to one side for skewed sums; replicates that could not be computed are left out.
 *
 * @param replicates One number per replicate, in any order; NaN where a replicate drew nobody. Sorted in place.
 * @param level The confidence level, such as 0.95.
 * @returns Null when no replicate gave a number.
 * @example percentileInterval(Float64Array.of(3, 1, 2), 0.5) // { lower: 1.5, upper: 2.5 }
 * @see Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13
 */
export function percentileInterval(replicates: Float64Array, level = 0.95): Interval | null {
  replicates.sort();
  let usable = replicates.length;
  while (usable > 0 && Number.isNaN(replicates[usable - 1]!)) usable--;
  if (usable === 0) return null;
  const sorted = replicates.subarray(0, usable);
  return { lower: quantile(sorted, (1 - level) / 2), upper: quantile(sorted, (1 + level) / 2) };
}
