import { civil } from "../../analysis/calendar/civil.ts";
import { dayNumber } from "../../analysis/calendar/day-number.ts";

/** A time as ISO 8601 text gives it: what a clock shows, and how far that clock is from UTC where the text says so. */
export interface IsoTime {
  /** Milliseconds since 1970-01-01T00:00 on that clock. */
  local: number;
  /** Milliseconds to take off for UTC, or null when the text leaves the zone open. */
  offset: number | null;
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Reads "2025-01-31", "2025-01-31 13:45", "2025-01-31T13:45:00.250+02:00"; null when the text is nothing of the kind or no such date exists.
 *
 * @example isoTime("1970-01-02") // { local: 86400000, offset: null }
 */
export function isoTime(text: string): IsoTime | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [year, month, dayOfMonth, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const day = dayNumber(year, month, dayOfMonth);
  const back = civil(day);
  if (back.month !== month || back.day !== dayOfMonth || hour > 23 || minute > 59 || second > 59) return null;
  const ms = Math.floor(Number(`0.${match[7] ?? 0}`) * 1_000);
  const local = day * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1_000 + ms;
  const zone = match[8];
  if (zone === undefined) return { local, offset: null };
  if (zone === "Z") return { local, offset: 0 };
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return { local, offset: (zone.startsWith("-") ? -60_000 : 60_000) * minutes };
}
