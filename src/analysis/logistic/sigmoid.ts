/**
 * The probability of log odds: 1 / (1 + e^−x).
 *
 * Beyond ±37 the rarer outcome is kept and the other rounds to 1; use `softplus` for logarithms of it.
 *
 * @example sigmoid(0) // 0.5
 */
export function sigmoid(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}

/**
 * ln(1 + e^x) without overflow: the log loss of a 0 at log odds x.
 *
 * @example softplus(0) // 0.6931471805599453
 */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * The log odds of a probability, kept finite by staying 1e-15 away from 0 and 1.
 *
 * @example logit(0.5) // 0
 */
export function logit(probability: number): number {
  const inside = Math.min(1 - 1e-15, Math.max(1e-15, probability));
  return Math.log(inside / (1 - inside));
}
