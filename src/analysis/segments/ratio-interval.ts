import type { Interval } from "../intervals/interval.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/**
 * The ratio of two sums over the same customers with its interval, by linearisation: the standard error of Σ part / Σ whole is that of the mean
 * of part − ratio · whole.
 *
 * It is too narrow where a few customers make up most of the sum.
 *
 * @param part @param whole One number per customer.
 * @param level The confidence level, such as 0.95.
 * @returns Null where there are fewer than two customers or the whole is not above 0.
 * @example ratioInterval(Float64Array.of(1, 0, 1, 0), Float64Array.of(1, 1, 1, 1))?.ratio // 0.5
 * @see Cochran (1977), Sampling techniques, section 6.4
 */
export function ratioInterval(part: Float64Array, whole: Float64Array, level = 0.95): (Interval & { ratio: number }) | null {
  const count = whole.length;
  let [above, below, errors] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    above += part[at]!;
    below += whole[at]!;
  }
  if (count < 2 || !(below > 0)) return null;
  const ratio = above / below;
  for (let at = 0; at < count; at++) errors += (part[at]! - ratio * whole[at]!) ** 2;
  const reach = -normalQuantile((1 - level) / 2) * (Math.sqrt((count / (count - 1)) * errors) / below);
  return { ratio, lower: ratio - reach, upper: ratio + reach };
}
