import type { Journey } from "../../journey/journey.ts";
import type { DataTable } from "../../data/data-table.ts";
import { UserError } from "../../schema/errors.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { columnOf } from "../../schema/table.ts";
import type { TimelineParams } from "./params.ts";

/** The customer shown, and where they stand among those of the segment. */
export interface Chosen {
  customer: number;
  /** From 1; null for a customer who was looked for and is not in the segment. */
  position: number | null;
  of: number;
}

/** Each customer's probability of leaving by id. @throws {UserError} If the table has no such columns. */
export function risksOf(table: DataTable): Map<string, number> {
  const [customer, probability] = ["customer", "probability"].map((name) => {
    const column = columnOf({ columns: table.columns }, name);
    if (column !== undefined) return column;
    throw new UserError(`The table of risks has no column "${name}".`, "Choose the scores of a churn cell.", { param: "risk" });
  });
  const risks = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const at = table.selection?.[row] ?? row;
    const risk = scalarAt(probability!, at);
    if (typeof risk === "number") risks.set(String(scalarAt(customer!, at)), risk);
  }
  return risks;
}

/** What customers are ordered by, the largest first; null keeps the order of their ids. */
function weightOf(journey: Journey, { order }: TimelineParams, ids: readonly string[], risks: ReadonlyMap<string, number> | null) {
  const { offsets } = journey;
  if (order === "events") return (customer: number) => offsets[customer + 1]! - offsets[customer]!;
  if (order === "value") {
    const { values } = journey.value("value");
    return (customer: number) =>
      values.subarray(offsets[customer], offsets[customer + 1]).reduce((sum, value) => sum + (value === value ? value : 0), 0);
  }
  if (order === "id") return null;
  if (risks === null) throw new UserError("There is no risk to order by.", "Choose a table of risks, or another order.", { param: "risk" });
  return (customer: number) => risks.get(ids[customer]!) ?? -1;
}

/** The customers of the segment in the order asked for. Equal ones stand by id. */
function inOrder(journey: Journey, params: TimelineParams, ids: readonly string[], risks: ReadonlyMap<string, number> | null): Uint32Array {
  const mask = journey.mask(params.segment);
  const { offsets } = journey;
  const isIn = (customer: number) => mask.subarray(offsets[customer], offsets[customer + 1]).includes(1);
  const customers = Uint32Array.from({ length: journey.customers }, (_, customer) => customer).filter(isIn);
  const weight = weightOf(journey, params, ids, risks);
  if (weight === null) return customers;
  const weights = Float64Array.from(customers, weight);
  const places = Uint32Array.from(customers.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  return places.map((place) => customers[place]!);
}

/**
 * The customer to show: the one looked for, by id or a part of it, or the one at the position.
 *
 * @throws {UserError} If nobody is found, or there are not so many.
 */
export function choose(journey: Journey, params: TimelineParams, risks: ReadonlyMap<string, number> | null): Chosen {
  const ids = journey.attribute("customer").dictionary!;
  const customers = inOrder(journey, params, ids, risks);
  const of = customers.length;
  if (params.customer !== null && params.customer.trim() !== "") {
    const wanted = params.customer.trim().toLowerCase();
    const exact = ids.findIndex((id) => id.toLowerCase() === wanted);
    const customer = exact >= 0 ? exact : ids.findIndex((id) => id.toLowerCase().includes(wanted));
    if (customer < 0) throw new UserError(`Nobody is called "${params.customer}".`, "Write another id or a part of one.", { param: "customer" });
    const place = customers.indexOf(customer);
    return { customer, position: place < 0 ? null : place + 1, of };
  }
  if (of === 0) throw new UserError("No customer meets the conditions.", "Ask for less, or choose another segment.", { param: "segment" });
  if (params.position > of) {
    const fixes = [{ label: "Go to the last", params: { position: of } }];
    throw new UserError(`There is no customer ${params.position}: there are ${of}.`, `Choose a number from 1 to ${of}.`, {
      param: "position",
      fixes,
    });
  }
  return { customer: customers[params.position - 1]!, position: params.position, of };
}
