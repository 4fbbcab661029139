import { civil } from "../../analysis/calendar/civil.ts";

const two = (part: number) => String(part).padStart(2, "0");

/**
 * A day as ISO text.
 *
 * @param day Days since 1970-01-01.
 * @example isoDate(20_089) // "2025-01-01"
 */
export function isoDate(day: number): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}
