import { coalitionRate } from "./coalition-rate.ts";
import { shapleyValues } from "./shapley-values.ts";
import { subsetSums } from "./subset-sums.ts";

/** Journeys by the set of channels they hold. */
export interface ChannelSets {
  channels: number;
  /** The channels of set `s` are `members[offsets[s]]` to `members[offsets[s + 1] − 1]`. */
  offsets: Uint32Array;
  members: Int32Array;
}

/** More channels than this are sampled. */
export const mostExactChannels = 15;

/**
 * Shapley's values of the rate game, exact: the worth of a coalition is the conversion rate of journeys within it.
 *
 * A channel of journeys that convert worse than others gets a negative value. Who chooses a channel differs from who does not, so this is no more
 * causal than the other models.
 *
 * @param conversions Per set. @param journeys Per set, converting or not.
 * @returns Per channel; together the rate of all journeys.
 */
export function rateShapley({ channels, offsets, members }: ChannelSets, conversions: Float64Array, journeys: Float64Array): Float64Array {
  const won = new Float64Array(2 ** channels);
  const all = new Float64Array(2 ** channels);
  for (let set = 0; set + 1 < offsets.length; set++) {
    let mask = 0;
    for (let place = offsets[set]!; place < offsets[set + 1]!; place++) mask |= 1 << members[place]!;
    won[mask]! += conversions[set]!;
    all[mask]! += journeys[set]!;
  }
  subsetSums(won);
  subsetSums(all);
  const usual = all.at(-1)! > 0 ? won.at(-1)! / all.at(-1)! : 0;
  const worth = won.map((conversions, mask) => (mask === 0 ? 0 : coalitionRate(conversions, all[mask]!, usual)));
  return shapleyValues(worth);
}
