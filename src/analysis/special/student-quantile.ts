import { normalQuantile } from "./normal-quantile.ts";

/**
 * The quantile function of Student's t distribution, to about six digits.
 *
 * @param p A probability between 0 and 1.
 * @param freedom Degrees of freedom, at least 1.
 * @example studentQuantile(0.975, 10) // 2.2281…
 * @see Hill (1970), Algorithm 396: Student's t-quantiles
 */
export function studentQuantile(p: number, freedom: number): number {
  const sign = p < 0.5 ? -1 : 1;
  const tails = 2 * Math.min(p, 1 - p);
  if (tails >= 1) return 0;
  if (freedom === 1) return sign / Math.tan((tails * Math.PI) / 2);
  if (freedom === 2) return sign * Math.sqrt(2 / (tails * (2 - tails)) - 2);
  const a = 1 / (freedom - 0.5);
  const b = 48 / (a * a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  let y = (d * tails) ** (2 / freedom);
  if (y > 0.05 + a) {
    const x = normalQuantile(tails / 2);
    y = x * x;
    if (freedom < 5) c += 0.3 * (freedom - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    const inner = 1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4);
    y = ((inner * y - 1) * (freedom + 1)) / (freedom + 2) + 1 / y;
  }
  return sign * Math.sqrt(freedom * y);
}
