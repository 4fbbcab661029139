import type { CellOutput } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/paths/compute.ts";
import { members } from "../../src/cells/paths/members.ts";
import { params as schema } from "../../src/cells/paths/params.ts";
import type { Journey } from "../../src/journey/journey.ts";
import { members as listed } from "../../src/schema/bitset.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import type { Pick } from "../../src/schema/pick.ts";
import { around, journeyOf, type Happening } from "./retention-run.ts";

const resolved = (params: RawParams) => resolve(schema, { from: "journey", ...params });

/** Runs paths on a journey. */
export function pathsOf(journey: Journey, params: RawParams = {}): Promise<CellOutput> {
  const { inputs, job } = around(journey);
  return compute(inputs, resolved(params), job);
}

/** Runs paths on events. */
export async function paths(happenings: readonly Happening[], params: RawParams = {}): Promise<CellOutput> {
  return pathsOf(await journeyOf(happenings), params);
}

/** How many customers are behind a row. */
export function behind(journey: Journey, params: RawParams, pick: Pick): number {
  return listed(members(around(journey).inputs, resolved(params), pick)).length;
}

/** A customer per line, a letter per event, a minute between two: "c1 ABC". */
export function lettersOf(lines: readonly string[]): Happening[] {
  return lines.flatMap((line) => {
    const [customer, letters] = line.split(" ");
    return Array.from(letters!, (event, at) => ({ customer: customer!, event, at: Date.UTC(2025, 0, 1) + at * 60_000 }));
  });
}
