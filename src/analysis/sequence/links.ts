import { followCounts } from "./follow-counts.ts";
import { medians } from "./medians.ts";
import type { Walks } from "./walks.ts";

/** Pairs of steps that follow one another directly, by `from`, then `to`. */
export interface Links {
  from: Int32Array;
  to: Int32Array;
  occurrences: Int32Array;
  /** Distinct owners. */
  customers: Int32Array;
  /** Distinct owners of the first and of the second group, where groups were asked for. */
  byGroup: [Int32Array, Int32Array];
  /** Median milliseconds between the two; NaN where they are outside time. */
  median: Float64Array;
}

/** More kinds of steps than this are looked up one pair at a time. */
const widest = 2_048;

/** The pairs that occur, in order, and how to find one. */
function pairs(walks: Walks, width: number): { keys: Float64Array; counts: Int32Array; idOf: (key: number) => number } {
  if (width <= widest) {
    const counts = followCounts(walks, width);
    const keys: number[] = [];
    counts.forEach((count, key) => count > 0 && keys.push(key));
    const found = Int32Array.from(keys, (key) => counts[key]!);
    keys.forEach((key, id) => (counts[key] = id));
    return { keys: Float64Array.from(keys), counts: found, idOf: (key) => counts[key]! };
  }
  const seen = new Map<number, number>();
  eachPair(walks, width, (key) => seen.set(key, (seen.get(key) ?? 0) + 1));
  const keys = Float64Array.from(seen.keys()).sort();
  const counts = Int32Array.from(keys, (key) => seen.get(key)!);
  keys.forEach((key, id) => seen.set(key, id));
  return { keys, counts, idOf: (key) => seen.get(key)! };
}

function eachPair({ count, starts, ends, steps }: Walks, width: number, visit: (key: number, at: number, walk: number) => void): void {
  let done = 0;
  for (let walk = 0; walk < count; walk++) {
    const end = ends[walk]!;
    for (let at = Math.max(starts[walk]! + 1, done); at < end; at++) visit(steps[at - 1]! * width + steps[at]!, at, walk);
    done = end;
  }
}

/**
 * Which step directly follows which: how often, for how many customers, and after how long.
 *
 * @param width Steps are from 0 to width − 1.
 * @param group 0, 1 or −1 for each owner.
 */
export function links(walks: Walks, width: number, group: Int8Array | null = null): Links {
  const { times, owner } = walks;
  const { keys, counts, idOf } = pairs(walks, width);
  const size = keys.length;
  const offsets = new Uint32Array(size + 1);
  for (let id = 0; id < size; id++) offsets[id + 1] = offsets[id]! + counts[id]!;
  const waits = new Float64Array(offsets[size]!);
  const filled = offsets.slice(0, size);
  const last = new Int32Array(size).fill(-1);
  const customers = new Int32Array(size);
  const byGroup: [Int32Array, Int32Array] = [new Int32Array(group === null ? 0 : size), new Int32Array(group === null ? 0 : size)];
  eachPair(walks, width, (key, at, walk) => {
    const id = idOf(key);
    waits[filled[id]!++] = times[at]! - times[at - 1]!;
    const who = owner[walk]!;
    if (last[id] === who) return;
    last[id] = who;
    customers[id]!++;
    const side = group?.[who] ?? -1;
    if (side >= 0) byGroup[side]![id]!++;
  });
  return {
    from: Int32Array.from(keys, (key) => Math.floor(key / width)),
    to: Int32Array.from(keys, (key) => key % width),
    occurrences: counts,
    customers,
    byGroup,
    median: medians(waits, offsets),
  };
}
