import type { Column } from "../../schema/column.ts";
import { idHash, type Exclusion } from "../../schema/exclusions.ts";
import { isPresent } from "../../schema/missing.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { DataTable } from "../data-table.ts";
import { gather } from "../verbs/gather.ts";

/** Marks the rows in which a column has an id that is left out. */
function mark(column: Column, rows: number, hashes: ReadonlySet<string>, left: Uint8Array): void {
  if (column.dictionary !== undefined) {
    const isOut = Uint8Array.from(column.dictionary, (word) => (hashes.has(idHash(word)) ? 1 : 0));
    for (let row = 0; row < rows; row++) left[row]! |= isOut[column.values[row]!] ?? 0;
    return;
  }
  const known = new Map<unknown, boolean>();
  for (let row = 0; row < rows; row++) {
    if (!isPresent(column, row)) continue;
    const value = column.values[row]!;
    let isOut = known.get(value);
    if (isOut === undefined) known.set(value, (isOut = hashes.has(idHash(String(scalarAt(column, row))))));
    if (isOut) left[row] = 1;
  }
}

/** A column without the words that no row has any more: nothing of who was left out stays in the table. */
function withoutUnusedWords(column: Column): Column {
  if (column.dictionary === undefined) return column;
  const places = new Int32Array(column.dictionary.length).fill(-1);
  for (const code of column.values) if (code >= 0) places[code] = 0;
  const dictionary = column.dictionary.filter((_, code) => places[code] === 0);
  let next = 0;
  for (let code = 0; code < places.length; code++) if (places[code] === 0) places[code] = next++;
  return { ...column, dictionary, values: Int32Array.from(column.values, (code) => (code < 0 ? -1 : places[code]!)) };
}

/**
 * A table without the rows of removed customers.
 *
 * @param table Without a selection.
 * @returns The same table when none of them is in it.
 */
export function withoutCustomers(table: DataTable, exclusions: readonly Exclusion[]): DataTable {
  const left = new Uint8Array(table.rows);
  for (const column of table.columns) {
    const hashes = new Set(exclusions.flatMap((one) => (one.column === column.name ? [one.sha256] : [])));
    if (hashes.size > 0) mark(column, table.rows, hashes, left);
  }
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) => left[row] === 0);
  if (rows.length === table.rows) return table;
  return { ...table, rows: rows.length, columns: table.columns.map((column) => withoutUnusedWords(gather(column, rows))) };
}
