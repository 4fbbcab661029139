import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { parseFormula, type Formula } from "../../schema/formula/parse-formula.ts";
import { compileFormula } from "../formula/compile-formula.ts";
import { columnOf } from "../formula/evaluate.ts";
import { formulaRun, type Losses } from "../formula/formula-run.ts";
import { formulaRows } from "./formula-rows.ts";
import { putColumn } from "./put-column.ts";
import { addLosses, type VerbJob } from "./verb-job.ts";
import { bufferLength, type WorkingTable } from "./working-table.ts";

function read(name: string, text: string, columns: readonly Column[], siblings: readonly string[]): Formula {
  try {
    return parseFormula(text, columns);
  } catch (error) {
    const sibling = siblings.find((other) => error instanceof UserError && error.message.startsWith(`There is no column "${other}"`));
    if (sibling === undefined) throw error;
    throw new UserError(`${name} reads ${sibling}, which is made in the same step.`, `Put ${sibling} into a derive step before this one.`);
  }
}

/** Adds columns made by formulas; one with a name that is there already takes its place. All formulas read the table as it was before. */
export async function deriveColumns(working: WorkingTable, formulas: Record<string, string>, job: VerbJob, losses: Losses): Promise<WorkingTable> {
  const { table } = working;
  const columns = [...table.columns];
  for (const [name, text] of Object.entries(formulas)) {
    const formula = read(name, text, table.columns, Object.keys(formulas));
    const run = formulaRun(job);
    const compiled = compileFormula(formula, table.columns, formulaRows(working, formula.aggregate), run);
    const made = await columnOf(name, compiled, bufferLength(table), table, job.progress);
    addLosses(losses, run);
    putColumn(columns, made);
  }
  return { ...working, table: { ...table, columns } };
}
