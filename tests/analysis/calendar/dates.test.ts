import { fc, test as prop } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { addMonths } from "../../../src/analysis/calendar/add-months.ts";
import { civil } from "../../../src/analysis/calendar/civil.ts";
import { dayNumber } from "../../../src/analysis/calendar/day-number.ts";
import { isoWeek } from "../../../src/analysis/calendar/iso-week.ts";
import { monthLength } from "../../../src/analysis/calendar/month-length.ts";
import { weekday } from "../../../src/analysis/calendar/weekday.ts";

const days = fc.integer({ min: -1_000_000, max: 1_000_000 });

prop.prop([days])("civil and dayNumber agree with the platform's UTC calendar", (day) => {
  const date = new Date(day * 86_400_000);
  expect(civil(day)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
  expect(weekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
});

prop.prop([days, fc.integer({ min: -500, max: 500 })])("addMonths lands in the month it names and keeps the day where it can", (day, months) => {
  const from = civil(day);
  const to = civil(addMonths(day, months));
  expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
  expect(to.day).toBe(Math.min(from.day, monthLength(to.year, to.month)));
});

test("isoWeek knows the years that begin and end in another year's week", () => {
  // ISO 8601 calendar: 2020 has 53 weeks, 2024-12-30 opens 2025.
  expect(isoWeek(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
  expect(isoWeek(dayNumber(2021, 1, 4))).toEqual({ year: 2021, week: 1 });
  expect(isoWeek(dayNumber(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
});
