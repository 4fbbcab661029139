import { applyVerbs, type StepCount } from "../../data/verbs/apply-verbs.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Fact } from "../../schema/result.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { lossWarnings } from "./loss-warnings.ts";
import type { Params } from "./params.ts";
import { stepsTable } from "./steps-table.ts";

const counted = (count: number, one: string) => `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;

/** Steps after which a row is no longer one of those there were. */
const remaking: ReadonlySet<string> = new Set(["rollup", "join", "fold", "pivot", "unroll", "concat"]);

/** How many rows are there, in one sentence: kept of all while rows are only taken away, else what came of how many. */
function rowsFact(before: DataTable, after: DataTable, steps: readonly StepCount[]): Fact {
  const columns = counted(after.columns.length, "column");
  const remade = steps.some(({ verb }) => remaking.has(verb));
  const plain = `${counted(after.rows, "row")}, ${columns}`;
  const filtered = steps.some((step) => step.verb === "filter" || step.verb === "dedupe" || step.verb === "sample");
  const text = remade
    ? `${counted(after.rows, "row")} from ${counted(before.rows, "row")}, ${columns}`
    : filtered
      ? `${after.rows.toLocaleString("en-US")} of ${counted(before.rows, "row")} kept, ${columns}`
      : plain;
  return { code: "rows", text, values: { rows: after.rows, rows_before: before.rows, columns: after.columns.length }, holds: true };
}

/** Runs the steps one after the other. */
export async function compute(inputs: Inputs, params: Params, job: Job): Promise<CellOutput> {
  const from = inputs.table(params.from);
  const { table, steps } = await applyVerbs(from, params.verbs, {
    timezone: job.timezone,
    weekStart: job.weekStart,
    progress: (fraction, doing) => job.progress(fraction, doing),
    table: (reference) => inputs.table(reference),
  });
  const filteredOut = steps.filter((step) => step.verb === "filter").reduce((sum, step) => sum + step.rowsIn - step.rowsOut, 0);
  return {
    value: table,
    tables: { steps: stepsTable(steps) },
    facts: [rowsFact(from, table, steps)],
    warnings: lossWarnings(steps),
    n: table.rows,
    excluded: filteredOut === 0 ? {} : { "filtered out": filteredOut },
  };
}
