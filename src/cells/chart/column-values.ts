import { findColumn } from "../../data/verbs/find-column.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";

/** The column a channel reads. @throws {UserError} If there is none of that name; the error's param is the channel. */
export function channelColumn(table: DataTable, name: string, channel: string): Column {
  try {
    return findColumn(table.columns, name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, error.remedy, { param: channel });
  }
}

export const isNumeric = ({ type }: Column): boolean => type === "number" || type === "integer";

/** A column's values by row of the table, as numbers: codes of texts, 0 and 1, UTC milliseconds; NaN where missing. */
export function rowNumbers({ rows, selection }: DataTable, column: Column): Float64Array {
  const found = new Float64Array(rows);
  for (let index = 0; index < rows; index++) {
    const row = selection === undefined ? index : selection[index]!;
    found[index] = isPresent(column, row) ? column.values[row]! : Number.NaN;
  }
  return found;
}
