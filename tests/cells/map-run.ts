import type { CellOutput, Inputs, Job } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/map/compute.ts";
import { params as schema } from "../../src/cells/map/params.ts";
import { buildJourney } from "../../src/journey/build-journey.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { Column } from "../../src/schema/column.ts";
import type { EventLine } from "../../src/schema/mapping.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { defaultSettings } from "../../src/schema/settings.ts";

/** One event of a test, on a day counted from 1 January 2025 in UTC; days may be fractions. `scale` makes it an answer to a survey. */
export interface Happening {
  customer: string;
  day: number;
  event: string;
  channel?: string | null;
  value?: number;
  cost?: number;
  owner?: string;
  store?: string;
  score?: number;
  scale?: "nps" | "csat" | "ces";
}

const start = Date.UTC(2025, 0, 1);
const dayLength = 86_400_000;

function text(name: string, values: readonly (string | null | undefined)[]): Column {
  const dictionary = [...new Set(values.filter((value) => typeof value === "string"))];
  const valid = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => (valid[row >> 3]! |= (typeof value === "string" ? 1 : 0) << (row & 7)));
  return { name, type: "text", values: Int32Array.from(values, (value) => dictionary.indexOf(value ?? "")), dictionary, valid };
}

function numbers(name: string, values: readonly (number | undefined)[]): Column {
  const valid = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => (valid[row >> 3]! |= (value === undefined ? 0 : 1) << (row & 7)));
  return { name, type: "number", values: Float64Array.from(values, (value) => value ?? Number.NaN), valid };
}

function tableOf(happenings: readonly Happening[]) {
  const column = (name: keyof Happening) =>
    text(
      name,
      happenings.map((one) => one[name] as string | undefined),
    );
  const amounts = (name: "value" | "cost" | "score") =>
    numbers(
      name,
      happenings.map((one) => one[name]),
    );
  const time: Column = { name: "time", type: "time", values: Float64Array.from(happenings, ({ day }) => start + day * dayLength) };
  const texts = (["customer", "event", "channel", "owner", "store"] as const).map(column);
  return { rows: happenings.length, unit: "event" as const, columns: [time, ...texts, ...(["value", "cost", "score"] as const).map(amounts)] };
}

/** A journey of events from day 0 to the day given. */
export async function journeyOf(happenings: readonly Happening[], days: number): Promise<Journey> {
  const scales = [undefined, "nps", "csat", "ces"] as const;
  const lines = scales.flatMap((scale) => {
    const own = happenings.filter((one) => one.scale === scale);
    const touches = { channel: "channel", value: "value", cost: "cost", owner: "owner" };
    const line: EventLine = {
      from: scale ?? "touches",
      customer: "customer",
      time: "time",
      event: "event",
      ...(scale ? { score: "score", scale } : touches),
    };
    const table = tableOf(own);
    // A breakdown by a column takes it from one table only.
    const columns = scale === undefined ? table.columns : table.columns.filter(({ name }) => name !== "store");
    return own.length === 0 ? [] : [{ line, table: { ...table, columns } }];
  });
  const until = new Date(start + days * dayLength).toISOString().slice(0, 10);
  return (await buildJourney(lines, [], { timezone: "UTC", weekStart: 1, window: ["2025-01-01", until] }, () => undefined)).journey;
}

/** What a map reads and runs in. */
export function around(journey: Journey): { inputs: Inputs; job: Job } {
  const none = () => {
    throw new Error("not an input of this test");
  };
  return {
    inputs: { journey: () => journey, table: none, segments: none },
    job: {
      ...defaultSettings,
      timezone: "UTC",
      window: null,
      seed: 1,
      cancelled: false,
      progress: () => undefined,
      files: () => Promise.resolve([]),
    },
  };
}

export const resolved = (params: RawParams) => resolve(schema, { from: "journey", ...params });

/** Runs a map on events observed for so many days. */
export async function map(happenings: readonly Happening[], days: number, params: RawParams = {}): Promise<CellOutput> {
  const { inputs, job } = around(await journeyOf(happenings, days));
  return compute(inputs, resolved(params), job);
}
