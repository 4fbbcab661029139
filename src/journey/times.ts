import type { Column } from "../schema/column.ts";
import { UserError } from "../schema/errors.ts";
import { roleColumns } from "./columns/role-columns.ts";
import type { MappedLine } from "./mapped.ts";

function asTime(column: Column, from: string): Float64Array {
  if (column.type === "time") return column.values as Float64Array;
  throw new UserError(
    `"${column.name}" in "${from}" holds ${column.type === "text" ? "text" : "numbers"}, not times.`,
    `Choose another column for the time, or change the type of "${column.name}" to time in its source.`,
    { param: "events" },
  );
}

/**
 * When the row's event happened: the first of the line's time columns that is not missing.
 *
 * @returns UTC milliseconds per row of the table, NaN where missing. It may be the column's own buffer: never change it.
 * @throws {UserError} If a column is unknown or does not hold times.
 */
export function timesOf({ line, table }: MappedLine): Float64Array {
  const found = roleColumns(line.time, table, line.from);
  if ("constant" in found) {
    throw new UserError(`The time of "${line.from}" is the constant "${found.constant}".`, "Choose the column that says when an event happened.", {
      param: "events",
    });
  }
  const columns = found.columns.map((column) => asTime(column, line.from));
  const { rows, selection } = table;
  if (columns.length === 1 && selection === undefined && columns[0]!.length === rows) return columns[0]!;
  const times = new Float64Array(rows).fill(NaN);
  for (const values of columns) {
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(times[row]!)) times[row] = values[selection === undefined ? row : selection[row]!]!;
    }
  }
  return times;
}
