import { localDay } from "../../analysis/calendar/local-day.ts";
import { zone } from "../../analysis/calendar/zone.ts";
import type { Grain } from "../../schema/settings.ts";
import { periodOfDay } from "./period-of-day.ts";

/**
 * The local calendar period of one moment. For a column of times, `localPeriods` is some hundred times faster.
 *
 * @param utcMs UTC milliseconds.
 * @param timezone IANA name.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @example periodOf("month", 1_735_686_000_000, "Europe/Berlin", 1) // 24300: there it is already January 2025
 */
export function periodOf(grain: Grain, utcMs: number, timezone: string, weekStart: number): number {
  return periodOfDay(grain, localDay(zone(timezone), utcMs), weekStart);
}
