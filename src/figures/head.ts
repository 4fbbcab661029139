import type { Table } from "../schema/table.ts";

/** The first rows of a table as a table of its own, which says of how many they are the first. */
export function head(table: Table, rows: number): Table {
  const total = table.truncatedFrom ?? table.rows;
  const taken = Math.min(rows, table.rows);
  return {
    ...table,
    rows: taken,
    columns: table.columns.map((column) => ({
      ...column,
      values: column.values.slice(0, taken),
      ...(column.valid === undefined ? {} : { valid: column.valid.slice(0, (taken + 7) >> 3) }),
    })),
    ...(taken < total ? { truncatedFrom: total } : {}),
  };
}
