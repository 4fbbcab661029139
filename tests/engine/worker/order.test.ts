import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { order } from "../../../src/engine/worker/order.ts";
import { scalarAt, type Scalar } from "../../../src/schema/scalar.ts";
import { dataTable } from "./arbitrary-table.ts";

const { compare } = new Intl.Collator("en", { numeric: true });

/** Brute force: every pair of neighbours, by the definition. */
function stands(a: Scalar, b: Scalar, placeA: number, placeB: number, descending: boolean): boolean {
  if (a === null || b === null) return a === null ? b === null && placeA < placeB : true;
  const sign = typeof a === "string" ? compare(a, b as string) : Number(a) - Number(b);
  return sign === 0 || Number.isNaN(sign) ? typeof a === "string" || placeA < placeB : descending ? sign > 0 : sign < 0;
}

test.prop([dataTable, fc.boolean()])("order(table, column, descending) puts equal rows in their order and missing ones last", (table, descending) => {
  for (const column of table.columns) {
    const places = order(table, column, descending);
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: table.rows }, (_, place) => place));
    const value = (place: number) => scalarAt(column, table.selection?.[place] ?? place);
    for (let at = 1; at < places.length; at++) {
      const [before, after] = [places[at - 1]!, places[at]!];
      expect(stands(value(before), value(after), before, after, descending)).toBe(true);
    }
  }
  expect(order(table, { name: "x", type: "number", values: new Float64Array(20) }, descending)).toHaveLength(table.rows);
});

test("order(table, column) reads numbers in texts as numbers, and orders by size across zero", () => {
  const text = { name: "t", type: "text" as const, values: Int32Array.of(0, 1, 2), dictionary: ["week 10", "week 9", "Week 1"] };
  const number = { name: "n", type: "number" as const, values: Float64Array.of(-0, -1e300, 5e-324) };
  const table = { rows: 3, unit: "group" as const, columns: [text, number] };
  expect([...order(table, text, false)]).toEqual([2, 1, 0]);
  expect([...order(table, number, false)]).toEqual([1, 0, 2]);
});
