import type { Segments } from "../../journey/segments.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { differencesTable, segmentDifferences, traitsOf } from "./differing.ts";
import { segmentFacts, segmentWarnings } from "./facts.ts";
import { assignmentTable, mainTable, segmentSizes } from "./main-table.ts";
import { membership, type Membership } from "./membership.ts";
import { combinations, inCombination, overlapTable, pairsTable } from "./overlap.ts";
import type { SegmentParams } from "./params.ts";

function segmentsOf({ ids, names, sets }: Membership): Segments {
  return { names, sets: sets.map((set) => toBitset(set, Uint32Array.from(set.keys()), set.length)), customers: [...ids], rest: names.at(-1)! };
}

function toBitset(mask: Uint8Array, places: Uint32Array, length: number): Bitset {
  const set = bitset(length);
  mask.forEach((meets, customer) => meets === 1 && insert(set, places[customer]!));
  return set;
}

/**
 * Named segments of customers by rules: their sizes, how they overlap, how they differ from everyone else, and who is in them.
 *
 * @returns `main`, one row per segment, the rest last; `overlap`, one per combination; `pairs`; `differences`, one per segment and trait;
 * `assignment`, one per customer.
 * @throws {UserError} If a rule does not suit the journey.
 */
export async function compute(inputs: Inputs, params: SegmentParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const members = membership(inputs, params, job);
  const pause = job.progress(0.1, "finding customers");
  if (pause) await pause;
  const sizes = segmentSizes(members, level);
  const found = await segmentDifferences(members, params, level, job);
  return {
    value: segmentsOf(members),
    tables: {
      main: mainTable(sizes),
      overlap: overlapTable(combinations(members), members.n),
      pairs: pairsTable(members),
      differences: differencesTable(found),
      assignment: assignmentTable(members),
    },
    facts: segmentFacts(sizes, found),
    warnings: segmentWarnings(members, sizes, found),
    n: members.n,
    excluded: members.excluded,
    window: members.journey.window,
    ...(params.replicates > 0 ? { seed: params.seed } : {}),
  };
}

function picked(members: Membership, params: SegmentParams, { table, row }: Pick): Uint8Array {
  const { names, sets, among } = members;
  const set = (key: string): Uint8Array => sets[names.findIndex((name) => name === row[key])] ?? new Uint8Array(among.length);
  if (table === "main") return set("segment");
  if (table === "overlap") return inCombination(members, row["segments"]);
  if (table === "pairs") return set("segment").map((meets, customer) => meets & set("other")[customer]!);
  if (table !== "differences") throw new UserError(`Segments have no table "${table}" of marks.`, "Choose a mark of a figure again.");
  const trait = traitsOf(members, params).find(({ name }) => name === row["trait"]);
  return set("segment").map((meets, customer) => (meets === 1 && !Number.isNaN(trait?.values[customer] ?? Number.NaN) ? 1 : 0));
}

/**
 * The customers of a segment, of a combination or a pair of segments, or those of a segment with a value of a trait.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: SegmentParams, pick: Pick, job: Job): Bitset {
  const found = membership(inputs, params, job);
  return toBitset(picked(found, params, pick), found.places, found.whole.customers);
}
