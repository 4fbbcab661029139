import { knownZone } from "../../journey/calendar/known-zone.ts";
import type { Journey } from "../../journey/journey.ts";

const day = 86_400_000;

/** What is measured of every customer; NaN where they are not measured. */
export interface Measures {
  /** Local days from the last purchase to the date. */
  recency: Float64Array;
  /** Orders, or days with one. */
  frequency: Float64Array;
  /** Values added up, refunds taken off; or the mean of orders or days. */
  monetary: Float64Array;
  /** Net value per customer, whatever `monetary` is. */
  revenue: Float64Array;
  /** Customers measured. */
  n: number;
  /** Customers whose purchases were all given back. */
  refunded: number;
}

/** What to measure. */
export interface Measuring {
  /** 1 for the events that count, or null for all. */
  counts: Uint8Array | null;
  /** [from, to) in UTC milliseconds; recency is counted from `to`. */
  from: number;
  to: number;
  frequency: "orders" | "days";
  monetary: "total" | "mean";
  timezone: string;
}

/**
 * Recency, frequency and money of every customer in one pass over the events.
 *
 * An order is all lines with one id, and counts if its lines add up to more than nothing; without ids every event with a positive value is one.
 */
export function measure(journey: Journey, { counts, from, to, frequency, monetary, timezone }: Measuring): Measures {
  const { customers, offsets, time } = journey;
  const { values } = journey.value("value");
  const { codes, dictionary } = journey.code("id");
  const hasIds = dictionary.length > 0 && frequency === "orders";
  const days = frequency === "days" ? journey.local("day") : null;
  const clock = knownZone(timezone);
  const dayOf = (at: number) => Math.floor((at + clock.offset(at)) / day);
  const today = dayOf(to);
  const owner = new Int32Array(hasIds ? dictionary.length : 0).fill(-1);
  const net = new Float64Array(owner.length);
  const orders: number[] = [];
  const make = () => new Float64Array(customers).fill(Number.NaN);
  const found: Measures = { recency: make(), frequency: make(), monetary: make(), revenue: make(), n: 0, refunded: 0 };
  for (let customer = 0; customer < customers; customer++) {
    let [sum, bought, last, lastDay] = [0, 0, Number.NaN, Number.NaN];
    orders.length = 0;
    for (let event = offsets[customer]!, end = offsets[customer + 1]!; event < end; event++) {
      const value = values[event]!;
      const at = time[event]!;
      if (!(value === value) || at < from || at >= to || (counts !== null && counts[event] !== 1)) continue;
      sum += value;
      if (value > 0) last = at;
      if (hasIds && codes[event]! >= 0) {
        const order = codes[event]!;
        if (owner[order] !== customer) {
          owner[order] = customer;
          net[order] = 0;
          orders.push(order);
        }
        net[order]! += value;
      } else if (value > 0) {
        if (days === null) bought++;
        else if (days[event] !== lastDay) {
          lastDay = days[event]!;
          bought++;
        }
      }
    }
    for (const order of orders) if (net[order]! > 0) bought++;
    if (Number.isNaN(last)) continue;
    if (bought === 0 || sum <= 0) {
      found.refunded++;
      continue;
    }
    found.n++;
    found.recency[customer] = today - dayOf(last);
    found.frequency[customer] = bought;
    found.revenue[customer] = sum;
    // Equal amounts added up in another order differ in their last digits, and equal customers must get equal scores.
    found.monetary[customer] = Math.round((monetary === "total" ? sum : sum / bought) * 1e6) / 1e6;
  }
  return found;
}
