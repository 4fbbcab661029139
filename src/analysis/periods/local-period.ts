import { civil } from "../calendar/civil.ts";
import type { PeriodGrain } from "./grain.ts";

/**
 * The calendar period a local day is in, as a number that grows by one from period to period.
 *
 * Days and weeks count from 1970-01-01, months are year × 12 + month (from 0), quarters year × 4 + quarter (from 0).
 *
 * @param day Days since 1970-01-01, of the local date.
 * @param weekStart The first day of a week: 1 is Monday, 7 is Sunday.
 * @example localPeriod(31, "month") // 23641, February 1970
 */
export function localPeriod(day: number, grain: PeriodGrain, weekStart = 1): number {
  if (grain === "day") return day;
  // 1970-01-01 was a Thursday, weekday 4.
  if (grain === "week") return Math.floor((day + ((11 - weekStart) % 7)) / 7);
  const { year, month } = civil(day);
  if (grain === "month") return year * 12 + month - 1;
  return grain === "quarter" ? year * 4 + Math.floor((month - 1) / 3) : year;
}
