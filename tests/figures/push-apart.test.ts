import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { pushApart } from "../../src/figures/push-apart.ts";

test("pushApart(wanted) leaves labels that do not touch where they are", () => {
  expect(pushApart([50, 100], 30, [0, 200])).toEqual([50, 100]);
});

test("pushApart(wanted) moves two that touch equally far", () => {
  // By hand: 30 apart around the middle of 50 and 54.
  expect(pushApart([50, 54], 30, [0, 200])).toEqual([37, 67]);
});

test("pushApart(wanted) keeps labels within the span", () => {
  expect(pushApart([195, 198], 30, [0, 200])).toEqual([155, 185]);
});

test("pushApart(wanted) answers in the order it was asked", () => {
  expect(pushApart([54, 50], 30, [0, 200])).toEqual([67, 37]);
});

property.prop([fc.array(fc.double({ min: -20, max: 220, noNaN: true }), { minLength: 1, maxLength: 12 })])(
  "pushApart(wanted) covers nothing, keeps the order and stays within the span",
  (wanted) => {
    const height = Math.min(30, 200 / wanted.length);
    const placed = pushApart(wanted, 30, [0, 200]);
    const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
    const sorted = order.map((index) => placed[index]!);
    expect(sorted.every((centre, index) => index === 0 || centre - sorted[index - 1]! >= height - 1e-6)).toBe(true);
    expect(sorted.every((centre) => centre >= height / 2 - 1e-6 && centre <= 200 - height / 2 + 1e-6)).toBe(true);
  },
);
