import { parseCondition } from "../../schema/formula/parse-formula.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { rowsWhere } from "../formula/evaluate.ts";
import { formulaRun, type Losses } from "../formula/formula-run.ts";
import { formulaRows } from "./formula-rows.ts";
import { addLosses, type VerbJob } from "./verb-job.ts";
import type { WorkingTable } from "./working-table.ts";

/** Keeps the rows at which a condition is true; where it is missing, the row goes. Columns keep their buffers. */
export async function filterRows(working: WorkingTable, text: string, job: VerbJob, losses: Losses): Promise<WorkingTable> {
  const { table } = working;
  const formula = parseCondition(text, table.columns);
  const run = formulaRun(job);
  const test = compileFormula(formula, table.columns, formulaRows(working, formula.aggregate), run, { test: true });
  const selection = await rowsWhere(test, table, job.progress);
  addLosses(losses, run);
  return { ...working, table: { ...table, rows: selection.length, selection } };
}
