import { expect, test } from "vitest";
import { pageOf } from "../../../src/app/table/table-rows.ts";
import type { Table } from "../../../src/schema/table.ts";

const table: Table = {
  rows: 4,
  unit: "event",
  columns: [
    { name: "city", type: "text", values: Int32Array.of(1, 0, -1, 1), dictionary: ["Zug", "Aarau"], valid: Uint8Array.of(0b1011) },
    { name: "amount", type: "number", values: Float64Array.of(5, 7, 1, 3) },
  ],
};
const source = { name: "main", table, fetch: null };

// Expected orders by hand: Aarau (rows 0 and 3), Zug (row 1), missing (row 2).
test("pageOf orders text by its words, equal values as they stand, and missing last", async () => {
  expect((await pageOf(source, 0, 4, { column: "city", descending: false })).rows).toEqual([0, 3, 1, 2]);
  expect((await pageOf(source, 0, 4, { column: "city", descending: true })).rows).toEqual([1, 0, 3, 2]);
});

test("pageOf cuts a page out of the whole order", async () => {
  expect((await pageOf(source, 1, 3, { column: "amount", descending: false })).rows).toEqual([3, 0]);
  expect((await pageOf(source, 2, 102, null)).rows).toEqual([2, 3]);
});

test("pageOf asks for rows of a table that is elsewhere", async () => {
  const asked: unknown[] = [];
  const fetch = (from: number, to: number, order: unknown) => {
    asked.push([from, to, order]);
    return Promise.resolve({ ...table, rows: 2 });
  };
  expect((await pageOf({ ...source, fetch }, 100, 200, null)).rows).toEqual([0, 1]);
  expect(asked).toEqual([[100, 200, null]]);
});
