import type { Births } from "./births.ts";

/** The period since its customer's start in which an event counts, or −1: not a return, or beyond the last period. */
export type EventPlace = (event: number, customer: number) => number;

/**
 * Tells the period of one event.
 *
 * A clock set back just after midnight can show an event on the day before its customer's first one; it counts in period 0.
 *
 * @param mask 1 for each event that counts as coming back.
 * @param elapsed Whole periods (or days) from a customer's start to an event.
 * @param table The period for each number of elapsed days, −1 where there is none; the same number, if left out.
 * @param periods How many periods there are.
 */
export function eventPlace(
  mask: Uint8Array,
  elapsed: (event: number, customer: number) => number,
  table: Int16Array | null,
  periods: number,
): EventPlace {
  const limit = table === null ? periods : table.length;
  return (event, customer) => {
    if (mask[event] === 0) return -1;
    const passed = Math.max(0, elapsed(event, customer));
    if (passed >= limit) return -1;
    return table === null ? passed : table[passed]!;
  };
}

/**
 * The periods of all events; −1 also for those before their customer's start.
 *
 * @param births Where each customer's events begin.
 * @param offsets Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`.
 */
export function eventPlaces(births: Births, offsets: Uint32Array, place: EventPlace): Int16Array {
  const places = new Int16Array(offsets.at(-1)!).fill(-1);
  for (let customer = 0; customer < births.first.length; customer++) {
    const start = births.first[customer]!;
    if (start < 0) continue;
    const end = offsets[customer + 1]!;
    for (let event = start; event < end; event++) places[event] = place(event, customer);
  }
  return places;
}
