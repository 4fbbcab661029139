import type { Walks } from "../../analysis/sequence/walks.ts";
import type { Journey } from "../../journey/journey.ts";
import { sessionGap } from "../../journey/sessions.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { Inputs } from "../cell.ts";
import { milliseconds } from "./milliseconds.ts";
import type { params } from "./params.ts";
import { stepNames, type StepNames } from "./step-names.ts";
import { stepsOfJourney } from "./steps-of-journey.ts";
import { ends, stretches, type Stretches } from "./stretches.ts";

export type PathsParams = Values<typeof params>;

/** The paths of a cell: what every table of it is counted from. */
export interface Ways {
  journey: Journey;
  names: StepNames;
  stretches: Stretches;
  walks: Walks;
  /** Per walk: how it ended, of `ends`. */
  ending: Uint8Array;
  /** Whether paths are followed from their end. */
  backwards: boolean;
  /** Codes of the steps that are a reached end. */
  goals: ReadonlySet<number>;
  /** 1 for the customers who count at all. */
  kept: Uint8Array;
  /** Customers with a path. */
  customers: number;
  excluded: Record<string, number>;
}

/** The first place from `at` on with an anchor of the kind, or `last`. */
function nextAnchor(anchors: Uint8Array, at: number, last: number, bit: number): number {
  let place = at;
  while (place < last && (anchors[place]! & bit) === 0) place++;
  return place;
}

/** The stretches' parts between the anchors, whose steps get names of their own where the anchors have them. */
function between(found: Stretches, names: StepNames, params: PathsParams): { walks: Walks; ending: Uint8Array } {
  const { offsets, anchors, owner, unit, steps, times } = found;
  const [isStarted, isEnded] = [params.start.length > 0, params.end.length > 0];
  const [starts, stops, owners, ending]: [number[], number[], number[], number[]] = [[], [], [], []];
  let served = -1;
  for (let stretch = 0; stretch < found.count; stretch++) {
    const [first, last] = [offsets[stretch]!, offsets[stretch + 1]!];
    const add = (from: number, to: number, how: number) => {
      starts.push(from);
      stops.push(to);
      owners.push(owner[stretch]!);
      ending.push(how);
      if (isStarted && names.start >= 0) steps[from] = names.start;
      if (how === ends.reached && names.goal >= 0) steps[to - 1] = names.goal;
    };
    if (!isStarted && !isEnded) {
      add(first, last, found.ending[stretch]!);
      continue;
    }
    if (params.occurrence === "first" && served === unit[stretch]) continue;
    // Ends are looked for once, since starts only move on.
    let stop = first;
    for (let at = nextAnchor(anchors, first, last, isStarted ? 1 : 2); at < last; at = nextAnchor(anchors, at + 1, last, isStarted ? 1 : 2)) {
      served = unit[stretch]!;
      if (isStarted) stop = isEnded ? nextAnchor(anchors, Math.max(stop, at + 1), last, 2) : last;
      else stop = at;
      add(isStarted ? at : first, Math.min(stop + 1, last), stop < last ? ends.reached : found.ending[stretch]!);
      if (params.occurrence === "first") break;
    }
  }
  const walks = {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(stops),
    steps,
    times,
    owner: Uint32Array.from(owners),
  };
  return { walks, ending: Uint8Array.from(ending) };
}

function keptCustomers(journey: Journey, params: PathsParams): Uint8Array {
  const kept = new Uint8Array(journey.customers).fill(1);
  if (params.where.length === 0) return kept;
  const mask = journey.mask(params.where);
  return kept.map((_, customer) => (mask.subarray(journey.offsets[customer], journey.offsets[customer + 1]).includes(1) ? 1 : 0));
}

/**
 * The paths of a journey's customers.
 *
 * @throws {UserError} If a parameter does not suit the journey.
 */
export function waysOfJourney(inputs: Inputs, params: PathsParams): Ways {
  const journey = inputs.journey(params.from);
  const { codes, dictionary } = stepsOfJourney(journey, params.follow, params.steps.length > 0 ? journey.mask(params.steps) : null);
  if (dictionary.length > 100_000) {
    const count = dictionary.length.toLocaleString("en-US");
    const remedy = "Put them into fewer kinds in a table cell first, or follow another column.";
    throw new UserError(`"${params.follow}" has ${count} different values, too many to be steps.`, remedy, { param: "follow" });
  }
  const names = stepNames(dictionary, params);
  const kept = keptCustomers(journey, params);
  const maskOf = (conditions: PathsParams["start"]) => (conditions.length > 0 ? journey.mask(conditions) : null);
  const end = maskOf(params.end);
  const found = stretches(journey, {
    codes,
    names,
    start: maskOf(params.start),
    end,
    kept,
    sessions: params.unit === "session" ? journey.sessions().codes : null,
    collapse: params.collapse_repeats,
    every: params.occurrence === "every",
    maxGap: params.max_gap === null ? Infinity : milliseconds(params.max_gap, "max_gap"),
    exitGap: params.unit === "session" ? sessionGap : milliseconds(params.exit_gap, "exit_gap"),
  });
  const { walks, ending } = between(found, names, params);
  const goals = new Set<number>();
  if (end !== null) walks.ends.forEach((stop, walk) => ending[walk] === ends.reached && goals.add(walks.steps[stop - 1]!));
  let [customers, chosen] = [0, 0];
  for (let walk = 0; walk < walks.count; walk++) if (walk === 0 || walks.owner[walk] !== walks.owner[walk - 1]) customers++;
  for (let customer = 0; customer < kept.length; customer++) chosen += kept[customer]!;
  const excluded: Record<string, number> = {};
  if (chosen < journey.customers) excluded["customers who do not meet the condition"] = journey.customers - chosen;
  if (customers < chosen)
    excluded[walks.count > 0 && params.start.length + params.end.length > 0 ? "customers without such a path" : "customers without a step"] =
      chosen - customers;
  return {
    journey,
    names,
    stretches: found,
    walks,
    ending,
    backwards: params.start.length === 0 && params.end.length > 0,
    goals,
    kept,
    customers,
    excluded,
  };
}
