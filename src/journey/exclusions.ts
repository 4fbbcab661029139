import type { OrderedLine } from "./order/event-index.ts";

/** Why a row is no event, in words. */
export const reasons = [
  "no customer",
  "no time",
  "before the window",
  "after the window",
  "outside the conditions",
  "repeated",
  "nearly repeated",
] as const;

export type Reason = (typeof reasons)[number];

/** The steps from rows to events, in order, with the reasons for which rows are left out at each. */
export const exclusionSteps: readonly { step: string; reasons: readonly Reason[] }[] = [
  { step: "with a customer", reasons: ["no customer"] },
  { step: "with a time", reasons: ["no time"] },
  { step: "inside the window", reasons: ["before the window", "after the window"] },
  { step: "meeting the conditions", reasons: ["outside the conditions"] },
  { step: "without repeats", reasons: ["repeated", "nearly repeated"] },
];

/**
 * Takes the rows that are no events out of a line, by giving them the customer −1, and counts them by the first reason that applies. Repeats are found
 * later, among the rows that are left.
 *
 * @param line Changed in place.
 * @param window UTC milliseconds [start, end).
 * @param where 1 for rows that meet the line's conditions, or null without conditions.
 * @param from The first row.
 * @param to The row after the last.
 * @param counts By place of the reason in `reasons`; added to.
 */
export function exclude(
  { customer, time }: OrderedLine,
  [start, end]: readonly [number, number],
  where: Uint8Array | null,
  from: number,
  to: number,
  counts: Uint32Array,
): void {
  for (let row = from; row < to; row++) {
    const when = time[row]!;
    let reason = -1;
    if (customer[row]! < 0) reason = 0;
    else if (Number.isNaN(when)) reason = 1;
    else if (when < start) reason = 2;
    else if (when >= end) reason = 3;
    else if (where !== null && where[row] === 0) reason = 4;
    if (reason < 0) continue;
    customer[row] = -1;
    counts[reason]!++;
  }
}
