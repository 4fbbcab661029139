import type { Column } from "./column.ts";

/** What one row of a table stands for; the privacy gate works on it. */
export type Unit = "group" | "customer" | "event";

/** A table of a result. A table of groups has a `customers` column. `truncatedFrom` is the full row count where only the head is here. */
export interface Table {
  rows: number;
  unit: Unit;
  columns: Column[];
  truncatedFrom?: number;
}

/** The column of that name, or undefined. */
export function columnOf(table: { columns: readonly Column[] }, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
