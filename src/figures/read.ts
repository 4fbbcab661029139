import { scalarAt, type Scalar } from "../schema/scalar.ts";
import { columnOf, type Table } from "../schema/table.ts";

function read<T extends Scalar>(table: Table, name: string, known: (value: Scalar) => T | null): (T | null)[] {
  const column = columnOf(table, name);
  return Array.from({ length: table.rows }, (_, row) => (column === undefined ? null : known(scalarAt(column, row))));
}

/** A column's numbers; null where missing, or where the table has no such column. */
export function numbers(table: Table, name: string): (number | null)[] {
  return read(table, name, (value) => (typeof value === "number" && Number.isFinite(value) ? value : null));
}

/** A column's texts; null where missing, or where the table has no such column. */
export function texts(table: Table, name: string): (string | null)[] {
  return read(table, name, (value) => (typeof value === "string" ? value : null));
}

/** A column's yes and no; null where missing, or where the table has no such column. */
export function flags(table: Table, name: string): (boolean | null)[] {
  return read(table, name, (value) => (typeof value === "boolean" ? value : null));
}
