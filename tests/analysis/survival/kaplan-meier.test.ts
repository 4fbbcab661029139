import { expect, test } from "vitest";
import { kaplanMeier, timeToShare } from "../../../src/analysis/survival/kaplan-meier.ts";

// Freireich et al. (1963), 6-MP arm, as printed by R: survfit(Surv(time, status) ~ 1, conf.type = "log-log").
const times = Float64Array.of(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
const events = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

test("Kaplan and Meier's curve of the 6-MP patients is as published", () => {
  const { time, survival } = kaplanMeier(times, events);
  expect([...time]).toEqual([6, 7, 10, 13, 16, 22, 23]);
  [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448].forEach((expected, at) => expect(survival[at]).toBeCloseTo(expected, 3));
});

test("intervals hold the curve and stay between 0 and 1", () => {
  const { survival, lower, upper } = kaplanMeier(times, events);
  survival.forEach((left, at) => expect([lower[at]! < left, left < upper[at]!, lower[at]! >= 0, upper[at]! <= 1]).toEqual([true, true, true, true]));
  // At 6 weeks of 21 patients: log(−log S) ± 1.96·se, by hand 0.620 and 0.952.
  expect(lower[0]).toBeCloseTo(0.62, 2);
  expect(upper[0]).toBeCloseTo(0.952, 2);
});

test("a share that is never reached has no time", () => {
  const curve = kaplanMeier(times, events);
  expect(timeToShare(curve, 0.5)).toBe(23);
  expect(timeToShare(curve, 0.75)).toBeNull();
});

// By hand, the examples of the docstrings.
test("nobody left makes the curve fall to 0", () => {
  expect(kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 0, 1)).survival[1]).toBe(0);
  expect(timeToShare(kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 1, 0)), 0.5)).toBe(2);
  expect(kaplanMeier(new Float64Array(0), new Uint8Array(0)).time).toHaveLength(0);
});
