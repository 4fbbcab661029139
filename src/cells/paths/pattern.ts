import { followedBy, type PatternOutcomes } from "../../analysis/sequence/followed-by.ts";
import { medians } from "../../analysis/sequence/medians.ts";
import { UserError } from "../../schema/errors.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { groups } from "./groups.ts";
import { milliseconds } from "./milliseconds.ts";
import { rates } from "./rates.ts";
import type { PathsParams, Ways } from "./walks-of-journey.ts";

/** What becomes of those who began a pattern, in the order of the outcomes from 1 on. */
const outcomes = ["completed", "not completed", "still open"];

function outcomesOf({ journey, kept }: Ways, params: PathsParams): PatternOutcomes | null {
  if (params.pattern_first.length === 0 && params.pattern_then.length === 0) return null;
  for (const param of ["pattern_first", "pattern_then"] as const) {
    if (params[param].length > 0) continue;
    throw new UserError("The pattern has only one of its two steps.", "Say what has to come first and what has to come then.", { param });
  }
  const found = followedBy(journey.offsets, journey.time, {
    first: journey.mask(params.pattern_first),
    second: journey.mask(params.pattern_then),
    without: params.pattern_without.length > 0 ? journey.mask(params.pattern_without) : null,
    within: milliseconds(params.pattern_within, "pattern_within"),
    observedTo: journey.window[1],
  });
  return { ...found, outcome: found.outcome.map((outcome, customer) => (kept[customer] === 1 ? outcome : 0)) };
}

/** How many of those who began the pattern completed it, did not, or still may; null where no pattern is asked for. */
export function patternTable(ways: Ways, params: PathsParams, level: number): Table | null {
  const found = outcomesOf(ways, params);
  if (found === null) return null;
  const counts = outcomes.map((_, place) => found.outcome.reduce((sum, outcome) => sum + (outcome === place + 1 ? 1 : 0), 0));
  const closed = counts[0]! + counts[1]!;
  const waits = found.wait.filter((wait, customer) => found.outcome[customer] === 1 && !Number.isNaN(wait));
  const [median] = medians(waits, Uint32Array.of(0, waits.length));
  return groups(outcomes.length, [
    textColumn("outcome", outcomes),
    integerColumn("customers", counts, "customers"),
    ...rates("share", counts, [closed, closed, 0], level),
    numberColumn("median_seconds", Float64Array.of(median! / 1_000, Number.NaN, Number.NaN)),
  ]);
}

/** Calls with every customer with an outcome of the pattern. */
export function eachWithOutcome(ways: Ways, params: PathsParams, outcome: string, visit: (customer: number) => void): void {
  const wanted = outcomes.indexOf(outcome) + 1;
  outcomesOf(ways, params)?.outcome.forEach((found, customer) => found === wanted && wanted > 0 && visit(customer));
}
