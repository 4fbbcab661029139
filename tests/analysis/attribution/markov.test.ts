import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { chain } from "../../../src/analysis/attribution/chain.ts";
import type { ChainCounts } from "../../../src/analysis/attribution/chain-counts.ts";
import { firstOrderRemoval } from "../../../src/analysis/attribution/first-order-removal.ts";
import { heldOutLikelihood } from "../../../src/analysis/attribution/held-out-likelihood.ts";
import { higherOrderRemoval } from "../../../src/analysis/attribution/higher-order-removal.ts";
import type { Paths } from "../../../src/analysis/attribution/paths.ts";
import { resampledSums } from "../../../src/analysis/attribution/resampled-sums.ts";
import { transitionCounts } from "../../../src/analysis/attribution/transition-counts.ts";
import { random } from "../../../src/analysis/random/random.ts";
import { pathsOf, type Way } from "./paths-of.ts";

/** The chain of some order and its counts. */
async function counted(paths: Paths, order: number): Promise<[ReturnType<typeof chain>, ChainCounts]> {
  const found = chain(paths, order);
  const none = { channels: new Int32Array(paths.channels), distinct: 0, credit: new Float64Array(0), capacity: 0 };
  const plan = { replicates: 1, credits: () => none, models: 0, chains: [found], sets: null };
  const weigh = (path: number, won: Float64Array, lost: Float64Array) => {
    won[0] = paths.conversions[path]!;
    lost[0] = paths.nulls[path]!;
  };
  const { chains } = await resampledSums(paths, plan, weigh, () => undefined);
  return [found, chains[0]!];
}

const removal = async (paths: Paths, order: number) => {
  const [found, counts] = await counted(paths, order);
  return order === 1 ? firstOrderRemoval(found, counts) : higherOrderRemoval(found, counts);
};

const way = fc.tuple(fc.stringMatching(/^[a-e]{1,6}$/), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })) as fc.Arbitrary<Way>;
const ways = fc.array(way, { minLength: 1, maxLength: 12 }).filter((all) => all.some(([, conversions]) => conversions > 0));
const total = (all: readonly Way[], kind: 1 | 2) => all.reduce((sum, path) => sum + path[kind], 0);

test("firstOrderRemoval of two channels is as by hand", async () => {
  // By hand: a leads to b or nothing half each, b always converts. Without a nothing converts, without b neither.
  const found = await removal(
    pathsOf(
      [
        ["ab", 1, 0],
        ["a", 0, 1],
        ["b", 1, 0],
      ],
      2,
    ),
    1,
  );
  // x(start) = 2/3 · 1/2 + 1/3 = 2/3; without a the way over b alone is left: 1/3.
  expect(found!.conversion).toBeCloseTo(2 / 3, 12);
  expect(Array.from(found!.effect)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(1, 12)]);
});

test.prop([ways, fc.constantFrom(1, 2, 3)])(
  "removal starts from the share of paths that converted, and takes away at most all of it",
  async (all, order) => {
    const found = await removal(pathsOf(all), order);
    expect(found!.conversion).toBeCloseTo(total(all, 1) / (total(all, 1) + total(all, 2)), 10);
    for (const effect of found!.effect) {
      expect(effect).toBeGreaterThanOrEqual(-1e-12);
      expect(effect).toBeLessThanOrEqual(1 + 1e-12);
    }
  },
);

test.prop([ways])("higherOrderRemoval of order 1 agrees with the one factorisation", async (all) => {
  const [found, counts] = await counted(pathsOf(all), 1);
  const [one, other] = [firstOrderRemoval(found, counts)!, higherOrderRemoval(found, counts)!];
  for (let channel = 0; channel < 5; channel++) expect(other.effect[channel]).toBeCloseTo(one.effect[channel]!, 9);
});

test.prop([ways, fc.constantFrom(1, 2, 3)])("removal of a channel on every converting path takes away everything", async (all, order) => {
  const through = all.map(([steps, ...rest]): Way => [`a${steps}`, ...rest]);
  expect((await removal(pathsOf(through), order))!.effect[0]).toBeCloseTo(1, 12);
});

