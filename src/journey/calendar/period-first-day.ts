import { dayNumber } from "../../analysis/calendar/day-number.ts";
import type { Grain } from "../../schema/settings.ts";
import { daysIntoWeek } from "./period-of-day.ts";

/**
 * The first local day of a calendar period.
 *
 * @param index The period as `periodOfDay` counts it.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @returns Days since 1970-01-01.
 * @example periodFirstDay("month", 24_300, 1) // 20089, which is 2025-01-01
 */
export function periodFirstDay(grain: Grain, index: number, weekStart: number): number {
  if (grain === "day") return index;
  if (grain === "week") return index * 7 - daysIntoWeek(weekStart);
  if (grain === "month") return dayNumber(0, index + 1, 1);
  if (grain === "quarter") return dayNumber(0, index * 3 + 1, 1);
  return dayNumber(index, 1, 1);
}
