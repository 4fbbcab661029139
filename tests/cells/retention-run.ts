import type { CellOutput, Inputs, Job } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/retention/compute.ts";
import { params as schema } from "../../src/cells/retention/params.ts";
import { buildJourney } from "../../src/journey/build-journey.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { Column } from "../../src/schema/column.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { scalarAt, type Scalar } from "../../src/schema/scalar.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import type { Table } from "../../src/schema/table.ts";

/** One event of a test. `at` is ISO text in UTC or UTC milliseconds. */
export interface Happening {
  customer: string;
  at: string | number;
  event?: string;
  value?: number | null;
  channel?: string;
}

const text = (name: string, values: readonly string[]): Column => {
  const dictionary = [...new Set(values)];
  const codes = new Map(dictionary.map((word, code) => [word, code]));
  return { name, type: "text", values: Int32Array.from(values, (value) => codes.get(value)!), dictionary };
};

const milliseconds = (at: string | number) => (typeof at === "number" ? at : Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at));

const running = () => undefined;
const none = () => {
  throw new Error("not an input of this test");
};

export interface Place {
  timezone?: string;
  window?: [string, string];
}

/** A journey of events in the order given. Revenue is mapped when any event has a value. */
export async function journeyOf(happenings: readonly Happening[], { timezone = "UTC", window }: Place = {}): Promise<Journey> {
  const columns: Column[] = [
    text(
      "customer",
      happenings.map((happening) => happening.customer),
    ),
    { name: "time", type: "time", values: Float64Array.from(happenings, (happening) => milliseconds(happening.at)) },
    text(
      "event",
      happenings.map((happening) => happening.event ?? "buy"),
    ),
    text(
      "channel",
      happenings.map((happening) => happening.channel ?? "none"),
    ),
  ];
  const hasValue = happenings.some((happening) => happening.value !== undefined);
  if (hasValue) {
    const valid = new Uint8Array((happenings.length + 7) >> 3);
    happenings.forEach((happening, row) => (valid[row >> 3]! |= (typeof happening.value === "number" ? 1 : 0) << (row & 7)));
    columns.push({ name: "value", type: "number", values: Float64Array.from(happenings, (happening) => happening.value ?? Number.NaN), valid });
  }
  const line = { from: "events", customer: "customer", time: "time", event: "event", channel: "channel", ...(hasValue ? { value: "value" } : {}) };
  const table = { rows: happenings.length, unit: "event", columns } as const;
  return (await buildJourney([{ line, table }], [], { timezone, weekStart: 1, window: window ?? null }, running)).journey;
}

/** What a cell reads and runs in. */
export function around(journey: Journey, { timezone = "UTC", window }: Place = {}): { inputs: Inputs; job: Job } {
  return {
    inputs: { journey: () => journey, table: none, segments: none },
    job: { ...defaultSettings, timezone, window: window ?? null, seed: 1, cancelled: false, progress: running, files: () => Promise.resolve([]) },
  };
}

export const resolved = (params: RawParams) => resolve(schema, { from: "journey", ...params });

/** Runs retention on a journey. */
export function retentionOf(journey: Journey, params: RawParams = {}, place: Place = {}): Promise<CellOutput> {
  const { inputs, job } = around(journey, place);
  return compute(inputs, resolved(params), job);
}

/** Runs retention on events. */
export async function retention(happenings: readonly Happening[], params: RawParams = {}, place: Place = {}): Promise<CellOutput> {
  return retentionOf(await journeyOf(happenings, place), params, place);
}

/** A table's rows by column name. */
export function rowsOf(table: Table): Record<string, Scalar>[] {
  return Array.from({ length: table.rows }, (_, row) => Object.fromEntries(table.columns.map((column) => [column.name, scalarAt(column, row)])));
}

/** One column along the periods, per cohort: `{"2025-01-01": [3, 2]}`. */
export function triangle(table: Table, column: string): Record<string, Scalar[]> {
  const cohorts: Record<string, Scalar[]> = {};
  for (const row of rowsOf(table)) (cohorts[String(row["cohort"] ?? "")] ??= [])[Number(row["period"])] = row[column]!;
  return cohorts;
}
