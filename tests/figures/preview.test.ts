import { expect, test } from "vitest";
import { drawn } from "../../src/figures/drawn.ts";
import { preview } from "../../src/figures/preview.ts";

const options = { rows: 3, timezone: "Europe/Berlin", locale: "en" };

test("preview(table) shows what the file holds, missing as a dash", () => {
  const table = drawn("event", [
    { name: "order_id", type: "integer", values: [17850, null, 12] },
    { name: "price", type: "number", unit: "EUR", values: [34.9, 1119, null] },
    { name: "paid", type: "boolean", values: [true, false, null] },
    { name: "store", type: "text", values: ["Leipzig", null, ""] },
  ]);
  const columns = preview(table, options);
  expect(columns.map((column) => column.values)).toEqual([
    ["17850", "–", "12"],
    ["34.90", "1119.00", "–"],
    ["yes", "no", "–"],
    ["Leipzig", "–", "–"],
  ]);
  expect(columns.map((column) => column.note)).toEqual(["number", "number, EUR", "yes or no", "text"]);
  expect(columns.map((column) => column.type)).toEqual(["key", "number", "boolean", "text"]);
});

test("preview(table) writes times in the notebook's zone, and dates without a time", () => {
  // Midnight in Berlin is 23:00 UTC of the day before in winter.
  const table = drawn("event", [
    { name: "ordered_at", type: "time", values: [Date.UTC(2025, 11, 17, 17, 42), Date.UTC(2025, 11, 17, 23)] },
    { name: "born", type: "time", values: [Date.UTC(2025, 11, 17, 23), null] },
  ]);
  const [ordered, born] = preview(table, options);
  expect(ordered!.values).toEqual(["2025-12-17 18:42", "2025-12-18 00:00"]);
  expect(ordered!.note).toBe("time, Berlin");
  expect(born!.values).toEqual(["2025-12-18", "–"]);
});

test("preview(table) takes as many rows as there are, and words given for a column", () => {
  const table = drawn("event", [{ name: "channel", type: "text", values: ["app"] }]);
  const [column] = preview(table, { ...options, notes: new Map([["channel", "5 values"]]) });
  expect(column).toMatchObject({ note: "5 values", values: ["app"], numeric: false });
});
