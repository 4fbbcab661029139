import { expect, test } from "vitest";
import { sum } from "../../src/analysis/sum.ts";

test("sum keeps small terms beside large ones", () => {
  // Neumaier's own example; plain addition gives 0.
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum([])).toBe(0);
});
