import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { date, dateRange, dayOfYear, moment, month, windowRange } from "../../../src/figures/formats/date.ts";
import { period, periods } from "../../../src/figures/formats/period.ts";

// Expected texts are written by hand.

test("month(iso) is the month of the text, wherever the machine is", () => {
  expect(month("2025-01-01", "en")).toBe("Jan 2025");
  expect(month("2024-12-31T23:59", "en")).toBe("Dec 2024");
  expect(month("2025-09-01", "en-GB")).toBe("Sep 2025");
});

test("date(iso) that is none comes back as it is", () => {
  expect(date("unknown", "en")).toBe("unknown");
  expect(date("2025-12-17", "en")).toBe("17 Dec 2025");
  expect(dayOfYear("2025-12-07", "en")).toBe("7 Dec");
});

test("dateRange(first, last) says a shared year once", () => {
  expect(dateRange("2025-01-01", "2025-12-17", "en")).toBe("1 Jan – 17 Dec 2025");
  expect(dateRange("2010-12-01", "2011-12-09", "en")).toBe("1 Dec 2010 – 9 Dec 2011");
  expect(dateRange("2025-01-01", "2025-01-01", "en")).toBe("1 Jan 2025");
});

test("moment(ms, zone) is local time, with seconds only where there are any", () => {
  // 17 December 2025, 17:42 UTC is 18:42 in Berlin.
  expect(moment(Date.UTC(2025, 11, 17, 17, 42), "Europe/Berlin")).toBe("2025-12-17 18:42");
  expect(moment(Date.UTC(2025, 11, 17, 17, 42, 5), "UTC")).toBe("2025-12-17 17:42:05");
  expect(moment(Date.UTC(2025, 11, 17), "UTC")).toBe("2025-12-17 00:00");
  expect(moment(Number.NaN, "UTC")).toBe("–");
});

test("windowRange([start, end)) leaves out the day that begins at the end", () => {
  // Midnights of 1 January and 18 December 2025 in Berlin, which is one hour ahead of UTC in winter.
  const window = [Date.UTC(2024, 11, 31, 23), Date.UTC(2025, 11, 17, 23)] as const;
  expect(windowRange(window, "Europe/Berlin", "en")).toBe("1 Jan – 17 Dec 2025");
});

test("period(start, grain) has one form for each grain", () => {
  expect(period("2025-04-01", "quarter", "en")).toBe("Q2 2025");
  expect(period("2025-01-06", "week", "en")).toBe("6 Jan 2025");
  expect(period("2025-01-01", "year", "en")).toBe("2025");
});

test("periods(starts, grain) says the year where it changes", () => {
  expect(periods(["2024-12-01", "2025-01-01", "2025-02-01"], "month", "en")).toEqual(["Dec 2024", "Jan 2025", "Feb"]);
  expect(periods(["2024-10-01", "2025-01-01", "2025-04-01"], "quarter", "en")).toEqual(["Q4 2024", "Q1 2025", "Q2"]);
});

property.prop([fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })])(
  "date(iso) keeps year and day of any date",
  (year, month, day) => {
    const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const text = date(iso, "en");
    expect(text.startsWith(`${day} `)).toBe(true);
    expect(text.endsWith(iso.slice(0, 4))).toBe(true);
  },
);
