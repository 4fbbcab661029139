import type { EventIndex } from "./order/event-index.ts";

/** Half an hour without an event ends a session. */
export const sessionGap = 1_800_000;

/** Stretches of events without a long pause. */
export interface Sessions {
  /** Per event: sessions count from 0 through the whole journey; −1 is none. */
  codes: Int32Array;
  count: number;
}

/**
 * Cuts each customer's events into sessions: a new one begins with the first event, and after a pause longer than the gap. A pause of exactly
 * the gap does not cut.
 *
 * Events that are not visits (a refund, an e-mail sent) begin and prolong sessions too.
 *
 * @param gapMs Milliseconds.
 */
export function sessionsOf({ rows, customers, offsets, time }: EventIndex, gapMs: number = sessionGap): Sessions {
  const codes = new Int32Array(rows);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    const first = offsets[customer]!;
    for (let event = first; event < offsets[customer + 1]!; event++) {
      if (event === first || time[event]! - time[event - 1]! > gapMs) count++;
      codes[event] = count - 1;
    }
  }
  return { codes, count };
}
