import type { JourneyAudit } from "../../journey/audit.ts";
import type { Journey } from "../../journey/journey.ts";
import type { IdentityAudit } from "../../journey/identity/identity-audit.ts";
import type { MappedLine } from "../../journey/mapped.ts";
import type { Column, ColumnRole } from "../../schema/column.ts";
import { numberColumn } from "../../schema/made-columns.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";
import { roles, type RoleValue } from "../../schema/mapping.ts";
import type { Values } from "../../schema/parameter.ts";
import type { Table } from "../../schema/table.ts";
import type { params } from "./params.ts";

function text(name: string, values: readonly (string | null)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value)));
  const valid = allPresent(values.length);
  for (const [row, value] of values.entries()) if (value === null) setMissing(valid, row);
  return { name, type: "text", role: "dimension", values: codes, dictionary, ...(values.includes(null) ? { valid } : {}) };
}

function counts(name: string, values: readonly number[], role: ColumnRole = "count"): Column {
  return { name, type: "integer", role, values: Float64Array.from(values) };
}

function times(name: string, values: readonly number[]): Column {
  return { name, type: "time", role: "value", values: Float64Array.from(values) };
}

function shares(name: string, parts: readonly number[], wholes: readonly number[]): Column {
  const values = Float64Array.from(parts, (part, row) => (wholes[row]! > 0 ? part / wholes[row]! : NaN));
  const valid = allPresent(values.length);
  for (const [row, whole] of wholes.entries()) if (whole === 0) setMissing(valid, row);
  return { name, type: "number", role: "rate", values, ...(wholes.includes(0) ? { valid } : {}) };
}

function inWords(value: RoleValue | undefined): string | null {
  return value === undefined ? null : Array.isArray(value) ? value.join(", else ") : value;
}

/** A count's column name out of a reason: "no customer" is `excluded_no_customer`. */
const columnName = (reason: string) => `excluded_${reason.replaceAll(" ", "_")}`;

/** One row per line of the mapping: which columns play which role, and what became of the rows. */
export function mainTable({ lines: audited }: JourneyAudit, lines: readonly MappedLine[]): Table {
  const rows = audited.map((line) => line.rows);
  const mapped = roles.filter((role) => lines.some(({ line }) => line[role] !== undefined));
  const reasons = Object.keys(audited[0]!.excluded) as (keyof (typeof audited)[0]["excluded"])[];
  return {
    rows: audited.length,
    unit: "group",
    columns: [
      text(
        "table",
        audited.map((line) => line.from),
      ),
      ...mapped.map((role) =>
        text(
          role,
          lines.map(({ line }) => inWords(line[role])),
        ),
      ),
      counts("rows", rows),
      counts(
        "events",
        audited.map((line) => line.events),
      ),
      counts(
        "customers",
        audited.map((line) => line.customers),
        "customers",
      ),
      shares(
        "with_customer",
        audited.map((line) => line.withCustomer),
        rows,
      ),
      ...reasons.map((reason) =>
        counts(
          columnName(reason),
          audited.map((line) => line.excluded[reason]),
        ),
      ),
    ],
  };
}

/** What matching ids did. Whom the pairs and devices concern is not counted. */
function identityChecks(identity: IdentityAudit | null): { check: string; events: number; customers: number | null }[] {
  if (identity === null) return [];
  const several = [...identity.sizes].reduce((sum, [ids, customers]) => sum + (ids > 1 ? customers : 0), 0);
  return [
    { check: "customers of several ids", events: several, customers: several },
    { check: "pairs of ids not joined, for a customer would have too many", events: identity.refused, customers: null },
    { check: "devices of too many people, which join nobody", events: identity.sharedDevices, customers: null },
    { check: "ids that are everywhere, and so nobody's", events: identity.nobodys.length, customers: null },
  ];
}

function stageCheck(stage: string | null, byRules: boolean): string {
  if (byRules) return stage === null ? "events of no stage" : `events of the ${stage} stage`;
  return stage === null ? "events whose name tells no stage" : `events of the ${stage} stage, told by their name`;
}

/** One row per check on the whole journey, with the customers it concerns. */
export function auditTable(
  audit: JourneyAudit,
  journey: Journey,
  { session_gap, stages }: Pick<Values<typeof params>, "session_gap" | "stages">,
): Table {
  const checks = [
    { check: "all events", events: journey.rows, customers: journey.customers },
    { check: "customers with one event only", events: audit.once, customers: audit.once },
    { check: "events at the same moment as the one before", events: audit.ties, customers: audit.tiedCustomers },
    { check: `sessions (${session_gap ?? "30 minutes"} without an event end one)`, events: audit.sessions, customers: journey.customers },
    ...identityChecks(audit.identity),
    ...audit.stages.map(({ stage, events, customers }) => ({
      check: stageCheck(stage, stages.length > 0),
      events,
      customers,
    })),
  ];
  return {
    rows: checks.length,
    unit: "group",
    columns: [
      text(
        "check",
        checks.map((row) => row.check),
      ),
      counts(
        "count",
        checks.map((row) => row.events),
      ),
      {
        ...numberColumn(
          "customers",
          checks.map((row) => row.customers ?? Number.NaN),
          "customers",
        ),
        type: "integer",
      },
    ],
  };
}

/** One row per event, most frequent first. */
export function eventsTable({ events }: JourneyAudit): Table {
  return {
    rows: events.length,
    unit: "group",
    columns: [
      text(
        "event",
        events.map((row) => row.event),
      ),
      counts(
        "events",
        events.map((row) => row.events),
      ),
      counts(
        "customers",
        events.map((row) => row.customers),
        "customers",
      ),
      times(
        "first",
        events.map((row) => row.first),
      ),
      times(
        "last",
        events.map((row) => row.last),
      ),
    ],
  };
}
