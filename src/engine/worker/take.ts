import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent, setMissing, allPresent } from "../../schema/missing.ts";
import type { Table } from "../../schema/table.ts";

function withUsedWords(codes: Int32Array, dictionary: readonly string[]): { values: Int32Array; dictionary: string[] } {
  const places = new Map<number, number>();
  const words: string[] = [];
  const values = codes.map((code) => {
    if (code < 0) return -1;
    let place = places.get(code);
    if (place === undefined) places.set(code, (place = words.push(dictionary[code]!) - 1));
    return place;
  });
  return { values, dictionary: words };
}

function takeColumn(column: Column, rows: Uint32Array): Column {
  const values = new (column.values.constructor as new (length: number) => Column["values"])(rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = column.values[rows[at]!]!;
  const { valid, dictionary, ...rest } = column;
  const taken: Column = { ...rest, values };
  if (dictionary !== undefined) Object.assign(taken, withUsedWords(values as Int32Array, dictionary));
  if (valid === undefined) return taken;
  const present = allPresent(rows.length);
  let missing = 0;
  for (let at = 0; at < rows.length; at++) {
    if (isPresent(column, rows[at]!)) continue;
    setMissing(present, at);
    missing++;
  }
  return missing === 0 ? taken : { ...taken, valid: present };
}

/**
 * Some rows of a table, in the order given, as a table with buffers of its own. Dictionaries hold only the words in use, in order of appearance.
 *
 * @param places Rows of the table, counted after its selection.
 */
export function take(table: DataTable, places: Uint32Array): Table {
  const { selection } = table;
  const rows = selection === undefined ? places : places.map((place) => selection[place]!);
  return { rows: places.length, unit: table.unit, columns: table.columns.map((column) => takeColumn(column, rows)) };
}

/** The rows [from, to) of a table, cut to those there are. */
export function range(rows: number, from: number, to: number): Uint32Array {
  const start = Math.min(Math.max(0, Math.trunc(from)), rows);
  const end = Math.min(Math.max(start, Math.trunc(to)), rows);
  return Uint32Array.from({ length: end - start }, (_, at) => start + at);
}
