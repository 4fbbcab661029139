import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";

/** A table with a row per group of customers. */
export function groups(rows: number, columns: Column[]): Table {
  return { rows, unit: "group", columns };
}
