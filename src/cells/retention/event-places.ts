import type { Births } from "./births.ts";

/**
 * The period since a customer's start in which each event counts, or −1: before the start, not a return, or beyond the last period.
 *
 * A clock set back just after midnight can show an event on the day before its customer's first one; it counts in period 0.
 *
 * @param births Where each customer's events begin.
 * @param offsets Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`.
 * @param mask 1 for each event that counts as coming back.
 * @param elapsed Whole periods (or days) from a customer's start to an event.
 * @param table The period for each number of elapsed days, −1 where there is none; the same number, if left out.
 * @param periods How many periods there are.
 */
export function eventPlaces(
  births: Births,
  offsets: Uint32Array,
  mask: Uint8Array,
  elapsed: (event: number, customer: number) => number,
  table: Int16Array | null,
  periods: number,
): Int16Array {
  const places = new Int16Array(mask.length).fill(-1);
  const limit = table === null ? periods : table.length;
  for (let customer = 0; customer < births.first.length; customer++) {
    const start = births.first[customer]!;
    if (start < 0) continue;
    const end = offsets[customer + 1]!;
    for (let event = start; event < end; event++) {
      if (mask[event] === 0) continue;
      const passed = Math.max(0, elapsed(event, customer));
      if (passed < limit) places[event] = table === null ? passed : table[passed]!;
    }
  }
  return places;
}
