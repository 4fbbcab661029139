import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";

/** A number per row whose order is the column's; texts stand in the order of their dictionary sorted with numbers in them as numbers. */
function ranks(column: Column, rows: Uint32Array): Float64Array {
  const ranked = new Float64Array(rows.length);
  if (column.dictionary === undefined) {
    for (let at = 0; at < rows.length; at++) ranked[at] = column.values[rows[at]!]!;
    return ranked;
  }
  const { dictionary } = column;
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sorted = Array.from(dictionary, (_, code) => code).sort((a, b) => compare(dictionary[a]!, dictionary[b]!) || a - b);
  const rankOf = new Uint32Array(dictionary.length);
  for (let rank = 0; rank < sorted.length; rank++) rankOf[sorted[rank]!] = rank;
  for (let at = 0; at < rows.length; at++) ranked[at] = rankOf[column.values[rows[at]!]!] ?? 0;
  return ranked;
}

/** Turns the bits of numbers so that they order as whole numbers: high words and low words, negatives below. */
function sortable(numbers: Float64Array, descending: boolean): Uint32Array {
  const bits = new Uint32Array(numbers.buffer);
  const flip = descending ? 0xffffffff : 0;
  for (let at = 0; at < numbers.length; at++) {
    if (numbers[at] === 0) numbers[at] = 0;
    const negative = bits[2 * at + 1]! >>> 31 === 1;
    bits[2 * at] = (negative ? ~bits[2 * at]! : bits[2 * at]!) ^ flip;
    bits[2 * at + 1] = (negative ? ~bits[2 * at + 1]! : bits[2 * at + 1]! | 0x80000000) ^ flip;
  }
  return bits;
}

/** Sorts places by 64-bit keys, 16 bits a pass from the lowest, so that equal keys keep their order. */
function radixSort(bits: Uint32Array, count: number): Uint32Array {
  const digits = new Uint16Array(bits.buffer);
  let places = Uint32Array.from({ length: count }, (_, at) => at);
  let next = new Uint32Array(count);
  const starts = new Uint32Array(65_537);
  for (let pass = 0; pass < 4; pass++) {
    starts.fill(0);
    for (let at = 0; at < count; at++) starts[digits[4 * at + pass]! + 1]!++;
    if (count > 0 && starts[digits[pass]! + 1] === count) continue;
    for (let digit = 1; digit < 65_537; digit++) starts[digit]! += starts[digit - 1]!;
    for (let at = 0; at < count; at++) next[starts[digits[4 * places[at]! + pass]!]!++] = places[at]!;
    [places, next] = [next, places];
  }
  return places;
}

/**
 * The places of a table's rows in the order of one column. Rows with equal values keep their order; missing ones come last either way.
 *
 * Linear in the rows: four passes at most, however the values lie.
 */
export function order(table: DataTable, column: Column, descending: boolean): Uint32Array {
  const { selection } = table;
  const ordered = new Uint32Array(table.rows);
  const present = new Uint32Array(table.rows);
  let found = 0;
  let missing = 0;
  for (let place = 0; place < table.rows; place++) {
    if (isPresent(column, selection === undefined ? place : selection[place]!)) present[found++] = place;
    else missing++;
  }
  for (let place = table.rows - 1, at = table.rows - 1; missing > 0; place--) {
    if (isPresent(column, selection === undefined ? place : selection[place]!)) continue;
    ordered[at--] = place;
    missing--;
  }
  const places = present.subarray(0, found);
  const rows = selection === undefined ? places : places.map((place) => selection[place]!);
  const sorted = radixSort(sortable(ranks(column, rows), descending), found);
  for (let at = 0; at < found; at++) ordered[at] = places[sorted[at]!]!;
  return ordered;
}
