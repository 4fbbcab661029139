import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { findColumn, findColumns } from "./find-column.ts";
import type { WorkingTable } from "./working-table.ts";

/** Keeps some columns, in the order in which they are named. */
export function selectColumns(working: WorkingTable, names: readonly string[]): WorkingTable {
  if (names.length === 0) throw new UserError("No column is selected.", "Name at least one column.");
  const columns = findColumns(working.table.columns, names);
  return { ...working, table: { ...working.table, columns } };
}

/** Gives columns other names, from old to new. */
export function renameColumns({ table, groupedBy }: WorkingTable, names: Record<string, string>): WorkingTable {
  for (const name of Object.keys(names)) findColumn(table.columns, name);
  const renamed = (column: Column) => (Object.hasOwn(names, column.name) ? { ...column, name: names[column.name]! } : column);
  const columns = table.columns.map(renamed);
  const all = columns.map((column) => column.name);
  const twice = all.find((name, index) => all.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UserError(`Two columns would be called "${twice}".`, "Choose another name, or leave one of them out with select first.");
  return { table: { ...table, columns }, groupedBy: groupedBy.map(renamed) };
}
