import { studentQuantile } from "../special/student-quantile.ts";
import type { Interval } from "./interval.ts";

/** A sample by its size, sum and sum of squares. */
export interface Sums {
  count: number;
  sum: number;
  squares: number;
}

/**
 * The difference of two independent means, first minus second, with Welch's interval.
 *
 * Of few and skewed values it is too narrow.
 *
 * @param first @param second At least two values each, or the bounds are NaN.
 * @param level The confidence level, such as 0.95.
 * @example welchDifference({ count: 3, sum: 9, squares: 29 }, { count: 3, sum: 6, squares: 14 }).difference // 1
 * @see Welch (1947), The generalization of Student's problem when several different population variances are involved
 */
export function welchDifference(first: Sums, second: Sums, level = 0.95): Interval & { difference: number } {
  const spread = ({ count, sum, squares }: Sums) => Math.max(0, squares - (sum * sum) / count) / (count - 1) / count;
  const difference = first.sum / first.count - second.sum / second.count;
  if (first.count < 2 || second.count < 2) return { difference, lower: Number.NaN, upper: Number.NaN };
  const [a, b] = [spread(first), spread(second)];
  if (a + b === 0) return { difference, lower: difference, upper: difference };
  const freedom = (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1));
  const reach = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(a + b);
  return { difference, lower: difference - reach, upper: difference + reach };
}
