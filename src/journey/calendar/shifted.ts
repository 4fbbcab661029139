import { addMonths } from "../../analysis/calendar/add-months.ts";
import { duration } from "../../schema/durations.ts";
import { knownZone } from "./known-zone.ts";

const day = 86_400_000;

/**
 * The moment some length of time after another, or before it. Months, quarters and years are calendar lengths on the local clock.
 *
 * @param time UTC milliseconds.
 * @param length Such as "7 days" or "2 months".
 * @param direction 1 for later, −1 for earlier.
 * @param timezone IANA name.
 * @throws {UserError} If the text is not a length of time, or there is no such zone.
 * @example shifted(Date.UTC(2025, 2, 31), "1 month", -1, "UTC") === Date.UTC(2025, 1, 28) // true
 */
export function shifted(time: number, length: string, direction: 1 | -1, timezone: string): number {
  const { ms, months } = duration(length);
  if (months === 0) return time + direction * ms;
  const clock = knownZone(timezone);
  const local = time + clock.offset(time);
  const date = Math.floor(local / day);
  return clock.toUtc(addMonths(date, direction * months) * day + (local - date * day));
}
