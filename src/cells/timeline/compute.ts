import { UserError, type Fix } from "../../schema/errors.ts";
import type { Fact } from "../../schema/result.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { choose, risksOf, type Chosen } from "./customers.ts";
import { eventsTable } from "./events-table.ts";
import { occurrenceTables } from "./occurrence-tables.ts";
import type { TimelineParams } from "./params.ts";

const day = 86_400_000;
const whole = (count: number): string => count.toLocaleString("en-US");
const several = (count: number, word: string): string => `${whole(count)} ${word}${count === 1 ? "" : "s"}`;

function lengthOf(ms: number): string {
  if (ms < 2 * day) return ms < 1 ? "at one moment" : "within two days";
  return ms < 90 * day ? `in ${whole(Math.round(ms / day))} days` : `in ${whole(Math.round(ms / (30.44 * day)))} months`;
}

/** Steps to the customers before and behind, around at the ends so that both are always there. */
function steps({ position, of }: Chosen, { customer }: TimelineParams): Fix[] {
  if (of === 0 || (of === 1 && position === 1)) return [];
  const to = (place: number) => ({ position: ((place - 1 + of) % of) + 1, ...(customer === null ? {} : { customer: null }) });
  return [
    { label: "Previous customer", params: to((position ?? 1) - 1) },
    { label: "Next customer", params: to((position ?? 0) + 1) },
  ];
}

function facts(table: Table, { position, of }: Chosen, identity: string | null, risk: number | null, isLooked: boolean): Fact[] {
  const texts = (name: string) => columnOf(table, name)!.dictionary!.length;
  const times = columnOf(table, "time")!.values;
  const [first, last] = [times[0] ?? 0, times[table.rows - 1] ?? 0];
  const value = (columnOf(table, "value")!.values as Float64Array).reduce((sum: number, each: number) => sum + (each === each ? each : 0), 0);
  const among = position === null ? "A customer outside the segment" : `Customer ${whole(position)} of ${whole(of)}`;
  const who =
    identity === null
      ? isLooked && position === null
        ? "The customer looked for"
        : among
      : `${identity}, ${among[0]!.toLowerCase()}${among.slice(1)}`;
  const text = `${who}: ${several(table.rows, "event")} from ${several(texts("source"), "source")} ${lengthOf(last - first)}`;
  return [
    { code: "customer", text, values: { position: position ?? 0, of, events: table.rows, value }, holds: table.rows > 0 },
    ...(risk === null
      ? []
      : [{ code: "risk", text: `The risk of leaving is put at ${(risk * 100).toFixed(0)}%`, values: { probability: risk }, holds: true }]),
  ];
}

/**
 * One customer's events in the order of time, with the steps to the next.
 *
 * @returns `main`: an event a row. The customer's id is in it only where it is to be shown. `stages` and `sources`: the customer's events in each
 * there is, so that what is missing is seen too.
 * @throws {UserError} If there is no such customer.
 */
export async function compute(inputs: Inputs, params: TimelineParams, job: Job): Promise<CellOutput> {
  const journey = inputs.journey(params.from);
  if (journey.customers === 0) throw new UserError(`"${params.from}" has no customers.`, "Check its tables and its window.");
  const risks = params.risk === null ? null : risksOf(inputs.table(params.risk));
  const pause = job.progress(0.2, "finding the customer");
  if (pause) await pause;
  const chosen = choose(journey, params, risks);
  const id = journey.attribute("customer").dictionary![chosen.customer]!;
  const identity = params.show_identity ? id : null;
  const main = eventsTable(journey, chosen.customer, identity);
  return {
    tables: { main, ...occurrenceTables(journey, chosen.customer) },
    facts: facts(main, chosen, identity, risks?.get(id) ?? null, params.customer !== null),
    warnings: [],
    actions: steps(chosen, params),
    n: main.rows,
    counts: "events",
    excluded: {},
    window: journey.window,
  };
}
