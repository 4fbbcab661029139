import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calibrated, isotonic, poolAdjacent } from "../../../src/analysis/calibration/isotonic.ts";
import { platt } from "../../../src/analysis/calibration/platt.ts";
import { brier, logLoss } from "../../../src/analysis/calibration/probability-scores.ts";
import { calibrationError, reliability } from "../../../src/analysis/calibration/reliability.ts";
import { sigmoid } from "../../../src/analysis/logistic/sigmoid.ts";
import { random } from "../../../src/analysis/random/random.ts";

test("poolAdjacent gives scikit-learn's isotonic regression", () => {
  // scikit-learn: isotonic_regression([1, 3, 2, 4, 3.5, 6]).
  expect([...poolAdjacent(Float64Array.of(1, 3, 2, 4, 3.5, 6))]).toEqual([1, 2.5, 2.5, 3.75, 3.75, 6]);
});

test("poolAdjacent never falls, keeps the mean, and leaves what rises as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
      const pooled = poolAdjacent(Float64Array.from(values));
      for (let place = 1; place < pooled.length; place++) expect(pooled[place]!).toBeGreaterThanOrEqual(pooled[place - 1]!);
      const total = (list: ArrayLike<number>) => Array.from(list).reduce((sum, value) => sum + value, 0);
      expect(total(pooled)).toBeCloseTo(total(values), 9);
      expect([...poolAdjacent(pooled)]).toEqual([...pooled].map((value) => expect.closeTo(value, 12) as number));
    }),
  );
});

test("isotonic takes equal scores together and is level outside them", () => {
  const map = isotonic(Float64Array.of(1, 1, 2, 3, 3), Uint8Array.of(0, 1, 0, 1, 1));
  // By hand: 1 and 2 pool to a third, 3 is certain.
  expect(calibrated(map, 1)).toBeCloseTo(1 / 3, 12);
  expect(calibrated(map, 0)).toBeCloseTo(1 / 3, 12);
  expect(calibrated(map, 2.5)).toBeCloseTo((1 / 3 + 1) / 2, 12);
  expect(calibrated(map, 9)).toBe(1);
});

test("platt finds the curve that scores come from", () => {
  const next = random(1);
  const scores = Float64Array.from({ length: 20_000 }, () => 4 * next() - 2);
  const outcomes = Uint8Array.from(scores, (score) => Number(next() < sigmoid(0.5 * score - 1)));
  const { slope, intercept } = platt(scores, outcomes);
  expect(slope).toBeCloseTo(0.5, 1);
  expect(intercept).toBeCloseTo(-1, 1);
});

test("platt of separated scores stays finite", () => {
  const { slope, intercept } = platt(Float64Array.of(-1, -1, 1, 1), Uint8Array.of(0, 0, 1, 1));
  // By Platt's targets: 3/4 at 1 and 1/4 at −1.
  expect(sigmoid(slope + intercept)).toBeCloseTo(0.75, 6);
  expect(sigmoid(intercept - slope)).toBeCloseTo(0.25, 6);
});

test("brier and logLoss are those of hand-made forecasts", () => {
  expect(brier(Float64Array.of(0.5, 1, 0), Uint8Array.of(0, 1, 1))).toBeCloseTo(1.25 / 3, 12);
  expect(logLoss(Float64Array.of(0.5, 0.25), Uint8Array.of(1, 0))).toBeCloseTo((Math.log(2) + Math.log(4 / 3)) / 2, 12);
  expect(brier(Float64Array.of(0.5, 1, 0), Uint8Array.of(0, 1, 1), Uint8Array.of(1, 1, 0))).toBeCloseTo(0.125, 12);
});

test("reliability parts rows into equal bins and never parts equal probabilities", () => {
  const probabilities = Float64Array.of(0.1, 0.1, 0.1, 0.2, 0.3, 0.4);
  const { bins, binOf } = reliability(probabilities, Uint8Array.of(0, 0, 1, 0, 1, 1), 3);
  expect([...binOf]).toEqual([0, 0, 0, 1, 1, 2]);
  expect(bins.map((bin) => bin.rows)).toEqual([3, 2, 1]);
  // By hand: |0.1 − ⅓| · 3 + |0.25 − ½| · 2 + |0.4 − 1| · 1, over 6.
  expect(calibrationError(bins)).toBeCloseTo((0.7 + 0.5 + 0.6) / 6, 12);
});
