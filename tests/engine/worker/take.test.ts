import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { shippedTables } from "../../../src/engine/worker/shipped.ts";
import { range, take } from "../../../src/engine/worker/take.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { dataTable } from "./arbitrary-table.ts";

test.prop([dataTable, fc.nat(20), fc.nat(20)])("take(table, rows) holds those rows, with buffers and words of its own", (table, from, to) => {
  const taken = take(table, range(table.rows, from, to));
  // By hand: the rows from `from` up to `to`, as far as there are any.
  expect(taken.rows).toBe(Math.max(0, Math.min(to, table.rows) - Math.min(from, table.rows)));
  for (const [at, column] of table.columns.entries()) {
    const copy = taken.columns[at]!;
    expect(copy.values.buffer).not.toBe(column.values.buffer);
    for (let row = 0; row < taken.rows; row++) {
      expect(scalarAt(copy, row)).toBe(scalarAt(column, table.selection?.[from + row] ?? from + row));
    }
    expect(copy.dictionary?.length ?? 0).toBeLessThanOrEqual(taken.rows);
  }
});

const long = (rows: number) => ({
  rows,
  unit: "event" as const,
  columns: [{ name: "n", type: "number" as const, values: new Float64Array(rows) }],
});

test("shippedTables(output) gives whole tables up to 50,000 rows, and the head of longer ones", () => {
  const { main, a, b } = shippedTables({ value: long(50_001), tables: { a: long(50_000), b: long(50_001) } });
  expect([main!.rows, main!.truncatedFrom, a!.rows, a!.truncatedFrom, b!.rows, b!.truncatedFrom]).toEqual([
    200,
    50_001,
    50_000,
    undefined,
    200,
    50_001,
  ]);
});
