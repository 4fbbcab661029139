import type { EventPlace } from "./event-places.ts";

/** What each customer brought per period: customer `c` has the entries `offsets[c]` to `offsets[c + 1] − 1`. */
export interface CustomerAmounts {
  offsets: Uint32Array;
  period: Int16Array;
  amount: Float64Array;
}

/**
 * Adds up each customer's values per period, so that nothing after it looks at events again.
 *
 * @param events Customer `c` has the events `events[c]` to `events[c + 1] − 1`.
 * @param first The event each customer starts with, or −1.
 * @param place The period an event counts in, or −1; asked of events with a value only.
 * @param values A value per event; NaN is missing and counts as nothing.
 */
export function customerAmounts(events: Uint32Array, first: Int32Array, place: EventPlace, values: Float64Array): CustomerAmounts {
  const offsets = new Uint32Array(first.length + 1);
  let period = new Int16Array(1024);
  let amount = new Float64Array(1024);
  let entries = 0;
  for (let customer = 0; customer < first.length; customer++) {
    const end = first[customer]! < 0 ? -1 : events[customer + 1]!;
    let previous = -1;
    for (let event = first[customer]!; event < end; event++) {
      const value = values[event]!;
      if (value !== value) continue;
      const at = place(event, customer);
      if (at < 0) continue;
      if (at !== previous) {
        if (entries === period.length) {
          period = doubled(period, new Int16Array(2 * entries));
          amount = doubled(amount, new Float64Array(2 * entries));
        }
        period[entries++] = at;
        previous = at;
      }
      amount[entries - 1]! += value;
    }
    offsets[customer + 1] = entries;
  }
  return { offsets, period, amount };
}

function doubled<T extends Int16Array | Float64Array>(values: T, larger: T): T {
  larger.set(values);
  return larger;
}
