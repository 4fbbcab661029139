import type { EventIndex } from "./order/event-index.ts";

/** Half an hour without an event ends a session. */
export const sessionGap = 1_800_000;

/** Stretches of events without a long pause. */
export interface Sessions {
  /** Per event: sessions count from 0 through the whole journey; −1 is none. */
  codes: Int32Array;
  count: number;
}

/** What ends a session beside the pause, per event. */
export interface SessionCuts {
  /** Local days: a session ends with the day. */
  days?: Int32Array;
  /** Campaigns, −1 for none: another one than before begins a session. */
  campaigns?: Int32Array;
  /** 1 for events that are no visits: they are in no session and prolong none. */
  apart?: Uint8Array;
}

/** Sessions by the pause alone. */
function cutByPause({ rows, customers, offsets, time }: EventIndex, gapMs: number): Sessions {
  const codes = new Int32Array(rows);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    const end = offsets[customer + 1]!;
    let before = -Infinity;
    for (let event = offsets[customer]!; event < end; event++) {
      const now = time[event]!;
      if (now - before > gapMs) count++;
      codes[event] = count - 1;
      before = now;
    }
  }
  return { codes, count };
}

/**
 * Cuts each customer's events into sessions: a new one begins with the first event, and after a pause longer than the gap. A pause of exactly
 * the gap does not cut.
 *
 * Events that are no visits (a refund, an e-mail sent) begin and prolong sessions too, unless they are set apart.
 *
 * @param gapMs Milliseconds.
 * @see Google Analytics Help, About Analytics sessions
 */
export function sessionsOf(index: EventIndex, gapMs: number = sessionGap, { days, campaigns, apart }: SessionCuts = {}): Sessions {
  if (days === undefined && campaigns === undefined && apart === undefined) return cutByPause(index, gapMs);
  const { rows, customers, offsets, time } = index;
  const codes = new Int32Array(rows).fill(-1);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    let last = -1;
    let campaign = -1;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (apart !== undefined && apart[event] === 1) continue;
      const own = campaigns === undefined ? -1 : campaigns[event]!;
      const isNew =
        last < 0 || time[event]! - time[last]! > gapMs || (days !== undefined && days[event] !== days[last]) || (own >= 0 && own !== campaign);
      if (isNew) {
        count++;
        campaign = -1;
      }
      if (own >= 0) campaign = own;
      codes[event] = count - 1;
      last = event;
    }
  }
  return { codes, count };
}

/** The number of each event's session among its customer's, from 1; 0 for events in none. */
export function sessionNumbers({ customers, offsets }: EventIndex, { codes }: Sessions): Int32Array {
  const numbers = new Int32Array(codes.length);
  for (let customer = 0; customer < customers; customer++) {
    let first = -1;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (codes[event]! < 0) continue;
      if (first < 0) first = codes[event]!;
      numbers[event] = codes[event]! - first + 1;
    }
  }
  return numbers;
}
