import { expect, test } from "vitest";
import { stepLines } from "../../src/cells/table/steps-figure.ts";
import { drawn } from "../../src/figures/drawn.ts";
import { head } from "../../src/figures/head.ts";
import { numbers } from "../../src/figures/read.ts";

test("stepLines(steps) says how many rows each step took or added", () => {
  const steps = drawn("group", [
    { name: "verb", type: "text", values: ["filter", "derive", "join", "filter"] },
    { name: "detail", type: "text", values: ["quantity > 0", "amount = quantity * price", "left with crm", "false"] },
    { name: "rows_in", type: "integer", values: [541_909, 397_884, 397_884, 0] },
    { name: "rows_out", type: "integer", values: [397_884, 397_884, 398_112, 0] },
  ]);
  // By hand: 541,909 − 397,884 = 144,025, which is 26.6%; 398,112 − 397,884 = 228, which is 0.1%.
  expect(stepLines(steps, "en").map(({ rows, change }) => [rows, change])).toEqual([
    ["397,884", "−144,025 (26.6%)"],
    ["397,884", ""],
    ["398,112", "+228 (0.1%)"],
    ["0", ""],
  ]);
});

test("head(table, rows) says of how many rows it is the head", () => {
  const table = drawn("event", [{ name: "a", type: "number", values: [1, null, 3, 4, 5, 6, 7, 8, 9, 10] }]);
  const first = head(table, 3);
  expect(first).toMatchObject({ rows: 3, truncatedFrom: 10 });
  expect(numbers(first, "a")).toEqual([1, null, 3]);
  expect(head({ ...table, truncatedFrom: 400_000 }, 3).truncatedFrom).toBe(400_000);
  expect(head(table, 10).truncatedFrom).toBeUndefined();
});
