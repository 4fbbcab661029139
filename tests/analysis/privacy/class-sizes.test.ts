import { expect, test } from "vitest";
import { classSizes } from "../../../src/analysis/privacy/class-sizes.ts";

test("rows alike in every column are one class", () => {
  // By hand: (1, a), (1, a), (1, b), (2, a).
  expect([
    ...classSizes([
      [1, 1, 1, 2],
      [0, 0, 1, 0],
    ]),
  ]).toEqual([2, 2, 1, 1]);
});

test("without a column all rows are alike", () => {
  expect([...classSizes([], 3)]).toEqual([3, 3, 3]);
});
