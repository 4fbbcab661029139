import type { CellOutput, Inputs, Job } from "../../../../src/cells/cell.ts";
import { compute } from "../../../../src/cells/funnel/compute.ts";
import { params as schema } from "../../../../src/cells/funnel/params.ts";
import type { Journey } from "../../../../src/journey/journey.ts";
import { resolve } from "../../../../src/schema/parameters.ts";
import type { RawParams } from "../../../../src/schema/parameter.ts";
import { scalarAt } from "../../../../src/schema/scalar.ts";
import { columnOf } from "../../../../src/schema/table.ts";
import type { Answer } from "../kernel.ts";

/** The events of the four steps. */
export const stepEvents = ["product_view", "add_to_cart", "checkout_start", "purchase"] as const;

/** Runs the cell on a journey as the worker does. */
export function funnelOf(journey: Journey, job: Job, params: RawParams): Promise<CellOutput> {
  const none = () => {
    throw new Error("A funnel reads one journey and nothing else here.");
  };
  const inputs: Inputs = { journey: () => journey, table: none, segments: none };
  const steps = stepEvents.map((is) => ({ where: [{ column: "event", is }] }));
  return compute(inputs, resolve(schema, { from: "journey", steps, window: "7 days", mature: false, ...params }), job);
}

/** How many customers reached each step, of the steps anyone reached. */
export function reachedOf({ tables }: CellOutput): Answer {
  const main = tables["main"]!;
  const [step, customers] = ["step", "customers"].map((name) => columnOf(main, name)!);
  return Array.from({ length: main.rows }, (_, row) => [Number(scalarAt(step!, row)), Number(scalarAt(customers!, row))]).filter(
    ([, count]) => count !== 0,
  );
}
