import * as fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "../../../src/analysis/random/random.ts";
import { auc, aucDifference } from "../../../src/analysis/ranking/auc.ts";
import { averagePrecision } from "../../../src/analysis/ranking/average-precision.ts";
import { descending } from "../../../src/analysis/ranking/descending.ts";
import { gains } from "../../../src/analysis/ranking/gains.ts";
import { midRanks } from "../../../src/analysis/ranking/mid-ranks.ts";

const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), { minLength: 4, maxLength: 30 })
  .filter((rows) => rows.filter(([, outcome]) => outcome === 1).length > 1 && rows.filter(([, outcome]) => outcome === 0).length > 1);
const parts = (rows: [number, number][]) => ({
  scores: Float64Array.from(rows, ([score]) => score),
  outcomes: Uint8Array.from(rows, ([, outcome]) => outcome),
});

test("midRanks shares ranks among equal values", () => {
  expect([...midRanks(Float64Array.of(3, 1, 3, 2))]).toEqual([3.5, 1, 3.5, 2]);
});

test("auc and averagePrecision give scikit-learn's values, ties included", () => {
  const plain = { scores: Float64Array.of(0.1, 0.4, 0.35, 0.8), outcomes: Uint8Array.of(0, 0, 1, 1) };
  const tied = { scores: Float64Array.of(0.5, 0.5, 0.2, 0.9, 0.5, 0.7), outcomes: Uint8Array.of(0, 1, 0, 1, 1, 0) };
  // scikit-learn: roc_auc_score and average_precision_score.
  expect(auc(plain.scores, plain.outcomes).auc).toBeCloseTo(0.75, 12);
  expect(auc(tied.scores, tied.outcomes).auc).toBeCloseTo(0.6666666667, 9);
  expect(averagePrecision(plain.scores, plain.outcomes, descending(plain.scores))).toBeCloseTo(0.8333333333, 9);
  expect(averagePrecision(tied.scores, tied.outcomes, descending(tied.scores))).toBeCloseTo(0.7333333333, 9);
});

test("auc is the share of pairs in the right order", () => {
  fc.assert(
    fc.property(scored, (rows) => {
      let [wins, pairs] = [0, 0];
      for (const [one, a] of rows)
        for (const [zero, b] of rows) {
          if (a !== 1 || b !== 0) continue;
          pairs++;
          wins += one > zero ? 1 : one === zero ? 0.5 : 0;
        }
      const { scores, outcomes } = parts(rows);
      expect(auc(scores, outcomes).auc).toBeCloseTo(wins / pairs, 12);
    }),
  );
});

test("auc's interval covers the true area in about 95 of 100 samples", () => {
  const next = random(1);
  let covered = 0;
  for (let trial = 0; trial < 400; trial++) {
    // Ones are uniform on [0.25, 1.25], zeros on [0, 1]: P(one > zero) = 1 − 0.75²/2 = 0.71875 by hand.
    const outcomes = Uint8Array.from({ length: 120 }, (_, row) => row % 2);
    const scores = Float64Array.from(outcomes, (outcome) => next() + 0.25 * outcome);
    const { lower, upper } = auc(scores, outcomes);
    if (lower <= 0.71875 && upper >= 0.71875) covered++;
  }
  expect(covered).toBeGreaterThan(368);
  expect(covered).toBeLessThan(396);
});

test("aucDifference of a score with itself is 0, and is narrower than the two intervals for scores alike", () => {
  const next = random(2);
  const outcomes = Uint8Array.from({ length: 200 }, (_, row) => row % 2);
  const scores = Float64Array.from(outcomes, (outcome) => next() + 0.3 * outcome);
  const other = scores.map((score) => score + 0.05 * next());
  expect(aucDifference(scores, scores, outcomes)).toEqual({ difference: 0, lower: 0, upper: 0 });
  const { lower, upper } = aucDifference(scores, other, outcomes);
  const own = auc(scores, outcomes);
  expect(upper - lower).toBeLessThan((own.upper - own.lower) / 2);
});

test("gains counts ties in proportion", () => {
  // By hand: the best half of {1, 1, 0, 0} with equal scores holds half of those with the outcome.
  const scores = Float64Array.of(1, 1, 1, 1);
  const outcomes = Uint8Array.of(1, 1, 0, 0);
  expect([...gains(scores, outcomes, descending(scores), [0.25, 0.5, 1], undefined, new Float64Array(3))]).toEqual([0.25, 0.5, 1]);
});

test("gains rises to 1, and counts a weight of two like two rows", () => {
  fc.assert(
    fc.property(scored, (rows) => {
      const { scores, outcomes } = parts(rows);
      const double = parts([...rows, ...rows]);
      const depths = [0.1, 0.3, 0.5, 1];
      const of = (one: typeof double, weights?: Uint8Array) => [
        ...gains(one.scores, one.outcomes, descending(one.scores), depths, weights, new Float64Array(4)),
      ];
      const weighted = of({ scores, outcomes }, new Uint8Array(rows.length).fill(2));
      of(double).forEach((share, depth) => expect(weighted[depth]).toBeCloseTo(share, 9));
      expect(of({ scores, outcomes })[3]).toBeCloseTo(1, 12);
    }),
  );
});
