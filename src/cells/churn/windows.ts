import { zone } from "../../analysis/calendar/zone.ts";
import { localInstant } from "../../journey/calendar/local-instant.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { Windows } from "../../schema/parameter.ts";

export const day = 86_400_000;

/** The windows in milliseconds. */
export interface Lengths {
  observation: number;
  gap: number;
  outcome: number;
}

export function lengthsOf({ observation, gap, outcome }: Windows): Lengths {
  return { observation: duration(observation).ms, gap: duration(gap).ms, outcome: duration(outcome).ms };
}

/** The local midnight at or before a moment. */
function midnight(ms: number, timezone: string): number {
  const clock = zone(timezone);
  const local = ms + clock.offset(ms);
  return clock.toUtc(Math.floor(local / day) * day);
}

/** The local day of a moment as ISO text. */
export function localDate(ms: number, timezone: string): string {
  return new Date(ms + zone(timezone).offset(ms)).toISOString().slice(0, 10);
}

/**
 * The snapshots, from the first to the last, in UTC milliseconds: the last one tests. Each is a gap and an outcome before the next, so that what
 * a model learns is known when it is tested.
 *
 * @throws {UserError} If the data do not hold one snapshot with its outcome, or the outcome of the one asked for is not over.
 */
export function snapshotTimes(windows: Windows, count: number, data: readonly [number, number], timezone: string): number[] {
  const { gap, outcome } = lengthsOf(windows);
  const latest = midnight(data[1] - gap - outcome, timezone);
  const asked = windows.snapshot === null ? null : localInstant(windows.snapshot, timezone)!.from;
  if (asked !== null && asked > latest) {
    throw new UserError(
      `The outcome of the snapshot ${windows.snapshot} is not over when the data end.`,
      "Choose an earlier snapshot, or shorter windows.",
      { param: "windows", fixes: [{ label: "Use the latest snapshot", params: { windows: { ...windows, snapshot: null } } }] },
    );
  }
  const last = asked ?? latest;
  const least = data[0] + 30 * day;
  if (last <= least) {
    throw new UserError(
      `The data are too short: a snapshot needs 30 days before it and ${(gap + outcome) / day} days after it.`,
      "Choose a shorter outcome, or add more data.",
      { param: "windows" },
    );
  }
  const times: number[] = [];
  for (let back = 0; back < count; back++) {
    // Two hours later than the exact distance, so that a day of 23 hours does not lead to the midnight before.
    const time = back === 0 ? last : midnight(last - back * (gap + outcome) + day / 12, timezone);
    if (time > least) times.unshift(time);
  }
  return times;
}
