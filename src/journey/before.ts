import type { EventIndex } from "./order/event-index.ts";

/** The earlier part of an index. */
export interface Earlier {
  index: EventIndex;
  /** The customers that are left, by their places in the whole. */
  kept: Uint32Array;
}

/** The first event of a customer that is not before the time. */
function endBefore(times: Float64Array, from: number, to: number, time: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The events before a time. Customers whose first event comes later are gone, as if the data had ended there.
 *
 * @param time UTC milliseconds, not included.
 */
export function earlier(index: EventIndex, time: number): Earlier {
  const ends = new Uint32Array(index.customers);
  const kept: number[] = [];
  let rows = 0;
  for (let customer = 0; customer < index.customers; customer++) {
    const from = index.offsets[customer]!;
    ends[customer] = endBefore(index.time, from, index.offsets[customer + 1]!, time);
    if (ends[customer] === from) continue;
    kept.push(customer);
    rows += ends[customer]! - from;
  }
  const part: EventIndex = {
    rows,
    customers: kept.length,
    offsets: new Uint32Array(kept.length + 1),
    time: new Float64Array(rows),
    row: new Uint32Array(rows),
    table: new Uint8Array(rows),
  };
  let next = 0;
  for (let place = 0; place < kept.length; place++) {
    const from = index.offsets[kept[place]!]!;
    const to = ends[kept[place]!]!;
    part.time.set(index.time.subarray(from, to), next);
    part.row.set(index.row.subarray(from, to), next);
    part.table.set(index.table.subarray(from, to), next);
    part.offsets[place + 1] = next += to - from;
  }
  return { index: part, kept: Uint32Array.from(kept) };
}
