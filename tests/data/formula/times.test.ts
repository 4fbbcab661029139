import { expect, test } from "vitest";
import { column, derived, tableOf } from "./columns.ts";

const at = (...times: string[]) => tableOf(column("t", "time", times));
const iso = (values: readonly unknown[]) => values.map((value) => (value === null ? null : new Date(Number(value)).toISOString()));

test("hour and day are those of the notebook's zone through a clock change", async () => {
  // Berlin goes to summer time at 2025-03-30T01:00Z: 01:30 is followed by 03:30.
  const table = at("2025-03-30T00:30:00Z", "2025-03-30T01:30:00Z", "2025-03-30T22:30:00Z");
  expect((await derived(table, "hour(t)", { timezone: "Europe/Berlin" })).values).toEqual([1, 3, 0]);
  expect((await derived(table, "day(t)", { timezone: "Europe/Berlin" })).values).toEqual([30, 30, 31]);
  expect((await derived(table, "hour(t)", { timezone: "Asia/Kolkata" })).values).toEqual([6, 7, 4]);
  expect((await derived(table, "minute(t)", { timezone: "Asia/Kolkata" })).values).toEqual([0, 0, 0]);
});

test("add keeps the clock time over days and the length over hours", async () => {
  // 12:00 in New York is 17:00Z in winter time and 16:00Z in summer time; the change is on 2025-03-09.
  const table = at("2025-03-08T17:00:00Z");
  expect(iso((await derived(table, 'add(t, 1, "days")', { timezone: "America/New_York" })).values)).toEqual(["2025-03-09T16:00:00.000Z"]);
  expect(iso((await derived(table, 'add(t, 24, "hours")', { timezone: "America/New_York" })).values)).toEqual(["2025-03-09T17:00:00.000Z"]);
  expect((await derived(table, 'between(t, add(t, 1, "days"), "hours")', { timezone: "America/New_York" })).values).toEqual([23]);
  expect((await derived(table, 'between(t, add(t, 1, "days"), "days")', { timezone: "America/New_York" })).values).toEqual([1]);
});

test("start_of begins local periods, weeks on the notebook's first day", async () => {
  const lordHowe = { timezone: "Australia/Lord_Howe" };
  // 2025-10-05 02:00 +10:30 becomes 02:30 +11: the day begins at 13:30Z and the next one at 13:00Z.
  expect(iso((await derived(at("2025-10-05T00:00:00Z"), 'start_of(t, "day")', lordHowe)).values)).toEqual(["2025-10-04T13:30:00.000Z"]);
  expect(iso((await derived(at("2025-10-05T14:00:00Z"), 'start_of(t, "day")', lordHowe)).values)).toEqual(["2025-10-05T13:00:00.000Z"]);
  // 2025-03-12 is a Wednesday.
  const wednesday = at("2025-03-12T10:20:30Z");
  const starts = { year: "2025-01-01", quarter: "2025-01-01", month: "2025-03-01", week: "2025-03-10", day: "2025-03-12" };
  for (const [period, day] of Object.entries(starts))
    expect(iso((await derived(wednesday, `start_of(t, "${period}")`)).values)).toEqual([`${day}T00:00:00.000Z`]);
  expect(iso((await derived(wednesday, 'start_of(t, "week")', { weekStart: 7 })).values)).toEqual(["2025-03-09T00:00:00.000Z"]);
  expect(iso((await derived(wednesday, 'start_of(t, "hour")', { timezone: "Asia/Kolkata" })).values)).toEqual(["2025-03-12T09:30:00.000Z"]);
});

test("a day that a zone skipped does not exist there", async () => {
  // Samoa went from 2011-12-29 to 2011-12-31 at 10:00Z on the 30th.
  const apia = { timezone: "Pacific/Apia" };
  const table = at("2011-12-30T09:00:00Z", "2011-12-30T11:00:00Z");
  expect((await derived(table, "day(t)", apia)).values).toEqual([29, 31]);
  expect(iso((await derived(table, "date(2011, 12, 30)", apia)).values)).toEqual(["2011-12-30T10:00:00.000Z", "2011-12-30T10:00:00.000Z"]);
});

test("a time compares with ISO text on the notebook's clock", async () => {
  // Midnight of 2025-07-01 in Berlin is 2025-06-30T22:00Z.
  const table = at("2025-06-30T21:59:59Z", "2025-06-30T22:00:00Z");
  expect((await derived(table, 't >= "2025-07-01"', { timezone: "Europe/Berlin" })).values).toEqual([false, true]);
  expect((await derived(table, '"2025-06-30T22:00Z" == t', { timezone: "Europe/Berlin" })).values).toEqual([false, true]);
});

test.each([
  // By hand; whole months only when the day and the clock time are reached.
  ['between("2025-01-31", "2025-02-28", "months")', 1],
  ['between("2025-01-15", "2025-02-14", "months")', 0],
  ['between("2025-01-15", "2025-02-15", "months")', 1],
  ['between("2025-02-15", "2025-01-15", "months")', -1],
  ['between("2023-05-01", "2025-04-30", "years")', 1],
  ['between("2025-01-01", "2025-01-14", "weeks")', 1],
  ['between("2025-01-02", "2025-01-01", "days")', -1],
  ['between("2025-01-01 00:00", "2025-01-01 00:00:30", "minutes")', 0.5],
  ['text(add("2024-02-29", 1, "years"))', "2025-02-28"],
  ['text(add("2025-05-31", -3, "months"))', "2025-02-28"],
  ['week("2024-12-30")', 1],
  ['quarter("2025-12-31")', 4],
  ['add("2025-01-01", 0.5, "days")', null],
] as const)("%s gives %s", async (formula, expected) => {
  expect((await derived(at("2025-01-01T00:00:00Z"), formula)).values).toEqual([expected]);
});
