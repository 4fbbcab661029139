import type { Pause } from "../pause.ts";
import type { Chain } from "./chain.ts";
import type { ChainCounts } from "./chain-counts.ts";
import type { PathCredit } from "./path-credit.ts";
import type { Paths } from "./paths.ts";

/** How often a path counts in each replicate, as a path that converted and as one that did not. Replicate 0 is the data as they are. */
export type Weigh = (path: number, converted: Float64Array, ended: Float64Array) => void;

/** What is added up, and how. */
export interface Plan {
  /** Replicates, the data as they are included. */
  replicates: number;
  /** Channels of each path and what each of `models` gives them: credit at `model × capacity + place`. */
  credits: (path: number) => PathCredit;
  models: number;
  /** Chains whose steps are counted. */
  chains: readonly Chain[];
  /** The set of channels of each path, −1 for none, and how many sets there are; null where they are not wanted. */
  sets: { of: Int32Array; count: number } | null;
}

/** Sums over paths, each with one number per replicate at `thing × replicates + replicate`. */
export interface ResampledSums {
  /** Per model and channel, `model × channels + channel`. */
  conversions: Float64Array;
  values: Float64Array;
  /** Of conversions without a touch. */
  none: { conversions: Float64Array; values: Float64Array };
  chains: ChainCounts[];
  sets: { conversions: Float64Array; journeys: Float64Array } | null;
}

const slice = 1024;

function addTo(sums: Float64Array, thing: number, weights: Float64Array, amount: number): void {
  const replicates = weights.length;
  const base = thing * replicates;
  for (let replicate = 0; replicate < replicates; replicate++) sums[base + replicate]! += weights[replicate]! * amount;
}

/**
 * Adds up in one walk over the paths what every model needs, in the data and in each replicate of a bootstrap.
 *
 * @param weigh Asked once per path, in order.
 */
export async function resampledSums(paths: Paths, plan: Plan, weigh: Weigh, pause: Pause): Promise<ResampledSums> {
  const { replicates, credits, models, chains, sets } = plan;
  const { channels, count } = paths;
  const make = (things: number) => new Float64Array(things * replicates);
  const sums: ResampledSums = {
    conversions: make(models * channels),
    values: make(models * channels),
    none: { conversions: make(1), values: make(1) },
    chains: chains.map(({ from, states }) => ({ taken: make(from.length), conversions: make(states), nulls: make(states), values: make(states) })),
    sets: sets === null ? null : { conversions: make(sets.count), journeys: make(sets.count) },
  };
  const [won, lost, all] = [new Float64Array(replicates), new Float64Array(replicates), new Float64Array(replicates)];
  for (let path = 0; path < count; path++) {
    if (path % slice === 0) {
      const wait = pause(path / count);
      if (wait) await wait;
    }
    weigh(path, won, lost);
    const worth = paths.conversions[path]! > 0 ? paths.values[path]! / paths.conversions[path]! : 0;
    const start = paths.starts[path]!;
    const end = paths.ends[path]!;
    if (start === end) {
      addTo(sums.none.conversions, 0, won, 1);
      addTo(sums.none.values, 0, won, worth);
      continue;
    }
    for (let replicate = 0; replicate < replicates; replicate++) all[replicate] = won[replicate]! + lost[replicate]!;
    if (paths.conversions[path]! > 0) {
      const { channels: held, distinct, credit, capacity } = credits(path);
      for (let model = 0; model < models; model++) {
        for (let place = 0; place < distinct; place++) {
          const share = credit[model * capacity + place]!;
          if (share === 0) continue;
          addTo(sums.conversions, model * channels + held[place]!, won, share);
          if (worth !== 0) addTo(sums.values, model * channels + held[place]!, won, share * worth);
        }
      }
    }
    for (let order = 0; order < chains.length; order++) {
      const { edge, to } = chains[order]!;
      const into = sums.chains[order]!;
      let state = 0;
      for (let touch = start; touch < end; touch++) {
        const taken = edge[state * channels + paths.channel[touch]!]!;
        addTo(into.taken, taken, all, 1);
        state = to[taken]!;
      }
      if (paths.conversions[path]! > 0) {
        addTo(into.conversions, state, won, 1);
        if (worth !== 0) addTo(into.values, state, won, worth);
      }
      if (paths.nulls[path]! > 0) addTo(into.nulls, state, lost, 1);
    }
    if (sums.sets !== null) {
      addTo(sums.sets.conversions, sets!.of[path]!, won, 1);
      addTo(sums.sets.journeys, sets!.of[path]!, all, 1);
    }
  }
  return sums;
}

/** One replicate's part of sums. */
export function replicateOf(sums: Float64Array, replicates: number, replicate: number): Float64Array {
  const part = new Float64Array(sums.length / replicates);
  for (let thing = 0; thing < part.length; thing++) part[thing] = sums[thing * replicates + replicate]!;
  return part;
}
