import { isPresent } from "../schema/missing.ts";
import { columnOf, type Table } from "../schema/table.ts";

/** A column's numbers; null where missing, or where the table has no such column. */
export function numbers(table: Table, name: string): (number | null)[] {
  const column = columnOf(table, name);
  const read: (number | null)[] = Array.from({ length: table.rows }, () => null);
  if (column === undefined || column.type === "text" || column.type === "boolean") return read;
  for (let row = 0; row < table.rows; row++) {
    const value = column.values[row]!;
    if (Number.isFinite(value) && isPresent(column, row)) read[row] = value;
  }
  return read;
}

/** A column's texts; null where missing, or where the table has no such column. */
export function texts(table: Table, name: string): (string | null)[] {
  const column = columnOf(table, name);
  const read: (string | null)[] = Array.from({ length: table.rows }, () => null);
  if (column?.dictionary === undefined) return read;
  for (let row = 0; row < table.rows; row++) if (isPresent(column, row)) read[row] = column.dictionary[column.values[row]!] ?? null;
  return read;
}

/** A column's yes and no; null where missing, or where the table has no such column. */
export function flags(table: Table, name: string): (boolean | null)[] {
  const column = columnOf(table, name);
  const read: (boolean | null)[] = Array.from({ length: table.rows }, () => null);
  if (column?.type !== "boolean") return read;
  for (let row = 0; row < table.rows; row++) if (isPresent(column, row)) read[row] = column.values[row] === 1;
  return read;
}
