import { random } from "../random/random.ts";
import { coalitionRate } from "./coalition-rate.ts";
import type { ChannelSets } from "./rate-shapley.ts";

const leastPairs = 50;
const mostPairs = 5_000;

/** Values with their standard errors. */
export interface SampledShapley {
  values: Float64Array;
  errors: Float64Array;
  /** How many orders were drawn. */
  orders: number;
}

/**
 * Shapley's values of the rate game by drawing orders in which channels join, each with its reverse.
 *
 * @param conversions Per set. @param journeys Per set, converting or not.
 * @param accuracy The standard error at which to stop, as a part of the rate of all journeys.
 * @see Castro, Gómez and Tejada (2009), Polynomial calculation of the Shapley value based on sampling; Mitchell et al. (2022) on antithetic orders
 */
export function sampledRateShapley(
  { channels, offsets, members }: ChannelSets,
  conversions: Float64Array,
  journeys: Float64Array,
  seed: number,
  accuracy = 0.005,
): SampledShapley {
  const draw = random(seed, 0x5ab1e);
  const sets = offsets.length - 1;
  let [won, all] = [0, 0];
  for (let set = 0; set < sets; set++) {
    won += conversions[set]!;
    all += journeys[set]!;
  }
  const usual = all > 0 ? won / all : 0;
  const order = Int32Array.from({ length: channels }, (_, channel) => channel);
  const place = new Int32Array(channels);
  const [joinedWon, joinedAll] = [new Float64Array(channels), new Float64Array(channels)];
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  const pair = new Float64Array(channels);
  const join = () => {
    order.forEach((channel, at) => (place[channel] = at));
    joinedWon.fill(0);
    joinedAll.fill(0);
    // A journey counts from the moment the last of its channels has joined.
    for (let set = 0; set < sets; set++) {
      let latest = 0;
      for (let at = offsets[set]!; at < offsets[set + 1]!; at++) latest = Math.max(latest, place[members[at]!]!);
      joinedWon[latest]! += conversions[set]!;
      joinedAll[latest]! += journeys[set]!;
    }
    let [before, sold, seen] = [0, 0, 0];
    for (let at = 0; at < channels; at++) {
      sold += joinedWon[at]!;
      seen += joinedAll[at]!;
      const rate = coalitionRate(sold, seen, usual);
      pair[order[at]!]! += (rate - before) / 2;
      before = rate;
    }
  };
  let pairs = 0;
  let errors = new Float64Array(channels);
  while (pairs < mostPairs) {
    for (let at = channels - 1; at > 0; at--) {
      const other = Math.floor(draw() * (at + 1));
      const swapped = order[at]!;
      order[at] = order[other]!;
      order[other] = swapped;
    }
    pair.fill(0);
    join();
    order.reverse();
    join();
    pairs++;
    for (let channel = 0; channel < channels; channel++) {
      sums[channel]! += pair[channel]!;
      squares[channel]! += pair[channel]! ** 2;
    }
    if (pairs < leastPairs || pairs % 10 !== 0) continue;
    errors = sums.map((sum, channel) => Math.sqrt(Math.max(0, squares[channel]! - sum ** 2 / pairs) / (pairs - 1) / pairs));
    if (errors.every((error) => error < accuracy * usual)) break;
  }
  return { values: sums.map((sum) => sum / pairs), errors, orders: 2 * pairs };
}
