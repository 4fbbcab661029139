const edge = 1e-15;

/**
 * The mean squared distance of probabilities from what happened (Brier's score), over weighted rows.
 *
 * A constant forecast of the base rate r scores r(1 − r): compare with it, never with 0.
 *
 * @param weights How often each row counts; once, if left out.
 * @example brier(Float64Array.of(0.5, 1), Uint8Array.of(0, 1)) // 0.125
 * @see Brier (1950), Verification of forecasts expressed in terms of probability
 */
export function brier(probabilities: Float64Array, outcomes: Uint8Array, weights?: Uint8Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    sum += weight * (probabilities[row]! - outcomes[row]!) ** 2;
    total += weight;
  }
  return sum / total;
}

/**
 * The mean of −ln(probability given to what happened), with probabilities kept 1e-15 away from 0 and 1.
 *
 * One sure mistake outweighs much else.
 *
 * @example logLoss(Float64Array.of(0.5), Uint8Array.of(1)) // 0.6931471805599453
 */
export function logLoss(probabilities: Float64Array, outcomes: Uint8Array, weights?: Uint8Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    const inside = Math.min(1 - edge, Math.max(edge, probabilities[row]!));
    sum -= weight * Math.log(outcomes[row] === 1 ? inside : 1 - inside);
    total += weight;
  }
  return sum / total;
}
