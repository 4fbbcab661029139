import { periodOf } from "../../journey/calendar/period-of.ts";
import type { Settings } from "../../schema/settings.ts";
import { birthPeriods, birthTimes } from "./births.ts";
import { bracketByDay } from "./brackets.ts";
import type { RetentionParams } from "./cohorts.ts";
import { extent, type Enrolled } from "./enrol.ts";

const day = 86_400_000;
/** Rolling periods: a month is 30 days, a quarter 90. */
const rollingDays = { day: 1, week: 7, month: 30, quarter: 90 } as const;

/** How events are laid out along the periods since each customer's start. */
export interface Timeline {
  /** Periods per cohort. */
  periods: number;
  /** How many leading periods of each customer were observed. */
  reach: Int32Array;
  /** Whole periods, or days where there is a table, from a customer's start to an event. */
  elapsed: (event: number, customer: number) => number;
  /** The period for each number of elapsed days; null where elapsed counts periods. */
  table: Int16Array | null;
}

/** The first calendar cohort and the last calendar period of the data, which may be unfinished. */
export interface Range {
  first: number;
  last: number;
}

/** Periods of the calendar; the last one of the data counts although it may not be over. */
function calendar({ journey, birth }: Enrolled, params: RetentionParams, { first, last }: Range): Timeline {
  const local = journey.local(params.grain);
  const periods = Math.min(params.horizon + 1, last - first + 1);
  const reach = new Int32Array(birth.length);
  for (let customer = 0; customer < reach.length; customer++) reach[customer] = Math.max(0, Math.min(periods, last - birth[customer]! + 1));
  return { periods, reach, elapsed: (event, customer) => local[event]! - birth[customer]!, table: null };
}

/** Periods counted from each customer's own moment; only those over within the data count. */
function rolling({ journey, births }: Enrolled, params: RetentionParams, ahead: number): Timeline {
  const { time, window } = journey;
  const born = birthTimes(journey, births);
  const length = rollingDays[params.grain] * day;
  const observed = (since: number) => Math.floor((window[1] - since) / length) - ahead;
  const periods = Math.max(1, Math.min(params.horizon + 1, observed(extent(births, born)[0])));
  const reach = Int32Array.from(born, (since) => Math.max(0, Math.min(periods, observed(since))));
  return { periods, reach, elapsed: (event, customer) => Math.floor((time[event]! - born[customer]!) / length), table: null };
}

/** Ranges of days since the start: local days, or spells of 24 hours; only those over within the data count. */
function brackets(enrolled: Enrolled, params: RetentionParams, settings: Settings): Timeline {
  const { journey, births } = enrolled;
  const ranges = params.brackets;
  const table = bracketByDay(ranges);
  const count = (daysObserved: number) => {
    let reach = 0;
    while (reach < ranges.length && ranges[reach]![1] < daysObserved) reach++;
    return reach;
  };
  if (params.periods === "rolling") {
    const born = birthTimes(journey, births);
    const passed = (from: number, to: number) => Math.floor((to - from) / day);
    const reach = Int32Array.from(born, (since) => count(passed(since, journey.window[1])));
    return { periods: ranges.length, reach, elapsed: (event, customer) => passed(born[customer]!, journey.time[event]!), table };
  }
  const local = journey.local("day");
  const born = birthPeriods(journey, births, "day", settings);
  const today = periodOf("day", journey.window[1], settings.timezone, settings.weekStart);
  const reach = born.map((since) => count(today - since));
  return { periods: ranges.length, reach, elapsed: (event, customer) => local[event]! - born[customer]!, table };
}

/**
 * Lays events out along the periods that the parameters ask for.
 *
 * @param ahead Periods beyond each one that must have been observed, too.
 * @throws {UserError} If a range of days is too long.
 */
export function timeline(enrolled: Enrolled, params: RetentionParams, range: Range, ahead: number, settings: Settings): Timeline {
  if (params.measure === "bracket") return brackets(enrolled, params, settings);
  return params.periods === "rolling" ? rolling(enrolled, params, ahead) : calendar(enrolled, params, range);
}
