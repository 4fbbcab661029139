import type { OrderedLine } from "../order/event-index.ts";
import type { RowIds } from "./row-ids.ts";
import type { SameRow } from "./same-row.ts";

/** Up to this share of rows that repeat an id and say something else, the id still names an event rather than an order. */
const stray = 0.05;

/**
 * What an id names: one event, or several rows that belong together, such as the lines of an order.
 *
 * An event that was sent twice is the same twice. The lines of an order share its number but differ in product or amount. So an id names an order
 * when more than one in twenty rows that repeat an id differ from the row before with that id; null where no id is repeated.
 *
 * @param same Whether two rows agree.
 */
export function idNames({ codes, count }: RowIds, { customer, time }: OrderedLine, same: SameRow): "event" | "order" | null {
  const last = new Int32Array(count).fill(-1);
  let repeats = 0;
  let differ = 0;
  for (let row = 0; row < codes.length; row++) {
    const id = codes[row]!;
    if (id < 0 || customer[row]! < 0) continue;
    const before = last[id]!;
    last[id] = row;
    if (before < 0) continue;
    repeats++;
    if (customer[before] !== customer[row] || time[before] !== time[row] || !same(before, row)) differ++;
  }
  if (repeats === 0) return null;
  return differ > stray * repeats ? "order" : "event";
}

/**
 * Finds rows that repeat an event: the same id, customer and time as a row before them, and no different in anything else but further times.
 *
 * @param found Called with each such row.
 */
export function repeatedIds({ codes, count }: RowIds, { customer, time }: OrderedLine, same: SameRow, found: (row: number) => void): void {
  const last = new Int32Array(count).fill(-1);
  // The row kept before with the same id.
  const before = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const id = codes[row]!;
    if (id < 0 || customer[row]! < 0) continue;
    let other = last[id]!;
    while (other >= 0 && !(customer[other] === customer[row] && time[other] === time[row] && same(other, row))) other = before[other]!;
    if (other >= 0) {
      found(row);
      continue;
    }
    before[row] = last[id]!;
    last[id] = row;
  }
}
