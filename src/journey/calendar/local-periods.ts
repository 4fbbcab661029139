import { localDay } from "../../analysis/calendar/local-day.ts";
import { zone, type Zone } from "../../analysis/calendar/zone.ts";
import type { Grain } from "../../schema/settings.ts";
import { periodOfDay } from "./period-of-day.ts";

const day = 86_400_000;
/** About 2,700 years: dates further apart are faults of the data, and not worth tables. */
const longest = 1_000_000;
/** Stands in the table of offsets for a day on which the clock changes. */
const changes = -0x8000_0000;

/** The offset of each UTC day from the first, or `changes`. */
function offsetsByDay(clock: Zone, first: number, days: number): Int32Array {
  const offsets = new Int32Array(days);
  for (let index = 0; index < days; index++) {
    const start = (first + index) * day;
    const offset = clock.offset(start);
    offsets[index] = offset === clock.offset(start + day - 1) ? offset : changes;
  }
  return offsets;
}

/**
 * The local calendar period of each time.
 *
 * @param times UTC milliseconds, none missing.
 * @param timezone IANA name.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @returns One whole number per time, as `periodOf` counts.
 * @example localPeriods("day", Float64Array.of(0, 86_400_000), "UTC", 1) // Int32Array [0, 1]
 */
export function localPeriods(grain: Grain, times: Float64Array, timezone: string, weekStart: number): Int32Array {
  const clock = zone(timezone);
  const periods = new Int32Array(times.length);
  let low = Infinity;
  let high = -Infinity;
  for (let event = 0; event < times.length; event++) {
    const time = times[event]!;
    if (time < low) low = time;
    if (time > high) high = time;
  }
  if (high < low) return periods;
  const first = Math.floor(low / day);
  const days = Math.floor(high / day) - first + 1;
  if (days > longest) {
    for (let event = 0; event < times.length; event++) periods[event] = periodOfDay(grain, localDay(clock, times[event]!), weekStart);
    return periods;
  }
  const offsets = offsetsByDay(clock, first, days);
  // A local date is at most one day off the UTC one.
  const firstLocal = first - 1;
  const periodsByDay = Int32Array.from({ length: days + 2 }, (_, index) => periodOfDay(grain, firstLocal + index, weekStart));
  for (let event = 0; event < times.length; event++) {
    const time = times[event]!;
    let offset = offsets[Math.floor(time / day) - first]!;
    if (offset === changes) offset = clock.offset(time);
    periods[event] = periodsByDay[Math.floor((time + offset) / day) - firstLocal]!;
  }
  return periods;
}
