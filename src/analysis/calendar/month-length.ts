import { dayNumber } from "./day-number.ts";

/**
 * How many days a month has.
 *
 * @param month 1 is January.
 * @example monthLength(2024, 2) // 29
 */
export function monthLength(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}
