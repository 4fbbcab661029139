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
 * @param places The period each event counts in, or −1.
 * @param values A value per event; NaN is missing and counts as nothing.
 */
export function customerAmounts(events: Uint32Array, places: Int16Array, values: Float64Array): CustomerAmounts {
  const customers = events.length - 1;
  const offsets = new Uint32Array(customers + 1);
  let entries = 0;
  for (let customer = 0; customer < customers; customer++) {
    let previous = -1;
    for (let event = events[customer]!; event < events[customer + 1]!; event++) {
      const place = places[event]!;
      const value = values[event]!;
      if (place < 0 || value !== value) continue;
      if (place !== previous) entries++;
      previous = place;
    }
    offsets[customer + 1] = entries;
  }
  const period = new Int16Array(entries);
  const amount = new Float64Array(entries);
  for (let customer = 0; customer < customers; customer++) {
    let entry = offsets[customer]! - 1;
    let previous = -1;
    for (let event = events[customer]!; event < events[customer + 1]!; event++) {
      const place = places[event]!;
      const value = values[event]!;
      if (place < 0 || value !== value) continue;
      if (place !== previous) period[++entry] = place;
      previous = place;
      amount[entry]! += value;
    }
  }
  return { offsets, period, amount };
}
