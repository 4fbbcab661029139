import type { EventIndex } from "../order/event-index.ts";
import type { SameRow } from "./same-row.ts";

/**
 * Leaves out events that repeat one shortly before: of the same customer and line, no longer after it than allowed, and no different but in times
 * and id. The first is kept, and what follows is measured from it, so doing it twice changes nothing more.
 *
 * @param same Per line, whether two of its rows agree.
 * @param withinMs Milliseconds.
 * @param found Called with the line and row of each event left out.
 * @returns The index without them, or the same where there are none.
 */
export function withoutNearRepeats(
  index: EventIndex,
  same: readonly SameRow[],
  withinMs: number,
  found: (line: number, row: number) => void,
): EventIndex {
  const { customers, offsets, time, row, table } = index;
  const isSame = (one: number, other: number) => table[one] === table[other] && same[table[one]!]!(row[one]!, row[other]!);
  const kept = new Uint32Array(index.rows);
  const ends = new Uint32Array(customers + 1);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    const first = count;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      let at = count - 1;
      while (at >= first && time[event]! - time[kept[at]!]! <= withinMs && !isSame(kept[at]!, event)) at--;
      if (at >= first && time[event]! - time[kept[at]!]! <= withinMs) found(table[event]!, row[event]!);
      else kept[count++] = event;
    }
    ends[customer + 1] = count;
  }
  if (count === index.rows) return index;
  const places = kept.subarray(0, count);
  return {
    rows: count,
    customers,
    offsets: ends,
    time: Float64Array.from(places, (event) => time[event]!),
    row: places.map((event) => row[event]!),
    table: Uint8Array.from(places, (event) => table[event]!),
  };
}