test.prop([ways])("firstOrderRemoval does not see repeats of one channel", async (all) => {
  const once = all.map(([steps, ...rest]): Way => [steps.replace(/(.)\1+/g, "$1"), ...rest]);
  const [one, other] = [await removal(pathsOf(all), 1), await removal(pathsOf(once), 1)];
  expect(Array.from(one!.effect, (effect) => effect.toFixed(9))).toEqual(Array.from(other!.effect, (effect) => effect.toFixed(9)));
});

test("removal agrees with walking the chain many times", async () => {
  const paths = pathsOf(
    [
      ["abc", 3, 2],
      ["ab", 1, 4],
      ["ba", 2, 3],
      ["cab", 2, 1],
      ["c", 1, 6],
      ["aab", 2, 2],
    ],
    3,
  );
  const walks = 40_000;
  for (const order of [1, 2]) {
    const [{ edge, to, channels, last }, { taken, conversions, nulls }] = await counted(paths, order);
    const draw = random(7, order);
    const convert = (without: number) => {
      let won = 0;
      for (let walk = 0; walk < walks; walk++) {
        for (let state = 0; ;) {
          const steps = Array.from({ length: channels }, (_, channel) => edge[state * channels + channel]!);
          const weights = steps.map((step) => (step < 0 ? 0 : taken[step]!));
          const out = weights.reduce((sum, weight) => sum + weight, conversions[state]! + nulls[state]!);
          let at = draw() * out;
          const channel = weights.findIndex((weight) => (at -= weight) < 0);
          if (channel < 0) {
            if (at < conversions[state]!) won++;
            break;
          }
          state = to[steps[channel]!]!;
          if (last[state] === without) break;
        }
      }
      return won / walks;
    };
    const exact = (await removal(paths, order))!;
    // Four standard errors of a proportion of 40,000 walks, twice over for the ratio.
    const near = 8 * Math.sqrt(0.25 / walks);
    expect(Math.abs(convert(-1) - exact.conversion)).toBeLessThan(near);
    for (let channel = 0; channel < 3; channel++) {
      expect(Math.abs(convert(channel) - exact.conversion * (1 - exact.effect[channel]!))).toBeLessThan(near);
    }
  }
});

test.prop([ways])("transitionCounts counts every step of every path once", (all) => {
  const paths = pathsOf(all);
  const counts = transitionCounts(paths);
  const steps = all.reduce((sum, [text, conversions, nulls]) => sum + (text.length + 1) * (conversions + nulls), 0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(steps);
  expect(counts.filter((_, place) => place % 7 === 5).reduce((sum, count) => sum + count, 0)).toBe(total(all, 1));
});

test("heldOutLikelihood prefers memory only where paths have it", () => {
  const draw = random(3);
  const letters = (next: (before: string) => string) => {
    // As likely to end after each step, so that the length of a path is nothing to remember.
    let text = next("");
    while (draw() < 0.85) text += next(text);
    return text;
  };
  // After "ab" always c, after "bb" always a: two channels back matter.
  const memory = (before: string) => (before.endsWith("ab") ? "c" : before.endsWith("bb") ? "a" : draw() < 0.5 ? "a" : "b");
  const forgetful = () => "ab"[Math.floor(draw() * 2)]!;
  for (const [next, best] of [
    [memory, 2],
    [forgetful, 1],
  ] as const) {
    const paths = pathsOf(
      Array.from({ length: 400 }, (): Way => [letters(next), 1, 0]),
      3,
    );
    const fold = Uint8Array.from({ length: 400 }, (_, path) => path % 5);
    const likelihoods = [1, 2].map((order) => heldOutLikelihood(paths, chain(paths, order), fold));
    expect(likelihoods.indexOf(Math.max(...likelihoods)) + 1).toBe(best);
  }
});
