import type { DataTable } from "../../data/data-table.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { isPresent } from "../../schema/missing.ts";
import { placesOf } from "./observed.ts";

/** Mixes each row's value of every column into two 32-bit hashes, and gives both as one whole number of 53 bits. */
function rowHashes(table: DataTable, who: Int32Array | null): Float64Array {
  const place = placesOf(table);
  const high = new Uint32Array(table.rows);
  const low = new Uint32Array(table.rows);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const mix = (row: number, word: number) => {
    high[row] = Math.imul((high[row]! ^ word) + 0x9e37_79b9, 0x85eb_ca6b) ^ (high[row]! >>> 15);
    low[row] = Math.imul((low[row]! ^ word) + 0x7f4a_7c15, 0xc2b2_ae35) ^ (low[row]! >>> 13);
  };
  for (const column of table.columns) {
    for (let row = 0; row < table.rows; row++) {
      const at = place(row);
      number[0] = isPresent(column, at) ? column.values[at]! : -Infinity;
      mix(row, words[0]!);
      mix(row, words[1]!);
    }
  }
  if (who !== null) for (let row = 0; row < table.rows; row++) mix(row, who[row]!);
  return Float64Array.from(high, (word, row) => (word >>> 11) * 2 ** 32 + low[row]!);
}

/** Which rows are the same as an earlier one in every column: 1 or 0 each. Equal hashes are compared value by value. */
export function repeatedRows(table: DataTable, who: Int32Array | null): Uint8Array {
  const repeated = new Uint8Array(table.rows);
  const hashes = rowHashes(table, who);
  const sorted = hashes.toSorted();
  const twice = new Set<number>();
  for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) twice.add(sorted[at]!);
  if (twice.size === 0) return repeated;
  const place = placesOf(table);
  const firsts = new Map<number, number>();
  const isSame = (one: number, other: number) =>
    who?.[one] === who?.[other] && table.columns.every((column) => scalarAt(column, place(one)) === scalarAt(column, place(other)));
  for (let row = 0; row < table.rows; row++) {
    const hash = hashes[row]!;
    if (!twice.has(hash)) continue;
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, row);
    else if (isSame(first, row)) repeated[row] = 1;
  }
  return repeated;
}
