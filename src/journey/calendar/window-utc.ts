import { UserError } from "../../schema/errors.ts";
import type { DateWindow } from "../../schema/parameter.ts";
import { localInstant } from "./local-instant.ts";

function midnight(date: string, timezone: string): number {
  const read = localInstant(date, timezone);
  if (read === null) throw new UserError(`"${date}" is not a date.`, 'Write it as "2025-01-31".', { param: "window" });
  return read.from;
}

/**
 * An observation window of local dates in UTC.
 *
 * @param window Local ISO dates [from, to); null leaves an end, or both, open.
 * @param timezone IANA name.
 * @returns UTC milliseconds [start, end), with −Infinity and Infinity for open ends.
 * @throws {UserError} If a date does not exist, or the window is empty.
 */
export function windowUtc(window: DateWindow | null, timezone: string): [number, number] {
  const [from, to] = window ?? [null, null];
  const start = from === null ? -Infinity : midnight(from, timezone);
  const end = to === null ? Infinity : midnight(to, timezone);
  if (start >= end) throw new UserError(`The window from ${from} to ${to} has no day in it.`, "Write an earlier date first.", { param: "window" });
  return [start, end];
}
