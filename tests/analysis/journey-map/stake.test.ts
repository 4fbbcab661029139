import { expect, test } from "vitest";
import { stake } from "../../../src/analysis/journey-map/stake.ts";

test("stake(kept, stayed) is the product, with both spreads", () => {
  // By hand: everybody brings 10, so only the number kept is uncertain.
  expect(stake({ value: 10, lower: 8, upper: 12 }, { count: 4, sum: 40, squares: 400 })).toEqual({ value: 100, lower: 80, upper: 120 });
  // By hand: 5 and 15 have mean 10 and variance 50, so its error is 5; 1.959964 × 5 × 10 = 98.0, and with 20 the root of 98.0² + 20².
  const { lower, upper } = stake({ value: 10, lower: 8, upper: 12 }, { count: 2, sum: 20, squares: 250 });
  expect(upper - 100).toBeCloseTo(100.018, 3);
  expect(lower).toBeCloseTo(-0.018, 3);
});

test("stake(kept, nobody) is nothing", () => {
  expect(stake({ value: 10, lower: 8, upper: 12 }, { count: 0, sum: 0, squares: 0 })).toEqual({ value: 0, lower: 0, upper: 0 });
});
