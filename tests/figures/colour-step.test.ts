import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { colourExtent, colourStep } from "../../src/figures/colour-step.ts";
import { sequentialSteps } from "../../src/figures/theme.ts";

test("colourExtent(values) is widened to whole steps", () => {
  // By hand: 5.2 and 31.7 per cent lie within 5 and 32.
  expect(colourExtent([0.052, 0.317], 0.01)).toEqual([0.05, 0.32]);
});

test("colourExtent(values) does not widen what is whole already", () => {
  // 0.29 / 0.01 is 28.999999999999996 in floating point.
  expect(colourExtent([0.29, 0.57], 0.01)).toEqual([0.29, 0.57]);
});

test("colourExtent(values) of nothing or of one value still has a width", () => {
  expect(colourExtent([], 0.01)).toEqual([0, 0.01]);
  expect(colourExtent([0.24], 0.01)).toEqual([0.24, 0.25]);
});

test("colourStep(value) gives the ends the first and the last step", () => {
  expect(colourStep(0.05, [0.05, 0.32], 9)).toBe(0);
  expect(colourStep(0.32, [0.05, 0.32], 9)).toBe(8);
  // By hand: steps are 3 per cent wide, so 8 per cent begins the second.
  expect(colourStep(0.0801, [0.05, 0.32], 9)).toBe(1);
  expect(colourStep(0.9, [0.05, 0.32], 9)).toBe(8);
});

property.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })])(
  "colourStep(value) never falls as the value grows, and stays among the steps",
  (values) => {
    const extent = colourExtent(values, 0.01);
    const steps = [...values].sort((a, b) => a - b).map((value) => colourStep(value, extent, sequentialSteps));
    expect(steps.every((step, index) => step >= (steps[index - 1] ?? 0) && step < sequentialSteps)).toBe(true);
  },
);
