import { dayNumber } from "../calendar/day-number.ts";
import type { PeriodGrain } from "./grain.ts";

/**
 * The first local day of a calendar period, numbered as `localPeriod` does.
 *
 * @param weekStart The first day of a week: 1 is Monday, 7 is Sunday.
 * @returns Days since 1970-01-01.
 * @example periodStart(23641, "month") // 31
 */
export function periodStart(period: number, grain: PeriodGrain, weekStart = 1): number {
  if (grain === "day") return period;
  if (grain === "week") return period * 7 - ((11 - weekStart) % 7);
  if (grain === "month") return dayNumber(Math.floor(period / 12), (((period % 12) + 12) % 12) + 1, 1);
  if (grain === "quarter") return dayNumber(Math.floor(period / 4), (((period % 4) + 4) % 4) * 3 + 1, 1);
  return dayNumber(period, 1, 1);
}
