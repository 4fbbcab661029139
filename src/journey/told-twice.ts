import type { Codes } from "./journey.ts";
import type { EventIndex } from "./order/event-index.ts";

/** An event that two lines of the mapping bring for the same customers at nearly the same time. */
export interface ToldTwice {
  event: string;
  /** Places of the two lines. */
  lines: [number, number];
  /** Events of the one that have one of the other beside them, and how many of this name each line brings. */
  pairs: number;
  events: [number, number];
}

/** How far apart two tables may date what happened once. */
export const nearlyOnce = 600_000;
/** A share of pairs, of the line with fewer of these events, from which they are the same events and no coincidence. */
const mostOfThem = 0.5;
/** Fewer pairs say nothing. */
const leastPairs = 10;

/** Events of a name that lines of several tables bring, numbered; −1 otherwise. */
function sharedNames({ codes, dictionary }: Codes, { table }: Pick<EventIndex, "table">, sources: readonly string[]): Int32Array {
  const first = new Int32Array(dictionary.length).fill(-1);
  const place = new Int32Array(dictionary.length).fill(-1);
  let count = 0;
  for (let event = 0; event < codes.length; event++) {
    const code = codes[event]!;
    if (code < 0 || place[code]! >= 0) continue;
    if (first[code]! < 0) first[code] = table[event]!;
    else if (sources[first[code]!] !== sources[table[event]!]) place[code] = count++;
  }
  return place;
}

/**
 * Finds events that two tables both bring: a purchase in the orders and in the web events counts twice in everything that counts it.
 *
 * An event of one line and the nearest earlier unpaired one of another line and table, of the same name and customer, at most ten minutes apart,
 * are a pair. It misses what the tables call by different names or date in different time zones.
 *
 * @param sources The table of each line.
 * @returns Names and lines where at least ten events, and half of those of the line with fewer, are in pairs; most pairs first.
 * @example toldTwice(journey, journey.code("event"), ["orders", "web"]) // [{ event: "purchase", lines: [0, 1], pairs: 812, events: [840, 815] }]
 */
export function toldTwice({ customers, offsets, time, table }: EventIndex, event: Codes, sources: readonly string[]): ToldTwice[] {
  const width = sources.length;
  const place = sharedNames(event, { table }, sources);
  const names = event.dictionary.filter((_, code) => place[code]! >= 0);
  if (names.length === 0) return [];
  const last = new Float64Array(names.length * width);
  const owner = new Int32Array(names.length * width).fill(-1);
  const events = new Float64Array(names.length * width);
  const pairs = new Map<number, number>();
  for (let customer = 0; customer < customers; customer++) {
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      const name = event.codes[at]! < 0 ? -1 : place[event.codes[at]!]!;
      if (name < 0) continue;
      const own = table[at]!;
      const start = name * width;
      events[start + own]!++;
      let nearest = -1;
      for (let line = 0; line < width; line++) {
        if (owner[start + line] !== customer || sources[line] === sources[own] || time[at]! - last[start + line]! > nearlyOnce) continue;
        if (nearest < 0 || last[start + line]! > last[start + nearest]!) nearest = line;
      }
      if (nearest < 0) {
        last[start + own] = time[at]!;
        owner[start + own] = customer;
        continue;
      }
      owner[start + nearest] = -1;
      const key = (start + Math.min(own, nearest)) * width + Math.max(own, nearest);
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
  }
  const codes = [...place.keys()].filter((code) => place[code]! >= 0).sort((left, right) => place[left]! - place[right]!);
  return [...pairs]
    .map(([key, count]): ToldTwice => {
      const [slot, second] = [Math.floor(key / width), key % width];
      const name = Math.floor(slot / width);
      const lines: [number, number] = [slot % width, second];
      return {
        event: event.dictionary[codes[name]!]!,
        lines,
        pairs: count,
        events: [events[slot]!, events[name * width + second]!],
      };
    })
    .filter(({ pairs: count, events: [one, other] }) => count >= leastPairs && count >= mostOfThem * Math.min(one, other))
    .sort((left, right) => right.pairs - left.pairs || (left.event < right.event ? -1 : 1));
}
