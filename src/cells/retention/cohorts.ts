import { periodOf } from "../../journey/calendar/period-of.ts";
import type { Journey } from "../../journey/journey.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { Inputs, Job } from "../cell.ts";
import { activePeriods, activeWords, type ActivePeriods } from "./active-periods.ts";
import { acquisitions, birthPeriods, firstEvents, type Births } from "./births.ts";
import { bracketByDay } from "./brackets.ts";
import type { Seats, Span } from "./count-active.ts";
import { eventPlaces } from "./event-places.ts";
import type { params } from "./params.ts";
import { bracketReach, calendarReach, rollingReach } from "./reach.ts";

export type RetentionParams = Values<typeof params>;

const day = 86_400_000;
/** Rolling periods: a month is 30 days, a quarter 90. */
const rollingDays = { day: 1, week: 7, month: 30, quarter: 90 } as const;
const mostCells = 2_000_000;

/** Everyone's start, cohort and active periods: what every table of the cell is counted from. */
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
  /** The last calendar period of the data, and the first that is not over. */
  last: number;
  unfinished: number;
  /** Who was left out, by reason. */
  excluded: Record<string, number>;
  /** Counts the period each event falls in, as revenue needs it. */
  places(): Int16Array;
}

/** Takes customers out for a reason. */
function leaveOut(births: Births, reason: string, isOut: (customer: number) => boolean): void {
  let left = 0;
  for (let customer = 0; customer < births.first.length; customer++) {
    if (births.first[customer]! < 0 || !isOut(customer)) continue;
    births.first[customer] = -1;
    left++;
  }
  if (left > 0) births.excluded[reason] = left;
}

function keepWhere(journey: Journey, births: Births, where: RetentionParams["where"]): void {
  if (where.length === 0) return;
  const mask = journey.mask(where);
  leaveOut(births, "do not meet the condition on customers", (customer) => {
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) if (mask[event] === 1) return false;
    return true;
  });
}

/** Lowest and highest of the numbers of customers in a cohort. */
function extent(births: Births, of: (customer: number) => number): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let customer = 0; customer < births.first.length; customer++) {
    if (births.first[customer]! < 0) continue;
    const value = of(customer);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * Finds every customer's cohort and active periods.
 *
 * @throws {UserError} If a parameter does not suit the journey, or the table would be too large to read.
 */
export function cohorts(inputs: Inputs, params: RetentionParams, job: Job): Cohorts {
  const journey = inputs.journey(params.from);
  const { offsets, time } = journey;
  const { grain, acquired } = params;
  const closes = journey.window[1];
  const returns = journey.mask(params.return);
  const starts = params.start.length === 0 ? returns : journey.mask(params.start);
  const births = acquired === null ? firstEvents(journey, starts) : acquisitions(journey, acquired);
  keepWhere(journey, births, params.where);
  const grouped = params.by === null ? null : journey.groups(typeof params.by === "string" ? params.by : inputs.segments(params.by.cell));
  if (grouped !== null) leaveOut(births, "in no group", (customer) => grouped.codes[customer]! < 0);

  const birth = birthPeriods(journey, births, grain, acquired !== null, job);
  const earliest = extent(births, (customer) => birth[customer]!)[0];
  const burnt = `in the first ${params.burn_in === 1 ? "cohort" : `${params.burn_in} cohorts`}`;
  if (params.burn_in > 0) leaveOut(births, burnt, (customer) => birth[customer]! < earliest + params.burn_in);
  const [first, highest] = extent(births, (customer) => birth[customer]!);
  const groups = grouped === null ? [""] : grouped.names;
  const nobody = first > highest;
  const count = nobody ? 0 : highest - first + 1;
  const last = nobody ? 0 : Math.max(highest, periodOf(grain, closes - 1, job.timezone, job.weekStart));
  const unfinished = nobody ? 0 : periodOf(grain, closes, job.timezone, job.weekStart);

  const rolling = params.periods === "rolling";
  const length = rollingDays[grain] * day;
  const span = { ahead: params.measure === "unbounded" ? params.look_ahead : 0, behind: params.measure === "trailing" ? params.trailing - 1 : 0 };
  const table = params.measure === "bracket" ? bracketByDay(params.brackets) : null;
  const unit = table === null ? length : day;
  const bornOn = table === null || rolling ? birth : birthPeriods(journey, births, "day", acquired !== null, job);
  const local = rolling ? null : journey.local(table === null ? grain : "day");

  const seen = nobody
    ? 0
    : rolling
      ? Math.floor((closes - extent(births, (customer) => births.time[customer]!)[0]) / length) - span.ahead
      : last - first + 1;
  const periods = table === null ? Math.max(1, Math.min(params.horizon + 1, seen)) : params.brackets.length;
  if (groups.length * count * periods > mostCells) {
    const cells = (groups.length * count * periods).toLocaleString("en");
    throw new UserError(
      `${count} cohorts, ${periods} periods and ${groups.length} groups make a table of ${cells} cells, more than anyone reads.`,
      "Choose a longer period, a smaller number of periods, or a breakdown with fewer values.",
      { param: groups.length > 50 ? "by" : "grain" },
    );
  }

  let reach: Int32Array;
  if (table === null) reach = rolling ? rollingReach(births.time, closes, length, span.ahead, periods) : calendarReach(birth, last, periods);
  else if (rolling)
    reach = bracketReach(
      params.brackets,
      births.time.map((born) => Math.floor((closes - born) / day)),
    );
  else {
    const today = nobody ? 0 : periodOf("day", closes, job.timezone, job.weekStart);
    reach = bracketReach(
      params.brackets,
      bornOn.map((born) => today - born),
    );
  }
  const slot = birth.map((period, customer) => (births.first[customer]! < 0 ? -1 : (grouped?.codes[customer] ?? 0) * count + period - first));

  const elapsed =
    local === null
      ? (event: number, customer: number) => Math.floor((time[event]! - births.time[customer]!) / unit)
      : (event: number, customer: number) => local[event]! - bornOn[customer]!;
  const placesWithin = (limit: number) => eventPlaces(births, offsets, returns, elapsed, table, limit);
  const latest = local === null || table !== null ? Infinity : extent(births, (customer) => local[offsets[customer + 1]! - 1]!)[1];
  const active =
    Math.max(last, latest) - first < 32
      ? activeWords(offsets, births.first, birth, local!, returns)
      : activePeriods(offsets, births.first, placesWithin(periods + span.ahead), periods + span.ahead);

  return {
    journey,
    active,
    seats: { slot, reach },
    span,
    groups,
    first: nobody ? 0 : first,
    count,
    periods,
    last,
    unfinished,
    excluded: births.excluded,
    places: () => placesWithin(periods),
  };
}
