/**
 * Average precision: the mean, over those with the outcome, of the precision at their score. Steps, no trapezoids; equal scores are one threshold.
 *
 * Its floor is the base rate, so values of data with different base rates do not compare.
 *
 * @param order Rows from the highest score to the lowest.
 * @param weights How often each row counts; once, if left out.
 * @returns From 0 to 1; NaN when nobody has the outcome.
 * @example averagePrecision(Float64Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1), Uint32Array.of(3, 1, 2, 0)) // 0.8333…
 * @see Davis and Goadrich (2006), The relationship between precision-recall and ROC curves
 */
export function averagePrecision(scores: Float64Array, outcomes: Uint8Array, order: Uint32Array, weights?: Uint8Array): number {
  let seen = 0;
  let hits = 0;
  let sum = 0;
  for (let from = 0; from < order.length;) {
    let found = 0;
    let to = from;
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) {
      const weight = weights === undefined ? 1 : weights[order[to]!]!;
      seen += weight;
      found += weight * outcomes[order[to]!]!;
    }
    hits += found;
    if (found > 0) sum += (found * hits) / seen;
    from = to;
  }
  return hits === 0 ? Number.NaN : sum / hits;
}
