import { expect, test } from "vitest";
import { tableVerbs } from "../../../src/app/table/table-verbs.ts";
import { rowMask } from "../../../src/journey/predicates/row-mask.ts";
import type { Column } from "../../../src/schema/column.ts";
import type { ColumnCondition } from "../../../src/schema/conditions.ts";
import { after, rowsOf } from "../../data/formula/columns.ts";
import { rowsHolding } from "../../../src/data/shape/rows-holding.ts";

const columns: Column[] = [
  { name: "row", type: "integer", values: Int32Array.of(0, 1, 2, 3) },
  { name: "Customer ID", type: "text", values: Int32Array.of(0, 1, -1, 2), dictionary: ['a"b', "Zug\\", "b"], valid: Uint8Array.of(0b1011) },
  { name: "orders", type: "number", values: Float64Array.of(1, 2.5, -3, Number.NaN), valid: Uint8Array.of(0b0111) },
  { name: "app", type: "boolean", values: Uint8Array.of(1, 0, 1, 0), valid: Uint8Array.of(0b0111) },
  {
    name: "at",
    type: "time",
    values: Float64Array.of(Date.UTC(2025, 0, 1), Date.UTC(2025, 0, 2), Date.UTC(2024, 5, 1), Number.NaN),
    valid: Uint8Array.of(0b0111),
  },
];
const table = { rows: 4, unit: "event" as const, columns };

const conditions: ColumnCondition[] = [
  { column: "Customer ID", is: 'a"b' },
  { column: "Customer ID", isNot: "b" },
  { column: "Customer ID", in: ["b", "Zug\\"] },
  { column: "Customer ID", notIn: ["b"] },
  { column: "Customer ID", contains: '"' },
  { column: "Customer ID", matches: "^Z" },
  { column: "Customer ID", missing: true },
  { column: "orders", missing: false },
  { column: "orders", atLeast: 1 },
  { column: "orders", atMost: "2.5" },
  { column: "orders", above: -3 },
  { column: "orders", below: 2 },
  { column: "app", is: true },
  { column: "app", is: false },
  { column: "at", atLeast: "2025-01-01" },
  { column: "at", below: "2025-01-02" },
];

const rowsAfter = async (where: readonly ColumnCondition[], search = ""): Promise<number[]> => {
  const { table: left } = await after(table, tableVerbs({ where, search, order: null }, columns));
  return rowsOf(left).map(([row]) => row as number);
};

test.each(conditions)("tableVerbs(…) writes a filter that keeps the same rows: %j", async (condition) => {
  const mask = rowMask(table, [condition], "t", "UTC");
  expect(await rowsAfter([condition])).toEqual([0, 1, 2, 3].filter((row) => mask[row] === 1));
});

test("tableVerbs(…) writes a search as a filter that finds what the search finds", async () => {
  for (const search of ["B", "zug", "nowhere"]) {
    const holds = rowsHolding(table, search);
    expect(await rowsAfter([], search)).toEqual([0, 1, 2, 3].filter((row) => holds[row] === 1));
  }
});

test("tableVerbs(…) puts the order behind the filters", () => {
  const verbs = tableVerbs({ where: [{ column: "orders", atLeast: 2 }], search: "", order: { column: "orders", descending: true } }, columns);
  expect(verbs).toEqual([{ filter: "orders >= 2" }, { orderby: [{ desc: "orders" }] }]);
});
