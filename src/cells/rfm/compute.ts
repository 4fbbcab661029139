import type { Journey } from "../../journey/journey.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { rfmFacts, rfmWarnings } from "./facts.ts";
import { migrationTable, moves, stations } from "./migration.ts";
import { segmentNames } from "./names.ts";
import type { RfmParams } from "./params.ts";
import { scored, type Scored } from "./scored.ts";
import { assignmentTable, gridTable, mainTable, scoresTable, segmentsTable } from "./tables.ts";

function setsOf({ scores }: Scored): Bitset[] {
  const sets = segmentNames.map(() => bitset(scores.segment.length));
  scores.segment.forEach((segment, customer) => segment >= 0 && insert(sets[segment]!, customer));
  return sets;
}

/**
 * Recency, frequency and money: scores from 1 to 5, the named cells, and what is at risk.
 *
 * @returns `main`, one row per combination of scores; `grid`, the 25 named cells; `segments`; `scores`, the bounds of each score; `migration`
 * since an earlier date; `assignment`, one row per customer.
 * @throws {UserError} If the journey has no values, or a date or a cut does not suit.
 */
export async function compute(inputs: Inputs, params: RfmParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const found = scored(inputs, params, job);
  const pause = job.progress(0.7, "scoring customers");
  if (pause) await pause;
  const { journey, measures, window } = found;
  const none = journey.customers - measures.n - measures.refunded;
  return {
    value: { names: [...segmentNames], sets: setsOf(found), customers: journey.attribute("customer").dictionary! },
    tables: {
      main: mainTable(found),
      grid: gridTable(found),
      segments: segmentsTable(found, level),
      scores: scoresTable(found),
      ...(found.compared === null ? {} : { migration: migrationTable(found, level) }),
      assignment: assignmentTable(found),
    },
    facts: rfmFacts(found, params, level),
    warnings: rfmWarnings(found, params),
    n: measures.n,
    excluded: {
      ...(none > 0 ? { "no purchase in that time": none } : {}),
      ...(measures.refunded > 0 ? { "all given back": measures.refunded } : {}),
    },
    window,
  };
}

/** The last scores by journey: a reader who goes from mark to mark asks for the same ones again. */
const last = new WeakMap<Journey, { key: string; found: Scored }>();

function scoredBefore(inputs: Inputs, params: RfmParams, job: Job): Scored {
  const journey = inputs.journey(params.from);
  const key = JSON.stringify([params, job.timezone]);
  const known = last.get(journey);
  if (known?.key === key) return known.found;
  const found = scored(inputs, params, job);
  last.set(journey, { key, found });
  return found;
}

/** Whether a customer is behind a row. */
function behind(found: Scored, { table, row }: Pick): (customer: number) => boolean {
  const { scores } = found;
  const segment = segmentNames.findIndex((name) => name === row["segment"]);
  const has = (of: Uint8Array, key: string) => (customer: number) => of[customer] === row[key];
  if (table === "segments") return (customer) => scores.segment[customer] === segment;
  if (table === "grid") {
    const [recency, together] = [has(scores.recency, "recency_score"), has(scores.together, "frequency_monetary_score")];
    return (customer) => recency(customer) && together(customer);
  }
  if (table === "main") {
    const all = [has(scores.recency, "recency_score"), has(scores.frequency, "frequency_score"), has(scores.monetary, "monetary_score")];
    return (customer) => all.every((meets) => meets(customer));
  }
  if (table === "scores") return has(scores[row["measure"] as "recency"] ?? new Uint8Array(), "score");
  if (table !== "migration" || found.compared === null)
    throw new UserError(`Scores have no table "${table}" of marks.`, "Choose a mark of a figure again.");
  const { from, to } = moves(found);
  const [start, end] = ["from", "to"].map((key) => stations.findIndex((name) => name === row[key]));
  return (customer) => from[customer] === start && to[customer] === end;
}

/**
 * The customers behind a row of any group table: a combination of scores, a cell, a segment, a score, or a way from one segment to another.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: RfmParams, pick: Pick, job: Job): Bitset {
  const found = scoredBefore(inputs, params, job);
  const isBehind = behind(found, pick);
  const set = bitset(found.journey.customers);
  for (let customer = 0; customer < set.length; customer++) {
    const measured = pick.table === "migration" || found.scores.segment[customer]! >= 0;
    if (measured && isBehind(customer)) insert(set, customer);
  }
  return set;
}
