import { UserError } from "../../schema/errors.ts";
import type { DataTable } from "../data-table.ts";
import { appendTables } from "../read/append-tables.ts";
import { gather } from "./gather.ts";
import { mostRows } from "./most-rows.ts";
import type { VerbJob } from "./verb-job.ts";
import { bufferRows } from "./working-table.ts";

function whole(table: DataTable): DataTable {
  if (table.selection === undefined) return table;
  const rows = bufferRows(table);
  return { rows: table.rows, unit: table.unit, columns: table.columns.map((column) => gather(column, rows)) };
}

/**
 * A table with the rows of others below it; columns are matched by name, and what a table lacks is missing in its rows and said in `notes`.
 *
 * @throws {UserError} If columns of one name do not go together, or there would be more than 20 million rows.
 */
export function concatTables(table: DataTable, names: readonly string[], job: VerbJob, notes: string[]): DataTable {
  const parts = [{ name: "this table", table }, ...names.map((name) => ({ name, table: job.table(name) }))];
  const size = parts.reduce((sum, part) => sum + part.table.rows, 0);
  if (size > mostRows) throw new UserError(`Together the tables have ${size.toLocaleString("en-US")} rows.`, "Filter or roll them up first.");
  try {
    const { table: together, drift } = appendTables(parts.map((part) => ({ ...part, table: whole(part.table) })));
    notes.push(...drift.map(({ column, lacking }) => `"${column}" is not in ${lacking.join(", ")} and is missing in those rows.`));
    return together;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, "Derive one as the other's type in a step before, such as text(…), or give it another name.");
  }
}
