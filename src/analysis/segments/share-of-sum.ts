import type { Interval } from "../intervals/interval.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** Sums over customers' values. */
export interface ValueSums {
  sum: number;
  squares: number;
}

/**
 * The share that some customers have of a sum over all, with its interval by linearisation: what `ratioInterval` gives, from sums already made.
 *
 * @param part Sums over some of the customers.
 * @param whole Sums over all of them.
 * @param count How many they all are.
 * @param level The confidence level, such as 0.95.
 * @returns Null where there are fewer than two customers or the whole is not above 0.
 * @example shareOfSum({ sum: 2, squares: 2 }, { sum: 4, squares: 4 }, 4)?.ratio // 0.5
 * @see Cochran (1977), Sampling techniques, section 6.4
 */
export function shareOfSum(part: ValueSums, whole: ValueSums, count: number, level = 0.95): (Interval & { ratio: number }) | null {
  if (count < 2 || !(whole.sum > 0)) return null;
  const ratio = part.sum / whole.sum;
  const errors = Math.max(0, part.squares * (1 - 2 * ratio) + ratio * ratio * whole.squares);
  const reach = -normalQuantile((1 - level) / 2) * (Math.sqrt((count / (count - 1)) * errors) / whole.sum);
  return { ratio, lower: ratio - reach, upper: ratio + reach };
}
