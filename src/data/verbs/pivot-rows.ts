import { zone } from "../../analysis/calendar/zone.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { parseFormula } from "../../schema/formula/parse-formula.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { PivotVerb } from "../../schema/verbs.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { columnOf } from "../formula/evaluate.ts";
import { formulaRun, type Losses } from "../formula/formula-run.ts";
import { findColumn } from "./find-column.ts";
import { freeName } from "./free-name.ts";
import { gather } from "./gather.ts";
import { groupCodes } from "./group-codes.ts";
import { orderRows } from "./order-rows.ts";
import { addLosses, type VerbJob } from "./verb-job.ts";
import { bufferLength, type WorkingTable } from "./working-table.ts";

const mostColumns = 2_000;

/** A value as the name of a column; a time as local ISO text, without the hour at midnight. */
function nameOf(column: Column, row: number, timezone: string): string {
  const value = scalarAt(column, row);
  if (value === null) return "empty";
  if (column.type !== "time") return String(value) || "empty";
  const local = new Date(Number(value) + zone(timezone).offset(Number(value))).toISOString();
  return local.slice(0, 16).replace("T", " ").replace(" 00:00", "");
}

/**
 * One row for each group of a groupby, with a column for each value of another column that holds an aggregate of the rows with that value.
 *
 * @throws {UserError} If there would be more than 2,000 columns, before any of them is made.
 */
export async function pivotRows(working: WorkingTable, { column: name, value }: PivotVerb, job: VerbJob, losses: Losses): Promise<WorkingTable> {
  const { table, groupedBy } = working;
  const column = findColumn(table.columns, name);
  const keys = groupCodes(table, [column]);
  if (keys.count > mostColumns) {
    throw new UserError(
      `The pivot would make ${keys.count.toLocaleString("en-US")} columns, one for each value of "${name}".`,
      "Filter or bucket its values first, or keep them in rows with groupby and rollup.",
    );
  }
  const formula = parseFormula(value, table.columns, { aggregate: true });
  const groups = groupCodes(table, groupedBy);
  const both = groupCodes(table, [...groupedBy, column]);
  const run = formulaRun(job);
  const rows = { length: bufferLength(table), selection: table.selection, groups: both.codes, groupCount: both.count };
  const compiled = compileFormula(formula, table.columns, rows, run, { overGroups: true });
  const made = await columnOf(name, compiled, both.count, { rows: both.count }, job.progress);
  addLosses(losses, run);
  const count = table.rows === 0 ? 0 : groups.count;
  const places = Array.from({ length: keys.count }, () => new Int32Array(count).fill(-1));
  both.firstRows.forEach((row, pair) => {
    places[keys.codes[row]!]![groups.codes[row]!] = pair;
  });
  const columns = groupedBy.map((one) => gather(one, groups.firstRows));
  const taken = new Set(columns.map((one) => one.name));
  // Columns stand in the order of their values, so that the order of the rows does not matter.
  const inOrder = orderRows({ rows: keys.count, unit: "event", columns: [column], selection: keys.firstRows }, [{ column, descending: false }]);
  for (const row of inOrder) {
    const own = freeName(nameOf(column, row, job.timezone), taken);
    taken.add(own);
    columns.push({ ...gather(made, places[keys.codes[row]!]!), name: own });
  }
  return { table: { rows: count, unit: "event", columns }, groupedBy: [] };
}
