import { isPresent } from "../../schema/missing.ts";
import type { Column } from "../../schema/column.ts";
import type { DataTable } from "../data-table.ts";
import { bufferRows } from "./working-table.ts";

/** What to order by. */
export interface SortKey {
  column: Column;
  descending: boolean;
}

/** Numbers that order as a column's values do; missing ones, in either direction, come last. */
function ranks({ column, descending }: SortKey, rows: Uint32Array): Float64Array {
  const { values, dictionary } = column;
  const sign = descending ? -1 : 1;
  const places = dictionary === undefined ? null : placesOf(dictionary);
  const result = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const value = values[row]!;
    result[index] = isPresent(column, row) ? sign * (places === null ? value : places[value]!) : Infinity;
  }
  return result;
}

/** The place of each text in the order of its characters' codes. */
function placesOf(dictionary: readonly string[]): Uint32Array {
  const order = dictionary.map((_, code) => code).sort((a, b) => (dictionary[a]! < dictionary[b]! ? -1 : dictionary[a]! > dictionary[b]! ? 1 : 0));
  const places = new Uint32Array(dictionary.length);
  for (const [place, code] of order.entries()) places[code] = place;
  return places;
}

/**
 * The rows of a table's buffers in a new order. Equal rows keep their order; missing values come last; texts are ordered by their characters'
 * codes, so capital letters come before small ones, everywhere alike.
 */
export function orderRows(table: DataTable, keys: readonly SortKey[]): Uint32Array {
  const rows = bufferRows(table);
  const columns = keys.map((key) => ranks(key, rows));
  const order = Uint32Array.from(rows, (_, index) => index);
  order.sort((a, b) => {
    for (const column of columns) {
      const [left, right] = [column[a]!, column[b]!];
      if (left !== right) return left < right ? -1 : 1;
    }
    return a - b;
  });
  return order.map((index) => rows[index]!);
}
