import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { localInstant } from "../../../src/journey/calendar/local-instant.ts";
import { localPeriods } from "../../../src/journey/calendar/local-periods.ts";
import { periodOf } from "../../../src/journey/calendar/period-of.ts";
import { periodStart } from "../../../src/journey/calendar/period-start.ts";
import { periodStartUtc } from "../../../src/journey/calendar/period-start-utc.ts";
import type { Grain } from "../../../src/schema/settings.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
];
const grains: Grain[] = ["day", "week", "month", "quarter", "year"];

const formats = new Map(
  zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "numeric", day: "numeric" })]),
);

/** The local date by the platform's own calendar. */
function local(time: number, timeZone: string): { year: number; month: number; day: number } {
  const parts = formats.get(timeZone)!.formatToParts(time);
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}

function expected(grain: Grain, time: number, timeZone: string): number {
  const { year, month, day } = local(time, timeZone);
  const dayNumber = Date.UTC(year, month - 1, day) / 86_400_000;
  if (grain === "day") return dayNumber;
  if (grain === "month") return year * 12 + month - 1;
  if (grain === "quarter") return year * 4 + Math.floor((month - 1) / 3);
  return year;
}

const moment = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) });

describe("localPeriods(grain, times, timezone, weekStart)", () => {
  test.each(zones)("agrees with Intl on 1,000 moments near clock changes and elsewhere in %s", (timeZone) => {
    const sample = fc.sample(moment, { numRuns: 700, seed: 7 });
    // Hours around every change of the years 2005 to 2020, where there are any: dates go wrong there or nowhere.
    const near = Array.from({ length: 300 }, (_, place) => Date.UTC(2005 + (place % 15), place % 12, 1 + ((place * 7) % 31), place % 24, 1));
    const times = Float64Array.from([...sample, ...near]);
    for (const grain of ["day", "month", "quarter", "year"] as const) {
      expect([...localPeriods(grain, times, timeZone, 1)]).toEqual([...times].map((time) => expected(grain, time, timeZone)));
    }
  });

  property.prop([
    fc.array(moment, { minLength: 1, maxLength: 50 }),
    fc.constantFrom(...zones),
    fc.constantFrom(...grains),
    fc.integer({ min: 1, max: 7 }),
  ])("is periodOf for each time", (times, timeZone, grain, weekStart) => {
    const periods = localPeriods(grain, Float64Array.from(times), timeZone, weekStart);
    expect([...periods]).toEqual(times.map((time) => periodOf(grain, time, timeZone, weekStart)));
  });

  test("stays right where dates are thousands of years apart", () => {
    const times = Float64Array.of(Date.UTC(-200, 0, 1), 0, Date.UTC(9999, 11, 31));
    expect([...localPeriods("year", times, "UTC", 1)]).toEqual([-200, 1970, 9999]);
    expect([...localPeriods("year", Float64Array.of(-6e13 * 3, 0, 2.5e14), "UTC", 1)].slice(1)).toEqual([1970, 9892]);
  });

  test("puts both sides of a clock change on the right day", () => {
    // Europe/Berlin, 2025-10-26: clocks go from 03:00 back to 02:00, so the day has 25 hours.
    const start = Date.UTC(2025, 9, 25, 22);
    const times = Float64Array.of(start - 1, start, start + 25 * 3_600_000 - 1, start + 25 * 3_600_000);
    const days = localPeriods("day", times, "Europe/Berlin", 1);
    expect([...days].map((day) => day - days[1]!)).toEqual([-1, 0, 0, 1]);
  });
});

describe("periodStart(grain, index, weekStart)", () => {
  test("is the ISO date a period starts on", () => {
    expect(periodStart("month", 2025 * 12, 1)).toBe("2025-01-01");
    expect(periodStart("quarter", 2025 * 4 + 3, 1)).toBe("2025-10-01");
    expect(periodStart("year", 987, 1)).toBe("0987-01-01");
    expect(periodStart("day", 0, 1)).toBe("1970-01-01");
  });

  property.prop([moment, fc.constantFrom(...zones), fc.integer({ min: 1, max: 7 })])(
    "is a day of the week that weeks start on",
    (time, timeZone, weekStart) => {
      const start = periodStart("week", periodOf("week", time, timeZone, weekStart), weekStart);
      const weekday = new Date(`${start}T00:00Z`).getUTCDay();
      expect(weekday === 0 ? 7 : weekday).toBe(weekStart);
      const { year, month, day } = local(time, timeZone);
      const away = (Date.UTC(year, month - 1, day) - Date.parse(`${start}T00:00Z`)) / 86_400_000;
      expect(away).toBeGreaterThanOrEqual(0);
      expect(away).toBeLessThan(7);
    },
  );
});

describe("periodStartUtc(grain, index, timezone, weekStart)", () => {
  // St. John's is left out: until 2011 its clocks went back from 00:01 to 23:01, so that a day began, stopped and began again.
  property.prop([
    moment,
    fc.constantFrom(...zones.filter((name) => name !== "America/St_Johns")),
    fc.constantFrom(...grains),
    fc.integer({ min: 1, max: 7 }),
  ])("is the first moment of the period, and the next period's start its end", (time, timeZone, grain, weekStart) => {
    const index = periodOf(grain, time, timeZone, weekStart);
    const start = periodStartUtc(grain, index, timeZone, weekStart);
    const end = periodStartUtc(grain, index + 1, timeZone, weekStart);
    expect(start).toBeLessThanOrEqual(time);
    expect(end).toBeGreaterThan(time);
    expect(periodOf(grain, start, timeZone, weekStart)).toBe(index);
  });
});

describe("localInstant(text, timezone)", () => {
  test("reads dates as whole local days and times as moments", () => {
    // Berlin is two hours ahead of UTC in July.
    expect(localInstant("2025-07-01", "Europe/Berlin")).toEqual({ from: Date.UTC(2025, 5, 30, 22), until: Date.UTC(2025, 6, 1, 22) });
    expect(localInstant("2025-07-01T12:30", "Europe/Berlin")?.from).toBe(Date.UTC(2025, 6, 1, 10, 30));
    expect(localInstant("2025-07-01T12:30:00Z", "Europe/Berlin")?.from).toBe(Date.UTC(2025, 6, 1, 12, 30));
  });

  test("is null for text that is no date", () => {
    expect([localInstant("2025-02-30", "UTC"), localInstant("soon", "UTC"), localInstant("2025-01-01T25:00", "UTC")]).toEqual([null, null, null]);
  });
});
