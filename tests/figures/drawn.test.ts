import { expect, test } from "vitest";
import { drawn } from "../../src/figures/drawn.ts";
import { flags, numbers, texts } from "../../src/figures/read.ts";

test("drawn(unit, columns) read again gives the same values, null where missing", () => {
  const table = drawn("group", [
    { name: "cohort", type: "text", values: ["2025-01-01", null, "2025-01-01"] },
    { name: "rate", type: "number", values: [0.25, 0, null] },
    { name: "complete", type: "boolean", values: [true, false, null] },
  ]);
  expect(table.rows).toBe(3);
  expect(texts(table, "cohort")).toEqual(["2025-01-01", null, "2025-01-01"]);
  expect(numbers(table, "rate")).toEqual([0.25, 0, null]);
  expect(flags(table, "complete")).toEqual([true, false, null]);
  expect(table.columns[0]!.dictionary).toEqual(["2025-01-01"]);
});

test("numbers(table, name) of a column that is not there is all missing", () => {
  expect(numbers(drawn("group", [{ name: "a", type: "number", values: [1, 2] }]), "b")).toEqual([null, null]);
});
