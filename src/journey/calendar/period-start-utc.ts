import { zone } from "../../analysis/calendar/zone.ts";
import type { Grain } from "../../schema/settings.ts";
import { periodFirstDay } from "./period-first-day.ts";

/**
 * The moment a local calendar period starts. The period ends where the next one starts, so a month with a clock change is an hour longer or
 * shorter than others.
 *
 * Where the clock skips midnight, the period starts at the change.
 *
 * @param index The period as `periodOf` counts it.
 * @param timezone IANA name.
 * @param weekStart 1 is Monday, 7 is Sunday.
 * @returns UTC milliseconds.
 * @example periodStartUtc("month", 24_300, "Europe/Berlin", 1) // 1735686000000, which is 2024-12-31T23:00Z
 */
export function periodStartUtc(grain: Grain, index: number, timezone: string, weekStart: number): number {
  return zone(timezone).toUtc(periodFirstDay(grain, index, weekStart) * 86_400_000);
}
