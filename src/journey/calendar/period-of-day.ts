import { civil } from "../../analysis/calendar/civil.ts";
import type { Grain } from "../../schema/settings.ts";

/**
 * How many days before 1970-01-01 (a Thursday) the week that holds it began.
 *
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @example daysIntoWeek(1) // 3
 */
export function daysIntoWeek(weekStart: number): number {
  return (4 - weekStart + 7) % 7;
}

/**
 * The calendar period a local day lies in: a whole number that grows by one from each period to the next.
 *
 * Days since 1970-01-01; weeks since the one that holds it; months, as year × 12 + (month − 1); quarters, as year × 4 + (quarter − 1); years.
 *
 * @param day Days since 1970-01-01.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @example periodOfDay("month", 20_089, 1) // 24300, which is January 2025
 */
export function periodOfDay(grain: Grain, day: number, weekStart: number): number {
  if (grain === "day") return day;
  if (grain === "week") return Math.floor((day + daysIntoWeek(weekStart)) / 7);
  const { year, month } = civil(day);
  if (grain === "month") return year * 12 + month - 1;
  if (grain === "quarter") return year * 4 + Math.floor((month - 1) / 3);
  return year;
}
