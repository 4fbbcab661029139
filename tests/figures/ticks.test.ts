import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { every, ticks } from "../../src/figures/ticks.ts";

// Expected values are by hand.

test("ticks(least, greatest) are round and few", () => {
  expect(ticks(0.08, 0.285, 5)).toEqual([0.1, 0.15, 0.2, 0.25]);
  expect(ticks(0, 1822, 5)).toEqual([0, 500, 1000, 1500]);
  expect(ticks(3, 3, 5)).toEqual([3]);
});

test("every(room, label) is 1, 2 or 5 times a power of ten", () => {
  expect(every(50, 30)).toBe(1);
  expect(every(16, 30)).toBe(2);
  expect(every(1.5, 30)).toBe(20);
});

property.prop([fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1e6, noNaN: true })])(
  "ticks(least, greatest, 5) gives one to five values within the range",
  (least, width) => {
    const values = ticks(least, least + width, 5);
    expect(values.length).toBeLessThanOrEqual(5);
    expect(values.every((value) => value >= least - width * 1e-6 && value <= least + width * (1 + 1e-6))).toBe(true);
  },
);
