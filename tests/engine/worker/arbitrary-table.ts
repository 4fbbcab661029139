import { fc } from "@fast-check/vitest";
import type { DataTable } from "../../../src/data/data-table.ts";
import type { Column } from "../../../src/schema/column.ts";
import { allPresent, setMissing } from "../../../src/schema/missing.ts";

const number = fc.double({ noNaN: true });
const word = fc.string({ maxLength: 3, unit: "binary" });

function withMissing(column: Column, missing: readonly number[]): Column {
  if (missing.length === 0) return column;
  const valid = allPresent(column.values.length);
  for (const row of missing) {
    setMissing(valid, row);
    column.values[row] = column.type === "text" ? -1 : column.type === "number" ? NaN : 0;
  }
  return { ...column, valid };
}

const columns = (rows: number): fc.Arbitrary<Column[]> => {
  const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: rows, maxLength: rows });
  const missing = rows === 0 ? fc.constant([]) : fc.array(fc.integer({ min: 0, max: rows - 1 }), { maxLength: 4 });
  const column = fc.oneof(
    list(number).map((values): Column => ({ name: "number", type: "number", unit: "EUR", values: Float64Array.from(values) })),
    list(fc.integer()).map((values): Column => ({ name: "integer", type: "integer", role: "count", values: Int32Array.from(values) })),
    list(fc.integer({ min: 0, max: 1 })).map((values): Column => ({ name: "flag", type: "boolean", values: Uint8Array.from(values) })),
    fc.tuple(list(fc.nat(3)), fc.uniqueArray(word, { minLength: 4, maxLength: 4 })).map(([codes, dictionary]): Column => {
      return { name: "text", type: "text", values: Int32Array.from(codes), dictionary };
    }),
  );
  return fc.array(
    fc.tuple(column, missing).map(([column, rows]) => withMissing(column, rows)),
    { maxLength: 4 },
  );
};

/** Tables of every column type, with missing rows, and now and then a selection. */
export const dataTable: fc.Arbitrary<DataTable> = fc.nat(20).chain((rows) =>
  fc.tuple(columns(rows), fc.option(fc.uniqueArray(fc.nat(Math.max(0, rows - 1)), { maxLength: rows }))).map(([columns, chosen]): DataTable => {
    const table = { rows, unit: "event", columns } as const;
    return chosen === null || rows === 0 ? table : { ...table, rows: chosen.length, selection: Uint32Array.from(chosen) };
  }),
);
