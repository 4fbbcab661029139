import type { Narrowed, TableFormat } from "../../engine/protocol.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Table } from "../../schema/table.ts";

/** What a table view shows: a table that is here, or one whose rows are asked for page by page. */
export interface TableSource {
  name: string;
  /** The rows that are here; of a table kept in the worker, its head. */
  table: Table;
  /** Asks for rows of the whole table, in the wanted order; null where `table` is all there is. */
  fetch: ((from: number, to: number, order: Order | null, narrowed: Narrowed) => Promise<Table>) | null;
  /** Writes so many of its rows as a file, in the wanted order; left out where that is not offered. */
  file?: (rows: number, order: Order | null, narrowed: Narrowed, format: TableFormat) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The column rows are ordered by. */
export interface Order {
  column: string;
  descending: boolean;
}

/** Row numbers in the wanted order, missing values last; equal values keep their order. */
function ordered(table: Table, { column: name, descending }: Order): Uint32Array {
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return rows;
  const sign = descending ? -1 : 1;
  const { values, dictionary } = column;
  const ranks = dictionary === undefined ? null : rankOf(dictionary);
  const key = (row: number): number => (ranks === null ? values[row]! : ranks[values[row]!]!);
  return rows.sort((a, b) => {
    const hasA = isPresent(column, a);
    const hasB = isPresent(column, b);
    if (!hasA || !hasB) return hasA === hasB ? a - b : hasA ? -1 : 1;
    return sign * (key(a) - key(b)) || a - b;
  });
}

function rankOf(dictionary: readonly string[]): Uint32Array {
  const order = dictionary.map((_, code) => code).sort((a, b) => (dictionary[a]! < dictionary[b]! ? -1 : 1));
  const ranks = new Uint32Array(dictionary.length);
  order.forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}

/** One page of rows: a table and which of its rows to show, in order. */
export interface Page {
  table: Table;
  rows: readonly number[];
  /** How many rows there are with the search and the conditions. */
  total: number;
}

/** How many rows a whole table has. */
export const rowsOf = ({ table, fetch }: TableSource): number => (fetch === null ? table.rows : (table.truncatedFrom ?? table.rows));

/** Rows `from` to `to` of a table in the wanted order, of those that are left. */
export async function pageOf(source: TableSource, from: number, to: number, order: Order | null, narrowed: Narrowed = {}): Promise<Page> {
  if (source.fetch !== null) {
    const table = await source.fetch(from, to, order, narrowed);
    const isNarrowed = (narrowed.search ?? "") !== "" || (narrowed.where ?? []).length > 0;
    const total = isNarrowed ? (table.truncatedFrom ?? table.rows) : rowsOf(source);
    return { table, total, rows: Array.from({ length: table.rows }, (_, row) => row) };
  }
  const { table } = source;
  const total = table.rows;
  if (order === null) return { table, total, rows: Array.from({ length: Math.max(0, Math.min(to, table.rows) - from) }, (_, at) => from + at) };
  return { table, total, rows: [...ordered(table, order).subarray(from, to)] };
}
