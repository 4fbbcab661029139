import { expect, test } from "vitest";
import { intervalDifference } from "../../../src/analysis/intervals/interval-difference.ts";

test("the difference of two estimates takes the near ends of their intervals together", () => {
  // By hand: 4 − √(3² + 4²) = −1 and 4 + √(4² + 1²) = 8.1231….
  const { difference, lower, upper } = intervalDifference({ value: 5, lower: 2, upper: 9 }, { value: 1, lower: 0, upper: 5 });
  expect(difference).toBe(4);
  expect(lower).toBeCloseTo(-1, 12);
  expect(upper).toBeCloseTo(8.1231056, 7);
});
