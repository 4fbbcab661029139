import type { DataTable } from "../../data/data-table.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import { buffersOf } from "../buffers-of.ts";
import { isDataTable, type Kept } from "./store.ts";
import { range, take } from "./take.ts";

/** Tables with more rows stay in the worker and are paged. */
export const wholeUpTo = 50_000;
/** Rows of a table that stays in the worker which the page is given at once. */
export const headRows = 200;

function head(table: DataTable): Table {
  if (table.rows <= wholeUpTo) return take(table, range(table.rows, 0, table.rows));
  return { ...take(table, range(table.rows, 0, headRows)), truncatedFrom: table.rows };
}

/** A kept output's tables as the page gets them: copies, so that what stays is untouched, and of long tables only the head. */
export function shippedTables({ value, tables }: Kept): Record<string, Table> {
  const shipped = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, head(table)]));
  return isDataTable(value) && tables["main"] === undefined ? { ...shipped, main: head(value) } : shipped;
}

/** The buffers of tables made to be sent, for the list of what is moved rather than copied. */
export function buffersToMove(tables: CellResult["tables"]): ArrayBuffer[] {
  return [...buffersOf(tables)].filter((buffer) => buffer instanceof ArrayBuffer);
}
