import { expect, test } from "vitest";
import { frontOf, settingsOf } from "../../src/notebook/settings.ts";
import type { FrontMatter } from "../../src/notebook/notebook.ts";
import { defaultSettings } from "../../src/schema/settings.ts";

const front = (more: Partial<FrontMatter>): FrontMatter => ({ format: 1, title: "", unknown: [], ...more });

test("settingsOf(front) is the defaults where nothing is said", () => {
  expect(settingsOf(front({}))).toEqual({ settings: defaultSettings, notices: [] });
});

test("settingsOf(front) reads every setting, days by name", () => {
  const said = front({ timezone: "Europe/Berlin", week_start: "Sunday", currency: "EUR", window: ["2025-01-01", "2026-01-01"], level: 0.9 });
  expect(settingsOf(said)).toEqual({
    settings: { timezone: "Europe/Berlin", weekStart: 7, currency: "EUR", window: ["2025-01-01", "2026-01-01"], level: 0.9 },
    notices: [],
  });
});

test.each<[Partial<FrontMatter>, string]>([
  [{ timezone: "Mars/Olympus" }, "Mars/Olympus"],
  [{ week_start: "someday" }, "someday"],
  [{ currency: "euro" }, "euro"],
  [{ window: ["2025-02-30", "2026-01-01"] }, "2025-02-30"],
  [{ window: ["2026-01-01", "2025-01-01"] }, "2026-01-01"],
  [{ level: 95 }, "95"],
])("settingsOf(%j) keeps the default and says the value that is wrong", (more, value) => {
  const { settings, notices } = settingsOf(front(more));
  expect(settings).toEqual(defaultSettings);
  expect(notices.map((notice) => notice.code)).toEqual(["setting"]);
  expect(notices[0]!.text).toContain(value);
});

test("frontOf(settings) is what settingsOf reads back, and nothing for the defaults", () => {
  const settings = { timezone: "Asia/Tokyo", weekStart: 6, currency: "JPY", window: ["2025-01-01", "2025-02-01"] as [string, string], level: 0.8 };
  expect(settingsOf({ ...front({}), ...(frontOf(settings) as Partial<FrontMatter>) }).settings).toEqual(settings);
  expect(Object.values(frontOf(defaultSettings)).filter((value) => value !== undefined)).toEqual([]);
});
