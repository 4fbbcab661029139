import { expect, test } from "vitest";
import { quantile } from "../../src/analysis/quantile.ts";

test.each([
  // R: quantile(c(1, 2, 4, 8), c(0, .1, .25, .5, .9, 1)).
  [0, 1],
  [0.1, 1.3],
  [0.25, 1.75],
  [0.5, 3],
  [0.9, 6.8],
  [1, 8],
])("quantile(%f) interpolates as R's type 7 does", (probability, expected) => {
  expect(quantile([1, 2, 4, 8], probability)).toBeCloseTo(expected, 12);
});

test("quantile of no numbers is not a number", () => {
  expect(quantile([], 0.5)).toBeNaN();
});
