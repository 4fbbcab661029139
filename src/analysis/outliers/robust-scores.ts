import { quantile } from "../quantile.ts";

/** Makes the median absolute deviation of normal numbers their standard deviation. */
const normal = 1.4826;

/**
 * How far each number lies from the median, in robust standard deviations: (x − median) / (1.4826 · MAD).
 *
 * Says nothing where more than half of the numbers are equal: all scores are 0 then. Numbers with a rhythm, such as days with weekends, have a
 * wide deviation that hides small outliers.
 *
 * @param numbers Without NaN.
 * @returns One score per number, negative below the median.
 * @example robustScores([1, 2, 3, 4, 100])[4] // (100 − 3) / 1.4826, or 65.4
 * @see Iglewicz and Hoaglin (1993), How to detect and handle outliers
 */
export function robustScores(numbers: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(numbers);
  const median = quantile(values.toSorted(), 0.5);
  const deviation = normal * quantile(values.map((value) => Math.abs(value - median)).sort(), 0.5);
  return values.map((value) => (deviation > 0 ? (value - median) / deviation : 0));
}
