import type { Column } from "../schema/column.ts";
import type { Unit } from "../schema/table.ts";

/**
 * A table in the worker: column buffers and, after a filter or an order, the rows of them that are in it.
 *
 * Columns are shared between tables and never changed. Row `i` of the table is row `selection[i]` of every column, or row `i` without one.
 */
export interface DataTable {
  rows: number;
  unit: Unit;
  columns: readonly Column[];
  selection?: Uint32Array;
}
