import type { ActivePeriods } from "./active-periods.ts";

/** Which neighbours of a period count as it: `ahead` later ones (unbounded) and `behind` earlier ones (trailing). */
export interface Span {
  ahead: number;
  behind: number;
}

/** Every customer's place in the table of cohorts: `slot` is its row, or −1, and `reach` how many periods of it were observed. */
export interface Seats {
  slot: Int32Array;
  reach: Int32Array;
}

/** A customer's word with each bit spread over its span. */
function spread(word: number, span: Span): number {
  let spreaded = word;
  for (let step = 1; step <= Math.min(span.ahead, 31); step++) spreaded |= word >>> step;
  for (let step = 1; step <= Math.min(span.behind, 31); step++) spreaded |= word << step;
  return spreaded;
}

/**
 * How many customers were active per slot and period, of the periods observed.
 *
 * @param periods Periods per slot.
 * @returns `slots × periods` counts.
 */
export function countActive(active: ActivePeriods, seats: Seats, span: Span, slots: number, periods: number): Int32Array {
  return active.stride === 1 ? countWords(active.words, seats, span, slots, periods) : countMarks(active, seats, span, slots, periods);
}

function countWords(words: Uint32Array, seats: Seats, span: Span, slots: number, periods: number): Int32Array {
  const counts = new Int32Array(slots * periods);
  const plain = span.ahead === 0 && span.behind === 0;
  for (let customer = 0; customer < words.length; customer++) {
    const slot = seats.slot[customer]!;
    if (slot < 0) continue;
    const word = plain ? words[customer]! : spread(words[customer]!, span);
    const base = slot * periods;
    const reach = seats.reach[customer]!;
    for (let period = 0; period < reach; period++) counts[base + period]! += (word >>> period) & 1;
  }
  return counts;
}

/** Each active period marks the run of periods it counts for; runs of one customer are cut so that none counts twice. */
function countMarks(active: ActivePeriods, seats: Seats, span: Span, slots: number, periods: number): Int32Array {
  const { words, stride } = active;
  const edges = new Int32Array(slots * (periods + 1));
  for (let customer = 0; customer < seats.slot.length; customer++) {
    const slot = seats.slot[customer]!;
    if (slot < 0) continue;
    const base = slot * (periods + 1);
    const reach = seats.reach[customer]!;
    let next = 0;
    for (let index = 0; index < stride; index++) {
      for (let word = words[customer * stride + index]!; word !== 0; word &= word - 1) {
        const period = (index << 5) + 31 - Math.clz32(word & -word);
        const from = Math.max(period - span.ahead, next);
        const to = Math.min(period + span.behind, reach - 1) + 1;
        if (from >= to) continue;
        edges[base + from]!++;
        edges[base + to]!--;
        next = to;
      }
    }
  }
  const counts = new Int32Array(slots * periods);
  for (let slot = 0; slot < slots; slot++) {
    let open = 0;
    for (let period = 0; period < periods; period++) {
      open += edges[slot * (periods + 1) + period]!;
      counts[slot * periods + period] = open;
    }
  }
  return counts;
}

/** How many customers were observed per slot and period. */
export function countEligible(seats: Seats, slots: number, periods: number): Int32Array {
  const counts = new Int32Array(slots * periods);
  for (let customer = 0; customer < seats.slot.length; customer++) {
    const slot = seats.slot[customer]!;
    const reach = seats.reach[customer]!;
    if (slot >= 0 && reach > 0) counts[slot * periods + reach - 1]!++;
  }
  for (let slot = 0; slot < slots; slot++) {
    for (let period = periods - 2; period >= 0; period--) counts[slot * periods + period]! += counts[slot * periods + period + 1]!;
  }
  return counts;
}

/** Whether a customer counts as active in a period. */
export function isActive(active: ActivePeriods, customer: number, period: number, span: Span): boolean {
  const { words, stride } = active;
  const last = Math.min(period + span.ahead, stride * 32 - 1);
  for (let place = Math.max(0, period - span.behind); place <= last; place++) {
    if (((words[customer * stride + (place >> 5)]! >>> (place & 31)) & 1) === 1) return true;
  }
  return false;
}
