import { expect, test } from "vitest";
import { columnSummaries } from "../../../src/data/shape/column-summaries.ts";
import { rowsHolding } from "../../../src/data/shape/rows-holding.ts";
import { numbers } from "../../../src/figures/read.ts";
import { column, tableOf } from "../formula/columns.ts";

// By hand: of 0, 8 and 16 in 16 bins of width 1, the last value belongs to the last bin.
const table = tableOf(column("size", "number", [0, 8, 16, null]), column("shop", "text", ["web", "Web shop", "web", null]));

test("columnSummaries counts missing values, the range, and values by bin", () => {
  const summary = columnSummaries(table);
  expect(numbers(summary, "missing")).toEqual([1, 1]);
  expect(numbers(summary, "distinct")).toEqual([null, 2]);
  expect(numbers(summary, "greatest")).toEqual([16, null]);
  expect(["bin_1", "bin_2", "bin_9", "bin_16"].map((bin) => numbers(summary, bin)[0])).toEqual([1, 0, 1, 1]);
  expect(["bin_1", "bin_2"].map((bin) => numbers(summary, bin)[1])).toEqual([2, 1]);
});

test("rowsHolding finds a text in any case, and nothing in missing values", () => {
  expect([...rowsHolding(table, "WEB")]).toEqual([1, 1, 1, 0]);
  expect([...rowsHolding({ ...table, rows: 2, selection: Uint32Array.of(3, 1) }, "shop")]).toEqual([0, 1]);
});
