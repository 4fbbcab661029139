import { isoTime } from "../../schema/formula/iso-time.ts";
import { knownZone } from "./known-zone.ts";

const day = 86_400_000;

/** A moment, or a whole local day where only a date is written: `from` to `until`, the second not included. A moment has both equal. */
export interface Instant {
  from: number;
  until: number;
}

/**
 * Reads ISO text as a time in the notebook's zone: "2025-01-01" starts at local midnight; "2025-01-01T12:00" is local; with "Z" or "+02:00" it
 * is absolute.
 *
 * @param timezone IANA name.
 * @returns UTC milliseconds, or null where the text is not a date that exists.
 * @throws {UserError} If there is no such zone.
 * @example localInstant("2025-07-01", "Europe/Berlin") // { from: 1751320800000, until: 1751407200000 }
 */
export function localInstant(text: string, timezone: string): Instant | null {
  const time = isoTime(text);
  if (time === null) return null;
  const clock = knownZone(timezone);
  const from = time.offset === null ? clock.toUtc(time.local) : time.local - time.offset;
  return { from, until: /[T:]/.test(text) ? from : clock.toUtc(time.local + day) };
}
