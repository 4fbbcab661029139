import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { channelSets } from "../../../src/analysis/attribution/channel-sets.ts";
import { coalitionRate } from "../../../src/analysis/attribution/coalition-rate.ts";
import { pathCredits, pathModels } from "../../../src/analysis/attribution/path-credit.ts";
import { rateShapley } from "../../../src/analysis/attribution/rate-shapley.ts";
import { sampledRateShapley } from "../../../src/analysis/attribution/sampled-rate-shapley.ts";
import { shapleyValues } from "../../../src/analysis/attribution/shapley-values.ts";
import { subsetSums } from "../../../src/analysis/attribution/subset-sums.ts";
import { pathsOf, type Way } from "./paths-of.ts";

function* permutations(rest: readonly number[], made: readonly number[] = []): Generator<readonly number[]> {
  if (rest.length === 0) yield made;
  for (const player of rest)
    yield* permutations(
      rest.filter((other) => other !== player),
      [...made, player],
    );
}

/** Shapley's values by his own definition: the mean of what each player adds, over all orders. */
function byOrders(worth: Float64Array, players: number): number[] {
  const values = Array.from({ length: players }, () => 0);
  let orders = 0;
  for (const order of permutations(Array.from({ length: players }, (_, player) => player))) {
    orders++;
    let joined = 0;
    for (const player of order) {
      values[player]! += worth[joined | (1 << player)]! - worth[joined]!;
      joined |= 1 << player;
    }
  }
  return values.map((value) => value / orders);
}

const game = fc
  .integer({ min: 1, max: 5 })
  .chain((players) => fc.array(fc.integer({ min: -50, max: 100 }), { minLength: 2 ** players, maxLength: 2 ** players }));
const way = fc.tuple(fc.stringMatching(/^[a-e]{1,6}$/), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 90 })) as fc.Arbitrary<Way>;
const ways = fc.array(way, { minLength: 1, maxLength: 12 });

test("shapleyValues of a small game are those of all orders by hand", () => {
  // v(A,B,C,AB,AC,BC,ABC) = 10,20,5,40,18,30,60, worked out on paper over six orders.
  const worth = Float64Array.of(0, 10, 20, 40, 5, 18, 30, 60);
  expect(Array.from(shapleyValues(worth), (value) => value.toFixed(4))).toEqual(["18.8333", "29.8333", "11.3333"]);
});

test.prop([game])("shapleyValues are the mean over all orders of joining", (worth) => {
  const found = shapleyValues(Float64Array.from(worth));
  byOrders(Float64Array.from(worth), found.length).forEach((value, player) => expect(found[player]).toBeCloseTo(value, 9));
});

test.prop([game])("subsetSums add up what every subset holds", (values) => {
  const sums = subsetSums(Float64Array.from(values));
  values.forEach((_, set) => {
    const expected = values.reduce((sum, value, part) => ((part & set) === part ? sum + value : sum), 0);
    expect(sums[set]).toBe(expected);
  });
});

test.prop([ways])("pathCredits by Shapley is Shapley's value of the conversions within a coalition", (all) => {
  const paths = pathsOf(all);
  const worth = new Float64Array(32);
  for (const [steps, conversions] of all)
    worth[[...new Set(steps)].reduce((set, letter) => set | (1 << (letter.charCodeAt(0) - 97)), 0)]! += conversions;
  const expected = byOrders(subsetSums(worth), 5);
  const credits = pathCredits(paths, { direct: new Uint8Array(5), position: { first: 0.4, middle: 0.2, last: 0.4 }, halfLife: 1 });
  const found = new Float64Array(5);
  all.forEach(([, conversions], path) => {
    const { channels, distinct, credit, capacity } = credits(path);
    for (let place = 0; place < distinct; place++)
      found[channels[place]!]! += conversions * credit[pathModels.indexOf("shapley") * capacity + place]!;
  });
  expected.forEach((value, channel) => expect(found[channel]).toBeCloseTo(value, 9));
});

const rates = (all: readonly Way[]) => {
  const sets = channelSets(pathsOf(all));
  const [won, seen] = [new Float64Array(sets.offsets.length - 1), new Float64Array(sets.offsets.length - 1)];
  all.forEach(([, conversions, nulls], path) => {
    won[sets.of[path]!]! += conversions;
    seen[sets.of[path]!]! += conversions + nulls;
  });
  return { sets, won, seen };
};

test.prop([ways])("rateShapley is Shapley's value of the conversion rate within a coalition", (all) => {
  const { sets, won, seen } = rates(all);
  const usual = seen.reduce((sum, count) => sum + count, 0) > 0 ? won.reduce((a, b) => a + b, 0) / seen.reduce((a, b) => a + b, 0) : 0;
  const worth = Float64Array.from({ length: 32 }, (_, coalition) => {
    if (coalition === 0) return 0;
    const inside = all.filter(([steps]) => Array.from(steps).every((letter) => (coalition & (1 << (letter.charCodeAt(0) - 97))) !== 0));
    const conversions = inside.reduce((sum, path) => sum + path[1], 0);
    return coalitionRate(conversions, conversions + inside.reduce((sum, path) => sum + path[2], 0), usual);
  });
  byOrders(worth, 5).forEach((value, channel) => expect(rateShapley(sets, won, seen)[channel]).toBeCloseTo(value, 9));
});

test("sampledRateShapley comes near the exact values, and says how near", () => {
  const { sets, won, seen } = rates([
    ["ab", 30, 70],
    ["abc", 60, 100],
    ["c", 10, 200],
    ["de", 40, 90],
    ["ea", 20, 80],
    ["bd", 5, 60],
  ]);
  const exact = rateShapley(sets, won, seen);
  const { values, errors } = sampledRateShapley(sets, won, seen, 1);
  exact.forEach((value, channel) => expect(Math.abs(values[channel]! - value)).toBeLessThan(5 * errors[channel]! + 1e-12));
});
