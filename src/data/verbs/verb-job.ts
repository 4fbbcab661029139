import type { FormulaRun, Losses } from "../formula/formula-run.ts";
import type { DataTable } from "../data-table.ts";
import type { Progress } from "../progress.ts";

/** What steps may know beside the table they change. */
export interface VerbJob {
  /** IANA zone of dates in formulas. */
  timezone: string;
  /** 1 is Monday. */
  weekStart: number;
  progress: Progress;
  /** Another cell's table, for a join. @throws {UserError} If it is not one. */
  table(reference: string): DataTable;
}

/** Adds one formula's losses to a step's. */
export function addLosses(to: Losses, { losses }: FormulaRun): void {
  for (const reason of Object.keys(to) as (keyof Losses)[]) to[reason] += losses[reason];
}
