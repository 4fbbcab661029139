import { periodOf } from "../../journey/calendar/period-of.ts";
import type { Journey } from "../../journey/journey.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { Inputs, Job } from "../cell.ts";
import { activePeriods, activeWords, wordPeriods, type ActivePeriods } from "./active-periods.ts";
import type { Seats, Span } from "./count-active.ts";
import { enrol, extent, type Enrolled } from "./enrol.ts";
import { eventPlace, eventPlaces, type EventPlace } from "./event-places.ts";
import type { params } from "./params.ts";
import { timeline } from "./timeline.ts";

export type RetentionParams = Values<typeof params>;

const mostCells = 2_000_000;

/** Everyone's cohort and active periods: what every table of the cell is counted from. */
export interface Cohorts {
  journey: Journey;
  active: ActivePeriods;
  seats: Seats;
  span: Span;
  /** Names of the groups; one empty name when nothing is broken down. Slot `group × count + cohort` is a row of the heat map. */
  groups: string[];
  /** The calendar period of the first cohort, and how many there are. */
  first: number;
  count: number;
  /** Periods per cohort. */
  periods: number;
  /** The first calendar period that is not over within the data. */
  unfinished: number;
  /** Who was left out, by reason. */
  excluded: Record<string, number>;
  /** The event each customer starts with, or −1. */
  start: Int32Array;
  /** The period an event counts in, of those from its customer's start on. */
  place: EventPlace;
}

function seatsOf({ births, birth, group }: Enrolled, first: number, count: number): Int32Array {
  const slot = new Int32Array(birth.length);
  for (let customer = 0; customer < slot.length; customer++) {
    const row = group === null ? 0 : group[customer]! * count;
    slot[customer] = births.first[customer]! < 0 ? -1 : row + birth[customer]! - first;
  }
  return slot;
}

function nobody({ journey, births, groups }: Enrolled): Cohorts {
  const seats = { slot: new Int32Array(journey.customers).fill(-1), reach: new Int32Array(journey.customers) };
  const active = { words: new Uint32Array(journey.customers), stride: 1 };
  return {
    journey,
    active,
    seats,
    span: { ahead: 0, behind: 0 },
    groups,
    first: 0,
    count: 0,
    periods: 1,
    unfinished: 0,
    excluded: births.excluded,
    start: births.first,
    place: () => -1,
  };
}

/**
 * Finds every customer's cohort and active periods.
 *
 * @throws {UserError} If a parameter does not suit the journey, or the table would be too large to read.
 */
export function cohorts(inputs: Inputs, params: RetentionParams, job: Job): Cohorts {
  const enrolled = enrol(inputs, params, job);
  const { journey, returns, births, birth, groups } = enrolled;
  const [first, highest] = extent(births, birth);
  if (first > highest) return nobody(enrolled);

  const { grain } = params;
  const closes = journey.window[1];
  const last = Math.max(highest, periodOf(grain, closes - 1, job.timezone, job.weekStart));
  const span = { ahead: params.measure === "unbounded" ? params.look_ahead : 0, behind: params.measure === "trailing" ? params.trailing - 1 : 0 };
  const { periods, reach, elapsed, table } = timeline(enrolled, params, { first, last }, span.ahead, job);
  const count = highest - first + 1;
  if (groups.length * count * periods > mostCells) {
    const cells = (groups.length * count * periods).toLocaleString("en-US");
    throw new UserError(
      `${count} cohorts, ${periods} periods and ${groups.length} groups make a table of ${cells} cells, more than anyone reads.`,
      "Choose a longer period, a smaller number of periods, or a breakdown with fewer values.",
      { param: groups.length > 50 ? "by" : "grain" },
    );
  }

  const placeWithin = (limit: number) => eventPlace(returns, elapsed, table, limit);
  const isShort = params.periods === "calendar" && table === null && last - first < wordPeriods;
  const active = isShort
    ? activeWords(journey.offsets, births.first, birth, journey.local(grain), returns)
    : activePeriods(journey.offsets, births.first, eventPlaces(births, journey.offsets, placeWithin(periods + span.ahead)), periods + span.ahead);
  return {
    journey,
    active,
    seats: { slot: seatsOf(enrolled, first, count), reach },
    span,
    groups,
    first,
    count,
    periods,
    unfinished: periodOf(grain, closes, job.timezone, job.weekStart),
    excluded: births.excluded,
    start: births.first,
    place: placeWithin(periods),
  };
}
