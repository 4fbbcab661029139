import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { robustScores } from "../../../src/analysis/outliers/robust-scores.ts";

test("robustScores(numbers) counts robust standard deviations from the median", () => {
  // By hand: median 3; deviations 2, 1, 0, 1, 97 with median 1; (100 − 3) / 1.4826 = 65.4256.
  const scores = robustScores([1, 2, 3, 4, 100]);
  expect(scores[4]).toBeCloseTo(65.4256, 4);
  expect(scores[2]).toBe(0);
  expect(scores[0]).toBeCloseTo(-1.349, 3);
});

test("robustScores(numbers) tells nothing where more than half are equal, and of no numbers", () => {
  expect([...robustScores([5, 5, 5, 9])]).toEqual([0, 0, 0, 0]);
  expect([...robustScores([])]).toEqual([]);
});

property.prop([fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 9 })])(
  "robustScores(numbers) does not change with the unit",
  (numbers, factor) => {
    const [one, other] = [robustScores(numbers), robustScores(numbers.map((value) => value * factor))];
    for (const [at, score] of one.entries()) expect(other[at]).toBeCloseTo(score, 9);
  },
);
