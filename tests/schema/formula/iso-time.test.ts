import { expect, test } from "vitest";
import { isoTime } from "../../../src/schema/formula/iso-time.ts";

test.each([
  // Local milliseconds from the platform's UTC calendar; offsets by hand.
  ["2025-01-31", Date.UTC(2025, 0, 31), null],
  ["2025-01-31 13:45", Date.UTC(2025, 0, 31, 13, 45), null],
  ["2025-01-31T13:45:09.25", Date.UTC(2025, 0, 31, 13, 45, 9, 250), null],
  ["2025-01-31T13:45Z", Date.UTC(2025, 0, 31, 13, 45), 0],
  ["2025-01-31T13:45:00+05:30", Date.UTC(2025, 0, 31, 13, 45), 19_800_000],
  ["2025-01-31T13:45:00-0330", Date.UTC(2025, 0, 31, 13, 45), -12_600_000],
  ["2024-02-29", Date.UTC(2024, 1, 29), null],
])("isoTime reads %s", (text, local, offset) => {
  expect(isoTime(text)).toEqual({ local, offset });
});

test.each(["2025-02-29", "2025-13-01", "2025-00-10", "2025-01-31 24:00", "2025-01-31 12:60", "31.01.2025", "2025-1-1", "2025", "", "yesterday"])(
  "isoTime says that %s is no time",
  (text) => {
    expect(isoTime(text)).toBeNull();
  },
);
