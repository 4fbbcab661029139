import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { sustained } from "../../../src/analysis/outliers/sustained.ts";

// By hand: four times a second apart are within 3 seconds; at 2 seconds apart the same four take 6.
test.each<[string, number[], boolean]>([
  ["one a second", [0, 1000, 2000, 3000], true],
  ["one every two seconds", [0, 2000, 4000, 6000], false],
  ["four lines at one time", [5, 5, 5, 5, 5], false],
  ["different times with lines at each", [0, 0, 900, 900, 1800, 2700], true],
  ["a rush after a pause", [0, 90_000, 90_500, 91_000, 91_500], true],
  ["too few", [0, 1, 2], false],
])("sustained() of %s", (_, times, expected) => {
  expect(sustained(Float64Array.from(times), 0, times.length, 4)).toBe(expected);
});

property.prop([fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 25 })])("sustained() finds what trying every window finds", (unsorted) => {
  const times = unsorted.toSorted((a, b) => a - b);
  const different = [...new Set(times)];
  const tried = different.some((first, at) => (different[at + 4] ?? Infinity) - first <= 5000);
  expect(sustained(Float64Array.from(times), 0, times.length, 5)).toBe(tried);
});
