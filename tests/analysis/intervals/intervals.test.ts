import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { newcombeDifference } from "../../../src/analysis/intervals/newcombe-difference.ts";
import { percentileInterval } from "../../../src/analysis/intervals/percentile-interval.ts";
import { wilson } from "../../../src/analysis/intervals/wilson.ts";
import { random } from "../../../src/analysis/random/random.ts";

test.each([
  // Newcombe (1998), Stat Med 17:857, table I, method 3, to six digits by R's prop.test(correct = FALSE).
  [0, 20, 0, 0.161125],
  [5, 20, 0.111862, 0.468701],
  [15, 148, 0.062386, 0.160487],
  [81, 263, 0.255289, 0.36621],
])("wilson(%i, %i) agrees with Newcombe's table", (successes, trials, lower, upper) => {
  const interval = wilson(successes, trials);
  expect(interval.lower).toBeCloseTo(lower, 6);
  expect(interval.upper).toBeCloseTo(upper, 6);
});

test("wilson of no trials knows nothing, of all successes ends at 1", () => {
  expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
  expect(wilson(20, 20).upper).toBe(1);
});

test.prop([fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true })])(
  "wilson holds the observed rate and mirrors itself for failures",
  (trials, share) => {
    const successes = Math.round(share * trials);
    const interval = wilson(successes, trials);
    const mirrored = wilson(trials - successes, trials);
    expect(interval.lower).toBeLessThanOrEqual(successes / trials);
    expect(interval.upper).toBeGreaterThanOrEqual(successes / trials);
    expect(interval.lower).toBeCloseTo(1 - mirrored.upper, 12);
  },
);

test("wilson covers a true rate of 0.2 of 50 trials in about 95 of 100 samples", () => {
  const next = random(11);
  let covered = 0;
  for (let sample = 0; sample < 2_000; sample++) {
    let successes = 0;
    for (let trial = 0; trial < 50; trial++) if (next() < 0.2) successes++;
    const { lower, upper } = wilson(successes, 50);
    if (lower <= 0.2 && 0.2 <= upper) covered++;
  }
  // The exact coverage at this rate is 0.9508 (sum of binomial probabilities); three standard errors of 2,000 samples are 0.015.
  expect(covered / 2_000).toBeGreaterThan(0.935);
  expect(covered / 2_000).toBeLessThan(0.967);
});

test.each([
  // Newcombe (1998), Stat Med 17:873, table II, method 10.
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
])("newcombeDifference(%i/%i − %i/%i) agrees with Newcombe's table", (a, m, b, n, difference, lower, upper) => {
  const interval = newcombeDifference(a, m, b, n);
  expect(interval.difference).toBeCloseTo(difference, 4);
  expect(interval.lower).toBeCloseTo(lower, 4);
  expect(interval.upper).toBeCloseTo(upper, 4);
});

test("percentileInterval leaves out replicates without a number", () => {
  // By hand: type-7 quartiles of 1, 2, 3.
  expect(percentileInterval(Float64Array.of(3, Number.NaN, 1, 2), 0.5)).toEqual({ lower: 1.5, upper: 2.5 });
  expect(percentileInterval(Float64Array.of(Number.NaN))).toBeNull();
});
