import { wilson } from "../../analysis/intervals/wilson.ts";
import { exclusionSteps } from "../../journey/exclusions.ts";
import type { JourneyAudit } from "../../journey/audit.ts";
import type { IdentityAudit, Joined, TypedId } from "../../journey/identity/identity-audit.ts";
import { comparedGaps, type Converted } from "../../journey/sensitivity.ts";
import { idWords } from "./id-words.ts";
import { codedColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";

/** How many rows are left after each step from the tables to the events. */
export function stepsTable({ lines }: JourneyAudit, customers: number): Table {
  let left = lines.reduce((sum, { rows }) => sum + rows, 0);
  const steps = [{ step: "rows of the tables", out: 0, left }];
  for (const { step, reasons } of exclusionSteps) {
    const out = lines.reduce((sum, { excluded }) => sum + reasons.reduce((total, reason) => total + excluded[reason], 0), 0);
    left -= out;
    steps.push({ step, out, left });
  }
  const isLast = (_: unknown, place: number) => (place === steps.length - 1 ? customers : Number.NaN);
  return {
    rows: steps.length,
    unit: "group",
    columns: [
      textColumn(
        "step",
        steps.map(({ step }) => step),
      ),
      integerColumn(
        "rows",
        steps.map((one) => one.left),
      ),
      integerColumn(
        "left_out",
        steps.map(({ out }) => out),
      ),
      // Whose the rows are is known of those that are left.
      { ...numberColumn("customers", steps.map(isLast), "customers"), type: "integer" },
    ],
  };
}

/** Customers, sessions and conversion as other rules would have them. */
export function sensitivityTable({ sensitivity, identity }: JourneyAudit, sessions: number, level: number): Table {
  const { customers, firstIds, sessions: byGap } = sensitivity;
  const rows: { rule: string; choice: string; customers: number; sessions: number; of: Converted | null; isCustomers: boolean }[] = [];
  const add = (rule: string, choice: string, count: number, own: number, of: Converted | null, isCustomers: boolean) =>
    rows.push({ rule, choice, customers: count, sessions: own, of, isCustomers });
  add("identity", "as it is", customers.count, sessions, customers, true);
  if (firstIds !== null) add("identity", "first id only", firstIds.count, Number.NaN, firstIds, true);
  const kinds = identity?.kinds ?? [];
  if (kinds.length > 1) for (const { type, without } of kinds) add("identity", `without ${idWords[type]}`, without, Number.NaN, null, true);
  for (const [place, minutes] of comparedGaps.entries())
    add("session gap", `${minutes} minutes`, customers.count, byGap[place]!.count, byGap[place]!, false);
  const bounds = rows.map(({ of, isCustomers }) => (of === null || !isCustomers ? null : wilson(of.converted, of.count, level)));
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      textColumn(
        "rule",
        rows.map(({ rule }) => rule),
      ),
      textColumn(
        "choice",
        rows.map(({ choice }) => choice),
      ),
      integerColumn(
        "customers",
        rows.map((row) => row.customers),
        "customers",
      ),
      {
        ...numberColumn(
          "sessions",
          rows.map((row) => row.sessions),
          "count",
        ),
        type: "integer",
      },
      numberColumn(
        "conversion",
        rows.map(({ of }) => (of === null || of.count === 0 ? Number.NaN : of.converted / of.count)),
        "rate",
      ),
      numberColumn(
        "conversion_lower",
        bounds.map((bound) => bound?.lower ?? Number.NaN),
        "lower",
      ),
      numberColumn(
        "conversion_upper",
        bounds.map((bound) => bound?.upper ?? Number.NaN),
        "upper",
      ),
    ],
  };
}

/** What was said twice in each line of the mapping, and its orders and refunds. */
export function duplicatesTable({ duplicates, lines }: JourneyAudit): Table {
  const whole = (name: string, values: number[]) => integerColumn(name, values);
  const names = duplicates.map((line) => (line.idNames === null ? -1 : line.idNames === "event" ? 0 : 1));
  return {
    rows: duplicates.length,
    unit: "group",
    columns: [
      textColumn(
        "table",
        duplicates.map(({ from }) => from),
      ),
      codedColumn("id_names", Int32Array.from(names), ["event", "order"]),
      whole(
        "repeated_ids",
        duplicates.map(({ ids }) => ids.rows),
      ),
      whole(
        "equal_rows",
        duplicates.map(({ equal }) => equal.rows),
      ),
      whole(
        "nearly_repeated",
        duplicates.map(({ near }) => near.rows),
      ),
      numberColumn(
        "value_left_out",
        duplicates.map(({ ids, equal, near }) => ids.value + equal.value + near.value),
      ),
      {
        ...numberColumn(
          "orders",
          duplicates.map(({ orders }) => orders ?? Number.NaN),
          "count",
        ),
        type: "integer",
      },
      whole(
        "refunds",
        duplicates.map(({ refunds }) => refunds.rows),
      ),
      numberColumn(
        "refunded",
        duplicates.map(({ refunds }) => refunds.value),
      ),
      integerColumn(
        "customers",
        lines.map((line) => line.customers),
        "customers",
      ),
    ],
  };
}

/** Enough of an address to know it again, and too little to write to it. */
function veiled({ type, id }: TypedId): string {
  if (type === "email") return id.replace(/^(.)[^@]*/, "$1…");
  return type === "phone" ? `…${id.slice(-2)}` : id;
}

const inWords = (id: TypedId): string => `${idWords[id.type]} ${veiled(id)}`;

const pairInWords = ({ low, high, rows }: Joined): string => `${inWords(low)} with ${inWords(high)} on ${rows} row${rows === 1 ? "" : "s"}`;

/** Pairs told of a customer; the rest are counted. */
const mostPairs = 12;

function why(joined: readonly Joined[]): string {
  const rest = joined.length - mostPairs;
  return `${joined.slice(0, mostPairs).map(pairInWords).join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}

/** The customers with most ids and why they are one, pairs that were not joined, and devices of too many people. */
export function identityTables({ clusters, refusals, devices }: IdentityAudit): Record<string, Table> {
  const id = (name: string, values: string[]) => textColumn(name, values, "customer");
  return {
    clusters: {
      rows: clusters.length,
      unit: "customer",
      columns: [
        id(
          "customer",
          clusters.map(({ customer }) => customer),
        ),
        integerColumn(
          "ids",
          clusters.map(({ ids }) => ids),
        ),
        textColumn(
          "why",
          clusters.map(({ joined }) => why(joined)),
          "verbatim",
        ),
      ],
    },
    refused: {
      rows: refusals.length,
      unit: "customer",
      columns: [
        id(
          "id",
          refusals.map(({ low }) => inWords(low)),
        ),
        id(
          "other_id",
          refusals.map(({ high }) => inWords(high)),
        ),
        integerColumn(
          "rows",
          refusals.map(({ rows }) => rows),
        ),
        textColumn(
          "too_many",
          refusals.map(({ type }) => idWords[type]),
        ),
        integerColumn(
          "limit",
          refusals.map(({ limit }) => limit),
        ),
      ],
    },
    devices: {
      rows: devices.length,
      unit: "customer",
      columns: [
        id("device", devices.map(inWords)),
        integerColumn(
          "people",
          devices.map(({ people }) => people),
        ),
        integerColumn(
          "rows",
          devices.map(({ rows }) => rows),
        ),
        integerColumn(
          "given",
          devices.map(({ given }) => given),
        ),
      ],
    },
  };
}
