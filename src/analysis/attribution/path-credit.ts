import type { Paths } from "./paths.ts";
import { positionWeights, type PositionRule } from "./position-weights.ts";

/** The models that share out each conversion by its own path alone, in this order. */
export const pathModels = ["first", "last", "last_non_direct", "linear", "position", "time_decay", "shapley"] as const;

export interface CreditRules {
  /** 1 for each channel that is a direct visit. */
  direct: Uint8Array;
  position: PositionRule;
  /** Milliseconds in which a touch loses half its weight; in a path without times each step back halves it. */
  halfLife: number;
}

/** What one path gives to its channels. */
export interface PathCredit {
  /** The distinct channels of the path, by first occurrence. */
  channels: Int32Array;
  /** How many they are. */
  distinct: number;
  /** Credit of `pathModels[m]` to `channels[i]` at `m × capacity + i`; each model's adds up to 1. */
  credit: Float64Array;
  capacity: number;
}

/**
 * Prepares to share out conversions: the result is written into one record again and again, so that a million paths allocate nothing.
 *
 * Shapley's value of v(S) = conversions whose channels all lie in S has a closed form: a conversion is shared equally by its distinct channels.
 *
 * @returns A function of the path; one without touches gives no channels.
 * @example pathCredits(paths, rules)(0).credit[0] // what the first touch's model gives to the first channel
 * @see Zhao, Mahboobi and Bagheri (2018), Shapley value methods for attribution modeling in online advertising
 */
export function pathCredits(paths: Paths, { direct, position, halfLife }: CreditRules): (path: number) => PathCredit {
  const capacity = paths.channels;
  const made: PathCredit = { channels: new Int32Array(capacity), distinct: 0, credit: new Float64Array(pathModels.length * capacity), capacity };
  const seat = new Int32Array(paths.channels).fill(-1);
  const positions: (readonly number[])[] = [];
  const { channels, credit } = made;
  const { channel, time, at } = paths;
  const [first, last, lastNonDirect, linear, byPosition, decay, shapley] = pathModels.map((_, model) => model * capacity) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return (path) => {
    const start = paths.starts[path]!;
    const end = paths.ends[path]!;
    const touches = end - start;
    for (let place = 0; place < made.distinct; place++) seat[channels[place]!] = -1;
    let distinct = 0;
    for (let touch = start; touch < end; touch++) {
      const code = channel[touch]!;
      if (seat[code]! >= 0) continue;
      seat[code] = distinct;
      channels[distinct] = code;
      for (let model = 0; model < credit.length; model += capacity) credit[model + distinct] = 0;
      distinct++;
    }
    made.distinct = distinct;
    if (touches === 0) return made;
    credit[first + seat[channel[start]!]!] = 1;
    const final = seat[channel[end - 1]!]!;
    credit[last + final] = 1;
    let told = end - 1;
    while (told >= start && direct[channel[told]!] === 1) told--;
    credit[lastNonDirect + (told < start ? final : seat[channel[told]!]!)] = 1;
    const weights = (positions[touches] ??= positionWeights(touches, position));
    let total = 0;
    for (let touch = start; touch < end; touch++) {
      const of = seat[channel[touch]!]!;
      credit[linear + of]! += 1 / touches;
      credit[byPosition + of]! += weights[touch - start]!;
      const weight = time === null || at === null ? 2 ** (touch - end) : 2 ** ((time[touch]! - at[path]!) / halfLife);
      credit[decay + of]! += weight;
      total += weight;
    }
    for (let place = 0; place < distinct; place++) {
      // Touches so old that their weights vanish share equally.
      credit[decay + place] = total > 0 ? credit[decay + place]! / total : 1 / distinct;
      credit[shapley + place] = 1 / distinct;
    }
    return made;
  };
}
