import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { localPeriod } from "../../../src/analysis/periods/local-period.ts";
import { periodStart } from "../../../src/analysis/periods/period-start.ts";

const grains = ["day", "week", "month", "quarter", "year"] as const;
const day = fc.integer({ min: -200_000, max: 200_000 });

test.prop([day, fc.constantFrom(...grains), fc.integer({ min: 1, max: 7 })])(
  "localPeriod and periodStart agree: a day lies from its period's start to the next one's",
  (at, grain, weekStart) => {
    const period = localPeriod(at, grain, weekStart);
    expect(periodStart(period, grain, weekStart)).toBeLessThanOrEqual(at);
    expect(periodStart(period + 1, grain, weekStart)).toBeGreaterThan(at);
  },
);

test("periodStart of a week is the day the week starts on", () => {
  // By hand: 1970-01-01 (day 0) was a Thursday; Monday was day −3, Sunday day −4.
  expect(periodStart(localPeriod(0, "week", 1), "week", 1)).toBe(-3);
  expect(periodStart(localPeriod(0, "week", 7), "week", 7)).toBe(-4);
});

test("localPeriod counts months and quarters through the years", () => {
  // By hand: 1970 × 12, and 1970 × 4.
  expect([localPeriod(0, "month"), localPeriod(-1, "month"), localPeriod(31, "month")]).toEqual([23640, 23639, 23641]);
  expect([localPeriod(0, "quarter"), localPeriod(-1, "quarter"), localPeriod(90, "quarter")]).toEqual([7880, 7879, 7881]);
});
