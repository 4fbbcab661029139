import { expect, test } from "vitest";
import { canonicalDuration, duration } from "../../src/schema/durations.ts";

test("duration(text) reads lengths in milliseconds and keeps calendar months apart", () => {
  expect(duration("30 minutes")).toEqual({ ms: 1_800_000, months: 0 });
  expect(duration("7 days")).toEqual({ ms: 604_800_000, months: 0 });
  expect(duration("2 months")).toEqual({ ms: 0, months: 2 });
  expect(duration("1 year")).toEqual({ ms: 0, months: 12 });
});

test("canonicalDuration(text) writes one text for equal lengths in the same unit", () => {
  expect(canonicalDuration("07  Day")).toBe("7 days");
  expect(canonicalDuration("1 months")).toBe("1 month");
});

test.each(["", "7", "days", "7 lightyears", "-1 day", "1.5 months", "Infinity days"])("duration(%j) is refused", (text) => {
  expect(() => duration(text)).toThrow("is not a length of time");
});
