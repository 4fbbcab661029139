import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import type { RoleValue } from "../../schema/mapping.ts";
import { columnOf } from "../../schema/table.ts";
import { unknownColumn } from "../unknown-column.ts";

/** What a role stands for in one table: the same text for every row, or columns of which the first that is not missing counts. */
export type RoleColumns = { constant: string } | { columns: Column[] };

/**
 * Looks up what a role stands for.
 *
 * @param from The table's name, for messages.
 * @throws {UserError} If the table lacks a column, with the one probably meant.
 */
export function roleColumns(value: RoleValue, table: DataTable, from: string): RoleColumns {
  if (typeof value === "string" && value.startsWith("=")) return { constant: value.slice(1) };
  const names = typeof value === "string" ? [value] : value;
  const columns = names.map((name) => {
    const column = columnOf(table, name);
    if (column === undefined)
      throw unknownColumn(
        name,
        `"${from}"`,
        table.columns.map((known) => known.name),
      );
    return column;
  });
  return { columns };
}
