import { expect, test } from "vitest";
import { fc, test as property } from "@fast-check/vitest";
import { censoredQuantile } from "../../../src/analysis/survival/censored-quantile.ts";

test("censoredQuantile of the leukaemia remissions is 23 weeks treated and 8 with placebo", () => {
  // Freireich et al. (1963), as in Kalbfleisch and Prentice and in lifelines: medians 23 and 8.
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  expect(censoredQuantile(ended, censored, 0.5)).toBe(23);
  expect(censoredQuantile([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], [], 0.5)).toBe(8);
});

test("censoredQuantile is NaN where too few were seen to end", () => {
  // By hand: of three one ends, so two in three last for ever.
  expect(censoredQuantile([1], [2, 2], 0.5)).toBeNaN();
  expect(censoredQuantile([], [], 0.5)).toBeNaN();
  // By hand: 1 of 3 ends at 1; at 3 the only one left ends, and none lasts.
  expect(censoredQuantile([1, 3], [2], 0.5)).toBe(3);
});

property.prop([fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }), fc.constantFrom(0.25, 0.5, 0.75)])(
  "censoredQuantile without censoring is the sample's own lower quantile",
  (values, probability) => {
    const sorted = values.toSorted((a, b) => a - b);
    expect(censoredQuantile(sorted, [], probability)).toBe(sorted[Math.ceil(probability * sorted.length) - 1]);
  },
);
