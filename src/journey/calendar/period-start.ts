import type { Grain } from "../../schema/settings.ts";
import { isoDate } from "./iso-date.ts";
import { periodFirstDay } from "./period-first-day.ts";

/**
 * The local date a calendar period starts on, as ISO text.
 *
 * @param index The period as `periodOf` counts it.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @example periodStart("quarter", 8_100, 1) // "2025-01-01"
 */
export function periodStart(grain: Grain, index: number, weekStart: number): string {
  return isoDate(periodFirstDay(grain, index, weekStart));
}
