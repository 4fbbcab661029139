import type { Column, ColumnRole, ColumnType, ColumnValues } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";
import type { Scalar } from "../../schema/scalar.ts";
import type { Table, Unit } from "../../schema/table.ts";

/** One column as plain values; null is missing. */
export interface DrawnValues {
  name: string;
  type: ColumnType;
  values: readonly Scalar[];
  unit?: string;
  role?: ColumnRole;
}

function coded(values: readonly Scalar[]): { values: Int32Array; dictionary: string[] } {
  const places = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const text = String(value);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  return { values: codes, dictionary: [...places.keys()] };
}

function buffer(type: ColumnType, values: readonly Scalar[]): { values: ColumnValues; dictionary?: string[] } {
  if (type === "text") return coded(values);
  if (type === "boolean") return { values: Uint8Array.from(values, Number) };
  return { values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))) };
}

/** A table of plain values as a result holds it. */
export function tableOf(columns: readonly DrawnValues[], unit: Unit): Table {
  const made = columns.map(({ values, ...about }): Column => {
    const column: Column = { ...about, ...buffer(about.type, values) };
    if (!values.includes(null)) return column;
    const valid = allPresent(values.length);
    values.forEach((value, row) => {
      if (value === null) setMissing(valid, row);
    });
    return { ...column, valid };
  });
  return { rows: columns[0]?.values.length ?? 0, unit, columns: made };
}
