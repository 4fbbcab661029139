import { localInstant } from "../../journey/calendar/local-instant.ts";
import { shifted } from "../../journey/calendar/shifted.ts";
import type { Journey } from "../../journey/journey.ts";
import { UserError } from "../../schema/errors.ts";
import type { Inputs, Job } from "../cell.ts";
import { measure, type Measures } from "./measure.ts";
import type { RfmParams } from "./params.ts";
import { cutsOf, scoresOf, type Cuts, type Scores } from "./scores.ts";

/** Customers measured and scored as of one moment. */
export interface Snapshot {
  measures: Measures;
  scores: Scores;
}

/** All that the tables are made of. */
export interface Scored extends Snapshot {
  journey: Journey;
  cuts: Cuts;
  /** Then and now by the cuts of then, where a comparison is asked for. */
  compared: { earlier: Snapshot; now: Snapshot } | null;
  /** UTC milliseconds of [the first day looked at, the date). */
  window: [number, number];
}

function moment(date: string | null, otherwise: number, timezone: string, param: string): number {
  const instant = date === null ? null : localInstant(date, timezone);
  if (date === null) return otherwise;
  if (instant === null) throw new UserError(`"${date}" is not a date.`, 'Write it as "2025-01-31".', { param });
  return instant.from;
}

/**
 * Scores the customers, and once more as of the earlier date where one is given.
 *
 * @throws {UserError} If the journey has no values, a date does not suit, or cuts are not increasing.
 */
export function scored(inputs: Inputs, params: RfmParams, job: Job): Scored {
  const journey = inputs.journey(params.from);
  if (!journey.value("value").values.some((value) => !Number.isNaN(value))) {
    throw new UserError(`The events of "${params.from}" have no value.`, 'Choose the column with the amount as "value" in the journey cell.', {
      param: "from",
    });
  }
  const { timezone } = job;
  const counts = params.purchase.length === 0 ? null : journey.mask(params.purchase);
  const spanTo = (to: number): [number, number] => [shifted(to, params.lookback, -1, timezone), to];
  const measured = ([from, to]: [number, number]) =>
    measure(journey, { counts, from, to, frequency: params.frequency, monetary: params.monetary, timezone });
  const end = moment(params.as_of, journey.window[1], timezone, "as_of");
  const window = spanTo(end);
  const measures = measured(window);
  const cuts = cutsOf(measures, params);
  const scores = scoresOf(measures, cuts);
  if (params.compare === null) return { journey, measures, scores, cuts, window, compared: null };
  const date = moment(params.compare, 0, timezone, "compare");
  if (date >= end || date <= journey.window[0]) {
    throw new UserError(`There is nothing to compare with on ${params.compare}.`, "Choose a date after the first event and before the end.", {
      param: "compare",
    });
  }
  const before = measured(spanTo(date));
  const frozen = cutsOf(before, params);
  return {
    journey,
    measures,
    scores,
    cuts,
    window,
    compared: { earlier: { measures: before, scores: scoresOf(before, frozen) }, now: { measures, scores: scoresOf(measures, frozen) } },
  };
}
