/**
 * Ranks from 1; equal values share the mean of their ranks.
 *
 * @param values Without NaN.
 * @example midRanks(Float64Array.of(3, 1, 3)) // [2.5, 1, 2.5]
 */
export function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((left, right) => values[left]! - values[right]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
