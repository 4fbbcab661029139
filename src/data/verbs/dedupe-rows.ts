import { findColumns } from "./find-column.ts";
import { groupCodes } from "./group-codes.ts";
import type { WorkingTable } from "./working-table.ts";

/** Keeps the first of the rows that are alike in some columns, or in all of them where none is named; missing values are alike. */
export function dedupeRows(working: WorkingTable, names: readonly string[]): WorkingTable {
  const { table } = working;
  const by = names.length === 0 ? table.columns : findColumns(table.columns, names);
  if (table.rows === 0 || by.length === 0) return working;
  const selection = groupCodes(table, by).firstRows;
  return { ...working, table: { ...table, rows: selection.length, selection } };
}
