import { expect, test } from "vitest";
import { meanInterval } from "../../../src/analysis/intervals/mean-interval.ts";

test("meanInterval(count, sum, squares) is Student's", () => {
  // By hand: 1, 2, 3 have mean 2 and deviation 1, so 2 ± 4.302653 / √3.
  const { mean, lower, upper } = meanInterval(3, 6, 14);
  expect([mean, lower, upper].map((value) => Number(value.toFixed(4)))).toEqual([2, -0.4841, 4.4841]);
});

test("meanInterval of one value has no bounds, of none no mean", () => {
  expect(meanInterval(1, 5, 25)).toEqual({ mean: 5, lower: Number.NaN, upper: Number.NaN });
  expect(meanInterval(0, 0, 0).mean).toBeNaN();
});
