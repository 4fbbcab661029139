import type { Chain } from "./chain.ts";
import type { Paths } from "./paths.ts";

const folds = 5;
/** What every possible next step is counted beforehand, so that a step never seen is rare and not impossible. */
const prior = 0.5;

/**
 * How well a chain foretells paths it has not seen: the mean natural logarithm of the probability of a path, over five folds.
 *
 * Higher is better. More memory always fits better; here it must also foretell better.
 *
 * @param fold Per path 0 to 4.
 * @returns NaN of no paths.
 */
export function heldOutLikelihood(paths: Paths, { channels, states, edge, to }: Chain, fold: Uint8Array): number {
  const width = channels + 2;
  const counts = new Map<number, Float64Array>();
  const outs = new Float64Array(states * folds);
  let total = 0;
  const add = (state: number, next: number, part: number, times: number) => {
    const key = state * width + next;
    let sums = counts.get(key);
    if (sums === undefined) counts.set(key, (sums = new Float64Array(folds)));
    sums[part]! += times;
    outs[state * folds + part]! += times;
  };
  for (let path = 0; path < paths.count; path++) {
    if (paths.starts[path] === paths.ends[path]) continue;
    const part = fold[path]!;
    const times = paths.conversions[path]! + paths.nulls[path]!;
    total += times;
    let state = 0;
    for (let touch = paths.starts[path]!; touch < paths.ends[path]!; touch++) {
      add(state, paths.channel[touch]!, part, times);
      state = to[edge[state * channels + paths.channel[touch]!]!]!;
    }
    add(state, channels, part, paths.conversions[path]!);
    add(state, channels + 1, part, paths.nulls[path]!);
  }
  let likelihood = 0;
  for (const [key, sums] of counts) {
    const state = Math.floor(key / width);
    let [count, out] = [0, 0];
    for (let part = 0; part < folds; part++) {
      count += sums[part]!;
      out += outs[state * folds + part]!;
    }
    for (let part = 0; part < folds; part++) {
      if (sums[part]! > 0) likelihood += sums[part]! * Math.log((count - sums[part]! + prior) / (out - outs[state * folds + part]! + prior * width));
    }
  }
  return total > 0 ? likelihood / total : Number.NaN;
}
