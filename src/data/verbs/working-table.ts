import type { Column } from "../../schema/column.ts";
import type { DataTable } from "../data-table.ts";

/** A table between two steps: the table, and the columns it is grouped by. */
export interface WorkingTable {
  table: DataTable;
  groupedBy: readonly Column[];
}

/** Rows of a table's buffers, of which `table.rows` are in it. */
export function bufferLength(table: DataTable): number {
  return table.columns[0]?.values.length ?? table.rows;
}

/** The row of the buffers that a row of the table is. */
export function bufferRows(table: DataTable): Uint32Array {
  if (table.selection !== undefined) return table.selection;
  const rows = new Uint32Array(table.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows;
}
