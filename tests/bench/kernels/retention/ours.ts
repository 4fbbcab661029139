import type { CellOutput, Inputs, Job } from "../../../../src/cells/cell.ts";
import { compute } from "../../../../src/cells/retention/compute.ts";
import { params as schema } from "../../../../src/cells/retention/params.ts";
import type { Journey } from "../../../../src/journey/journey.ts";
import { resolve } from "../../../../src/schema/parameters.ts";
import type { RawParams } from "../../../../src/schema/parameter.ts";
import { scalarAt } from "../../../../src/schema/scalar.ts";
import { columnOf } from "../../../../src/schema/table.ts";
import type { Answer } from "../kernel.ts";

/** Runs the cell on a journey as the worker does. */
export function retentionOf(journey: Journey, job: Job, params: RawParams): Promise<CellOutput> {
  const none = () => {
    throw new Error("Retention reads one journey and nothing else here.");
  };
  const inputs: Inputs = { journey: () => journey, table: none, segments: none };
  return compute(inputs, resolve(schema, { from: "journey", ...params }), job);
}

/** The heat map's cells that are not 0: the cohort as year × 12 + month, the period, and a measure in parts of its unit. */
export function cellsOf({ tables }: CellOutput, measure: string, parts = 1): Answer {
  const main = tables["main"]!;
  const [cohort, period, value] = ["cohort", "period", measure].map((name) => columnOf(main, name)!);
  return Array.from({ length: main.rows }, (_, row) => {
    const [year, month] = String(scalarAt(cohort!, row)).split("-").map(Number);
    return [year! * 12 + month! - 1, Number(scalarAt(period!, row)), Math.round(Number(scalarAt(value!, row)) * parts)];
  }).filter(([, , amount]) => amount !== 0);
}
