import { studentQuantile } from "../special/student-quantile.ts";
import type { Interval } from "./interval.ts";

/**
 * A mean with Student's t interval, from the sums of the values and of their squares.
 *
 * It takes the values for independent: with several answers of a customer, give the customer's mean. Of few and skewed values it is too narrow.
 *
 * @param count How many values; of fewer than two the bounds are NaN, and of none the mean too.
 * @param level The confidence level, such as 0.95.
 * @example meanInterval(3, 6, 14) // { mean: 2, lower: −0.484…, upper: 4.484… }
 * @see Student (1908), The probable error of a mean
 */
export function meanInterval(count: number, sum: number, squares: number, level = 0.95): Interval & { mean: number } {
  const mean = count > 0 ? sum / count : Number.NaN;
  if (count < 2) return { mean, lower: Number.NaN, upper: Number.NaN };
  const variance = Math.max(0, squares - sum * mean) / (count - 1);
  const reach = studentQuantile((1 + level) / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, lower: mean - reach, upper: mean + reach };
}
