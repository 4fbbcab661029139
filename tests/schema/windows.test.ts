import { expect, test } from "vitest";
import { windows } from "../../src/schema/parameters/windows.ts";

const spec = { type: "windows", of: "from", default: { observation: "180 days", gap: "7 days", outcome: "90 days", snapshot: null } } as const;

test("windows fills in what is left out and brings lengths to one form", () => {
  expect(windows.read({ outcome: "2 week", snapshot: "2025-09-11" }, spec, "windows")).toEqual({
    observation: "180 days",
    gap: "7 days",
    outcome: "2 weeks",
    snapshot: "2025-09-11",
  });
});

test.each([
  ["a month, which has no fixed number of days", { outcome: "1 month" }],
  ["half a day", { gap: "12 hours" }],
  ["an outcome of no days", { outcome: "0 days" }],
  ["a snapshot that is no date", { snapshot: "in May" }],
  ["a text", "90 days"],
])("windows refuses %s", (_, raw) => {
  expect(() => windows.read(raw, spec, "windows")).toThrow(/windows/);
});
