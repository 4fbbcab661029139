import { expect, test } from "vitest";
import { localDay } from "../../../src/analysis/calendar/local-day.ts";
import { dayNumber } from "../../../src/analysis/calendar/day-number.ts";
import { zone } from "../../../src/analysis/calendar/zone.ts";

const hour = 3_600_000;
const at = (iso: string) => Date.parse(iso);

test("zone knows both changes of a year to the millisecond", () => {
  // IANA tz database: 2025-03-30 01:00Z and 2025-10-26 01:00Z.
  const berlin = zone("Europe/Berlin");
  expect(berlin.offset(at("2025-03-30T00:59:59.999Z"))).toBe(hour);
  expect(berlin.offset(at("2025-03-30T01:00:00Z"))).toBe(2 * hour);
  expect(berlin.offset(at("2025-10-26T00:59:59.999Z"))).toBe(2 * hour);
  expect(berlin.offset(at("2025-10-26T01:00:00Z"))).toBe(hour);
});

test("toUtc takes the earlier of two and the later of a gap", () => {
  const berlin = zone("Europe/Berlin");
  // 02:30 is shown twice on 2025-10-26; the first time in summer time.
  expect(berlin.toUtc(at("2025-10-26T02:30:00Z"))).toBe(at("2025-10-26T00:30:00Z"));
  // 02:30 is skipped on 2025-03-30; read with the old offset it is 03:30 summer time.
  expect(berlin.toUtc(at("2025-03-30T02:30:00Z"))).toBe(at("2025-03-30T01:30:00Z"));
  const newYork = zone("America/New_York");
  expect(newYork.toUtc(at("2025-11-02T01:30:00Z"))).toBe(at("2025-11-02T05:30:00Z"));
  expect(newYork.toUtc(at("2025-03-09T02:30:00Z"))).toBe(at("2025-03-09T07:30:00Z"));
});

test("zone knows half hours, half-hour summer time and a skipped day", () => {
  expect(zone("Asia/Kolkata").offset(at("2025-06-01T00:00:00Z"))).toBe(5.5 * hour);
  // Lord Howe moves by 30 minutes: +11 in summer, +10:30 in winter.
  const lordHowe = zone("Australia/Lord_Howe");
  expect(lordHowe.offset(at("2025-01-15T00:00:00Z"))).toBe(11 * hour);
  expect(lordHowe.offset(at("2025-06-15T00:00:00Z"))).toBe(10.5 * hour);
  expect(lordHowe.toUtc(at("2025-10-05T02:15:00Z"))).toBe(at("2025-10-04T15:45:00Z"));
  // Samoa had no 2011-12-30: it went from −10 to +14 at 2011-12-30T10:00Z.
  const apia = zone("Pacific/Apia");
  expect(localDay(apia, at("2011-12-30T09:59:59Z"))).toBe(dayNumber(2011, 12, 29));
  expect(localDay(apia, at("2011-12-30T10:00:00Z"))).toBe(dayNumber(2011, 12, 31));
  expect(apia.toUtc(at("2011-12-30T12:00:00Z"))).toBe(at("2011-12-30T22:00:00Z"));
  expect(apia.toUtc(at("2011-12-31T00:00:00Z"))).toBe(at("2011-12-30T10:00:00Z"));
});

test("zone agrees with the platform's own calendar through two centuries", () => {
  for (const name of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"]) {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: name, dateStyle: "short", timeStyle: "medium" });
    for (let year = 1900; year < 2100; year += 7) {
      for (let month = 0; month < 12; month += 1) {
        const utc = Date.UTC(year, month, 17, 13, 7, 11);
        expect(new Date(utc + zone(name).offset(utc)).toISOString().slice(0, 19).replace("T", " ")).toBe(format.format(utc));
      }
    }
  }
});

test("zone refuses a name that is no time zone", () => {
  expect(() => zone("Mars/Olympus")).toThrow(RangeError);
});
