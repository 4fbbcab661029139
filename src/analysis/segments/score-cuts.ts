import { quantile } from "../quantile.ts";

/**
 * Cuts that give every value the score of its middle rank: ⌈groups · (less + equal / 2) / n⌉. Equal values always get equal scores, so groups
 * may differ in size, and some may be empty.
 *
 * @param sorted Numbers in increasing order, without NaN.
 * @param groups How many scores there are.
 * @returns `groups` − 1 cuts: a value's score is 1 + the number of cuts below it. −∞ where a score has nobody below.
 * @example midRankCuts(Float64Array.of(1, 1, 1, 2, 9), 5) // [-Infinity, 1, 1, 2]
 */
export function midRankCuts(sorted: Float64Array, groups: number): Float64Array {
  const cuts = new Float64Array(groups - 1).fill(-Infinity);
  const { length } = sorted;
  for (let from = 0; from < length;) {
    const value = sorted[from]!;
    let to = from + 1;
    while (to < length && sorted[to] === value) to++;
    const middle = (from + (to - from) / 2) / length;
    const score = Math.min(groups, Math.max(1, Math.ceil(groups * middle)));
    for (let cut = score - 1; cut < groups - 1; cut++) cuts[cut] = value;
    from = to;
  }
  return cuts;
}

/**
 * Cuts at the quantiles (type 7). Where many values are equal, cuts coincide and the scores between them have nobody.
 *
 * @param sorted Numbers in increasing order, without NaN.
 * @returns `groups` − 1 cuts; a value equal to a cut belongs below it.
 * @example quantileCuts(Float64Array.of(1, 2, 3, 4, 5, 6), 5) // [2, 3, 4, 5]
 */
export function quantileCuts(sorted: Float64Array, groups: number): Float64Array {
  return Float64Array.from({ length: groups - 1 }, (_, cut) => quantile(sorted, (cut + 1) / groups));
}

/**
 * A value's score from cuts: 1 + the number of cuts below it.
 *
 * @example scoreOf(3, [1, 2, 3, 6]) // 3
 */
export function scoreOf(value: number, cuts: ArrayLike<number>): number {
  let score = 1;
  for (let cut = 0; cut < cuts.length; cut++) if (cuts[cut]! < value) score++;
  return score;
}
