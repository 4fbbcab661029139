import type { Column } from "../../schema/column.ts";
import { parseFormula } from "../../schema/formula/parse-formula.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { columnOf } from "../formula/evaluate.ts";
import { formulaRun, type Losses } from "../formula/formula-run.ts";
import { gather } from "./gather.ts";
import { groupCodes } from "./group-codes.ts";
import { putColumn } from "./put-column.ts";
import { addLosses, type VerbJob } from "./verb-job.ts";
import { bufferLength, type WorkingTable } from "./working-table.ts";

/** One row for each group, in the order in which the groups appear: the columns grouped by, and a column for each formula. */
export async function rollupGroups(
  { table, groupedBy }: WorkingTable,
  formulas: Record<string, string>,
  job: VerbJob,
  losses: Losses,
): Promise<WorkingTable> {
  const { codes, count, firstRows } = groupCodes(table, groupedBy);
  const columns: Column[] = groupedBy.map((column) => gather(column, firstRows));
  const rows = { length: bufferLength(table), selection: table.selection, groups: codes, groupCount: count };
  for (const [name, text] of Object.entries(formulas)) {
    const formula = parseFormula(text, table.columns, { aggregate: true });
    const run = formulaRun(job);
    const compiled = compileFormula(formula, table.columns, rows, run, { overGroups: true });
    const made = await columnOf(name, compiled, count, { rows: count }, job.progress);
    addLosses(losses, run);
    putColumn(columns, made);
  }
  // How many customers a row stands for is not known of a group of any table, so for the privacy gate a row is an event like those it sums.
  return { table: { rows: count, unit: "event", columns }, groupedBy: [] };
}
