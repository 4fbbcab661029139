/**
 * The share of all with the outcome found among the highest scores, at each of several depths.
 *
 * Where a depth falls among equal scores, their outcomes count in proportion. It says what a list finds, not what contacting it changes.
 *
 * @param order Rows from the highest score to the lowest.
 * @param depths Shares of all rows, in increasing order.
 * @param weights How often each row counts; once, if left out.
 * @param found Filled with one share per depth; NaN when nobody has the outcome.
 * @example gains(scores, outcomes, descending(scores), [0.1, 0.2], undefined, new Float64Array(2));
 */
export function gains(
  scores: Float64Array,
  outcomes: Uint8Array,
  order: Uint32Array,
  depths: readonly number[],
  weights: Uint8Array | undefined,
  found: Float64Array,
): Float64Array {
  let total = 0;
  let all = 0;
  for (let row = 0; row < order.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    total += weight;
    all += weight * outcomes[row]!;
  }
  let seen = 0;
  let hits = 0;
  let depth = 0;
  for (let from = 0; from < order.length && depth < depths.length;) {
    let count = 0;
    let ones = 0;
    let to = from;
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) {
      const weight = weights === undefined ? 1 : weights[order[to]!]!;
      count += weight;
      ones += weight * outcomes[order[to]!]!;
    }
    for (; depth < depths.length && depths[depth]! * total <= seen + count + 1e-9; depth++) {
      const part = count === 0 ? 0 : (depths[depth]! * total - seen) / count;
      found[depth] = all === 0 ? Number.NaN : (hits + part * ones) / all;
    }
    seen += count;
    hits += ones;
    from = to;
  }
  for (; depth < depths.length; depth++) found[depth] = all === 0 ? Number.NaN : 1;
  return found;
}
