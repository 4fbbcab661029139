import type { CellOutput } from "../../src/cells/cell.ts";
import { compute, members } from "../../src/cells/funnel/compute.ts";
import { params as schema } from "../../src/cells/funnel/params.ts";
import type { Journey } from "../../src/journey/journey.ts";
import { members as listed } from "../../src/schema/bitset.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import type { Pick } from "../../src/schema/pick.ts";
import { around, journeyOf, rowsOf, type Happening, type Place } from "./retention-run.ts";

const minute = 60_000;

export const resolved = (params: RawParams) => resolve(schema, { from: "journey", ...params });

/** Steps by the name of their event. */
export const stepsOf = (events: string) => Array.from(events).map((event) => ({ where: [{ column: "event", is: event }] }));

/** A customer's events as letters with the minute of each: `"A0 B45"`. */
export function minutes(text: string, customer = "c", start = Date.UTC(2025, 0, 1)): Happening[] {
  return text.split(" ").map((word) => ({ customer, event: word[0]!, at: start + Number(word.slice(1)) * minute }));
}

/** Two years around the events, so that everyone had their time. */
export const wide: Place = { window: ["2024-12-01", "2026-12-01"] };

export function funnelOf(journey: Journey, params: RawParams, place: Place = wide): Promise<CellOutput> {
  const { inputs, job } = around(journey, place);
  return compute(inputs, resolved(params), job);
}

/** Runs a funnel on events. */
export async function funnel(happenings: readonly Happening[], params: RawParams, place: Place = wide): Promise<CellOutput> {
  return funnelOf(await journeyOf(happenings, place), params, place);
}

/** How many reached each step: customers, or attempts where those count. */
export function reached({ tables }: CellOutput): number[] {
  return rowsOf(tables["main"]!).map((row) => Number(row["entries"] ?? row["customers"]));
}

/** The places of the customers behind a mark. */
export function behind(journey: Journey, params: RawParams, pick: Pick, place: Place = wide): number[] {
  const { inputs, job } = around(journey, place);
  return [...listed(members(inputs, resolved(params), pick, job))];
}
