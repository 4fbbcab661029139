import { civil } from "./civil.ts";
import { dayNumber } from "./day-number.ts";
import { monthLength } from "./month-length.ts";

/**
 * The same day of the month, some months later (or earlier, below zero); the month's last day where it has no such day.
 *
 * So it does not add up: 31 January plus one month is 28 February, and one more is 28 March.
 *
 * @param day Days since 1970-01-01.
 * @param months A whole number.
 * @returns Days since 1970-01-01.
 * @example addMonths(dayNumber(2025, 1, 31), 1) === dayNumber(2025, 2, 28) // true
 */
export function addMonths(day: number, months: number): number {
  const from = civil(day);
  const first = civil(dayNumber(from.year, from.month + months, 1));
  return dayNumber(first.year, first.month, Math.min(from.day, monthLength(first.year, first.month)));
}
