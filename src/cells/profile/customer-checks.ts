import { sustained } from "../../analysis/outliers/sustained.ts";
import { quantile } from "../../analysis/quantile.ts";
import type { DataTable } from "../../data/data-table.ts";
import { passed, type Check } from "./check.ts";
import { codesOf, columnNamed, type Observed } from "./observed.ts";
import type { Inputs } from "../cell.ts";
import { UserError } from "../../schema/errors.ts";
import type { ProfileParams } from "./params.ts";
import { percent, several, someOf, whole } from "./say.ts";

/** Seconds of an event each that no person keeps up. */
const haste = 60;

/** Each customer's times in increasing order, and where they begin. */
function timesByCustomer({ who, time, customers, rows }: Observed): { offsets: Uint32Array; times: Float64Array } {
  const offsets = new Uint32Array(customers + 1);
  const isKnown = (row: number) => who![row]! >= 0 && !Number.isNaN(time![row]!);
  for (let row = 0; row < rows; row++) if (isKnown(row)) offsets[who![row]! + 1]!++;
  for (let customer = 0; customer < customers; customer++) offsets[customer + 1]! += offsets[customer]!;
  const times = new Float64Array(offsets[customers]!);
  const next = offsets.slice();
  for (let row = 0; row < rows; row++) if (isKnown(row)) times[next[who![row]!]!++] = time![row]!;
  for (let customer = 0; customer < customers; customer++) times.subarray(offsets[customer], offsets[customer + 1]).sort();
  return { offsets, times };
}

/** Customers who act as no person does, and customers of whom there is one event only. */
export function activityChecks(observed: Observed): Check[] {
  const { who, rows, row, customers } = observed;
  if (who === null || customers === 0) return [];
  const counts = new Float64Array(customers);
  for (let at = 0; at < rows; at++) if (who[at]! >= 0) counts[who[at]!]!++;
  const sorted = counts.toSorted();
  // The busiest of ten thousand is always above that quantile: to be a bot it has to stand out from the busiest hundredth too.
  const most = Math.max(quantile(sorted, 0.9999), 5 * quantile(sorted, 0.99));
  const isBot = Uint8Array.from(counts, (count) => Number(count > most));
  if (observed.time !== null) {
    const { offsets, times } = timesByCustomer(observed);
    for (let customer = 0; customer < customers; customer++) {
      if (isBot[customer] === 0 && sustained(times, offsets[customer]!, offsets[customer + 1]!, haste)) isBot[customer] = 1;
    }
  }
  const isOnce = Uint8Array.from(counts, (count) => Number(count === 1));
  const sum = (of: Uint8Array, each: (customer: number) => number) => of.reduce((total, is, customer) => total + is * each(customer), 0);
  const found = sum(isBot, () => 1);
  const once = sum(isOnce, () => 1);
  const present = counts.reduce((total, count) => total + Number(count > 0), 0);
  return [
    {
      ...passed("bots", "customers", present, `none with over ${whole(Math.round(most))} ${row}s, or one a second for a minute`),
      ...(found > 0 && { detail: `${several(found, "customer")} with over ${whole(Math.round(most))} ${row}s, or one a second for a minute` }),
      found,
      rows: sum(isBot, (customer) => counts[customer]!),
      who: isBot,
      severity: found === 0 ? "passed" : "warning",
    },
    {
      ...passed("one_event", "customers", present, `${percent(once / (present || 1))} of ${several(present, "customer")}`),
      found: once,
      rows: once,
      who: isOnce,
      severity: once === 0 ? "passed" : once > 0.8 * present ? "warning" : "note",
    },
  ];
}

function valuesOf(table: DataTable, name: string | null, param: "known_customer" | "spend_channel"): { values: Map<string, number>; rows: number } {
  if (name === null) throw new UserError(`"${param}" is missing.`, "Choose the column that both tables share.", { param });
  const { codes, dictionary } = codesOf(table, columnNamed(table, name, param))!;
  const values = new Map<string, number>();
  for (const code of codes) if (code >= 0) values.set(dictionary[code]!, (values.get(dictionary[code]!) ?? 0) + 1);
  return { values, rows: table.rows };
}

/**
 * Customers the table of customers does not know, and channels with spend but without events.
 *
 * @throws {UserError} If a table is given without the column to compare by.
 */
export function orphanChecks(observed: Observed, params: ProfileParams, inputs: Inputs): Check[] {
  const { who, names, channel, customers, rows, row } = observed;
  const checks: Check[] = [];
  if (params.known !== null && who !== null) {
    const { values } = valuesOf(inputs.table(params.known), params.known_customer, "known_customer");
    const isUnknown = Uint8Array.from({ length: customers }, (_, customer) => Number(!values.has(names[customer]!)));
    const found = isUnknown.reduce((total, is) => total + is, 0);
    let concerned = 0;
    for (let at = 0; at < rows; at++) if (who[at]! >= 0) concerned += isUnknown[who[at]!]!;
    checks.push({
      ...passed(
        "unknown_customers",
        "customers",
        customers,
        `${several(found, "customer")} with ${several(concerned, row)} not in "${params.known}"`,
      ),
      found,
      rows: concerned,
      who: isUnknown,
      severity: found === 0 ? "passed" : found > customers / 20 ? "error" : "warning",
    });
  }
  if (params.spend !== null && channel !== null) {
    const { values } = valuesOf(inputs.table(params.spend), params.spend_channel, "spend_channel");
    const used = new Set(Array.from(channel.codes, (code) => channel.dictionary[code]));
    const orphans = [...values.keys()].filter((name) => !used.has(name)).toSorted();
    checks.push({
      ...passed("spend_without_events", "channels", values.size, orphans.length === 0 ? "every channel with spend has events" : someOf(orphans, 5)),
      found: orphans.length,
      rows: orphans.reduce((total, name) => total + values.get(name)!, 0),
      severity: orphans.length === 0 ? "passed" : "warning",
    });
  }
  return checks;
}
