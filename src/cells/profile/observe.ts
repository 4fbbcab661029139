import type { DataTable } from "../../data/data-table.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Column } from "../../schema/column.ts";
import { roles } from "../../schema/mapping.ts";
import type { Inputs } from "../cell.ts";
import { UserError } from "../../schema/errors.ts";
import { codesOf, columnNamed, numbersOf, presentIn, type Observed } from "./observed.ts";
import type { ProfileParams } from "./params.ts";

/** What a cell reads: a journey or a table. @throws {UserError} If it is neither. */
export function subject(inputs: Inputs, from: string): Journey | DataTable {
  try {
    return inputs.journey(from);
  } catch (error) {
    if (error instanceof UserError) return inputs.table(from);
    throw error;
  }
}

/** A table's rows with the columns that were chosen for their roles. */
function observeTable(table: DataTable, params: ProfileParams): Observed {
  const chosen = (param: "time" | "customer" | "id" | "amount" | "channel" | "currency" | "trusted" | "received") =>
    columnNamed(table, params[param], param);
  const who = codesOf(table, chosen("customer"));
  const trusted = chosen("trusted") ?? chosen("customer");
  return {
    rows: table.rows,
    row: "row",
    table,
    about: null,
    customers: who?.dictionary.length ?? 0,
    names: who?.dictionary ?? [],
    who: who?.codes ?? null,
    time: numbersOf(table, chosen("time") ?? table.columns.find(({ type }) => type === "time") ?? null),
    event: null,
    id: codesOf(table, chosen("id")),
    channel: codesOf(table, chosen("channel")),
    currency: codesOf(table, chosen("currency")),
    amount: numbersOf(table, chosen("amount")),
    received: numbersOf(table, chosen("received")),
    trusted: presentIn(table, trusted),
  };
}

/** A journey's events with their roles. */
function observeJourney(journey: Journey, params: ProfileParams): Observed {
  const { rows, customers, offsets } = journey;
  const who = new Int32Array(rows);
  for (let customer = 0; customer < customers; customer++) who.fill(customer, offsets[customer], offsets[customer + 1]);
  const mapped = roles.filter((role) => role !== "customer" && journey.has(role)).map((role): Column => ({ ...journey.property(role), name: role }));
  const table: DataTable = { rows, unit: "event", columns: mapped };
  const about: DataTable = { rows: customers, unit: "customer", columns: journey.attributes.map((name) => ({ ...journey.attribute(name), name })) };
  const role = (name: (typeof roles)[number]) => (journey.has(name) ? journey.code(name) : null);
  const other = (name: string | null) => (name === null ? null : journey.property(name));
  return {
    rows,
    row: "event",
    table,
    about: about.columns.length === 0 ? null : about,
    customers,
    names: journey.attribute("customer").dictionary!,
    who,
    time: journey.time,
    event: role("event"),
    id: role("id"),
    channel: role("channel"),
    currency: codesOf(table, other(params.currency)),
    amount: journey.has("value") ? journey.value("value").values : null,
    received: numbersOf(table, other(params.received)),
    trusted: presentIn(table, other(params.trusted)),
  };
}

/** Brings a table or a journey into the form that is checked. @throws {UserError} If a column is not there. */
export function observe(read: Journey | DataTable, params: ProfileParams): Observed {
  return "offsets" in read ? observeJourney(read, params) : observeTable(read, params);
}
