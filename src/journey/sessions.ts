import type { Journey } from "./journey.ts";

/** Half an hour without an event ends a session. */
export const sessionGap = 1_800_000;

/** Stretches of events without a long pause. */
export interface Sessions {
  /** Per event: sessions count from 0 through the whole journey. */
  session: Uint32Array;
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
export function sessions({ rows, customers, offsets, time }: Journey, gapMs: number = sessionGap): Sessions {
  const session = new Uint32Array(rows);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    const first = offsets[customer]!;
    for (let event = first; event < offsets[customer + 1]!; event++) {
      if (event === first || time[event]! - time[event - 1]! > gapMs) count++;
      session[event] = count - 1;
    }
  }
  return { session, count };
}
