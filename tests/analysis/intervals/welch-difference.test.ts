import { expect, test } from "vitest";
import { welchDifference } from "../../../src/analysis/intervals/welch-difference.ts";

test("welchDifference(first, second) is R's t.test without equal variances", () => {
  // By hand: 2, 3, 4 and 1, 2, 3 have variance 1, so the error is √(2/3), of 4 degrees of freedom: 1 ± 2.776445 × 0.816497.
  const { difference, lower, upper } = welchDifference({ count: 3, sum: 9, squares: 29 }, { count: 3, sum: 6, squares: 14 });
  expect(difference).toBe(1);
  expect(lower).toBeCloseTo(-1.26696, 3);
  expect(upper).toBeCloseTo(3.26696, 3);
});

test("welchDifference of equal values has no width, and of one value no bounds", () => {
  expect(welchDifference({ count: 2, sum: 4, squares: 8 }, { count: 2, sum: 2, squares: 2 })).toEqual({ difference: 1, lower: 1, upper: 1 });
  expect(welchDifference({ count: 1, sum: 1, squares: 1 }, { count: 3, sum: 6, squares: 14 }).lower).toBeNaN();
});
