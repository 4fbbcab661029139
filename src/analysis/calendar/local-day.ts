import type { Zone } from "./zone.ts";

/**
 * The local date at a UTC time, as days since 1970-01-01.
 *
 * @example localDay(zone("Asia/Kolkata"), Date.UTC(1970, 0, 1, 20)) // 1
 */
export function localDay(zone: Zone, utcMs: number): number {
  return Math.floor((utcMs + zone.offset(utcMs)) / 86_400_000);
}
