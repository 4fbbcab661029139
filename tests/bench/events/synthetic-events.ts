import { random } from "../../../src/analysis/random/random.ts";

export const eventNames = [
  "page_view",
  "search",
  "product_view",
  "add_to_cart",
  "remove_from_cart",
  "checkout_start",
  "purchase",
  "refund",
  "support_chat",
  "newsletter_open",
  "login",
  "review",
] as const;
export const channelNames = ["direct", "organic", "paid_search", "email", "social", "affiliate", "display", "referral"] as const;

/** How many customers the events are of. */
export const customers = 100_000;

const start = Date.UTC(2024, 0, 1);
const end = Date.UTC(2026, 0, 1);
const day = 86_400_000;

/** Events in columns. */
export interface SyntheticEvents {
  rows: number;
  /** Number of the customer, from 0. */
  customer: Int32Array;
  /** UTC milliseconds, whole seconds of two years. */
  time: Float64Array;
  /** Place in `eventNames`. */
  event: Int32Array;
  /** Place in `channelNames`. */
  channel: Int32Array;
  /** NaN for the 94 in a hundred events that bring nothing. */
  revenue: Float64Array;
}

/** "random": as they come. "nearly": in the order of time but for neighbours that change places. */
export type EventOrder = "random" | "nearly";

/** Seeded events of customers who come back at random, the same for the same number and order. */
export function syntheticEvents(rows: number, order: EventOrder): SyntheticEvents {
  const draw = random(20260101);
  const below = (limit: number) => Math.floor(draw() * limit);
  const events: SyntheticEvents = {
    rows,
    customer: new Int32Array(rows),
    time: new Float64Array(rows),
    event: new Int32Array(rows),
    channel: new Int32Array(rows),
    revenue: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    events.customer[row] = below(customers);
    events.time[row] = start + below((end - start) / 1000) * 1000;
    events.event[row] = below(eventNames.length);
    events.channel[row] = below(channelNames.length);
    events.revenue[row] = draw() < 0.94 ? NaN : (100 + below(20_000)) / 100;
  }
  if (order === "random") return events;
  const { time } = events;
  time.sort();
  for (let row = 0; row + 40 < rows; row += 20) {
    const other = row + 1 + below(30);
    [time[row], time[other]] = [time[other]!, time[row]!];
  }
  return events;
}

/** The calendar month of each event: year × 12 + month from 0. */
export function monthsOf({ time }: SyntheticEvents): Int32Array {
  const byDay = Int32Array.from({ length: (end - start) / day }, (_, index) => {
    const date = new Date(start + index * day);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  });
  return Int32Array.from(time, (when) => byDay[Math.floor((when - start) / day)]!);
}

/** A customer's id. */
export function customerId(customer: number): string {
  return `c${String(customer).padStart(7, "0")}`;
}
