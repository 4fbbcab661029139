import { tableCsv } from "../../share/table-csv.ts";
import { pageOf, type Order, type TableSource } from "./table-rows.ts";
import type { Narrowed, TableFormat } from "../../engine/protocol.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
import type { Table } from "../../schema/table.ts";

/** Rows asked for at once. */
const each = 20_000;

/** A form in which a table is saved. */
export type SavedAs = "csv" | TableFormat;

/** What is shown of a table: how many rows, in which order, with which search and conditions. */
export interface ShownRows {
  /** The file's name, without its ending. */
  name: string;
  rows: number;
  order: Order | null;
  narrowed: Narrowed;
}

/** The rows of a page as a table of their own, in their order. */
function rowsInOrder(table: Table, rows: readonly number[]): Table {
  const columns = table.columns.map((column) => {
    const values = column.values.slice(0, rows.length);
    rows.forEach((row, place) => {
      values[place] = column.values[row]!;
    });
    if (column.valid === undefined) return { ...column, values };
    const valid = new Uint8Array((rows.length + 7) >> 3);
    rows.forEach((row, place) => {
      if ((column.valid![row >> 3]! >> (row & 7)) & 1) valid[place >> 3]! |= 1 << (place & 7);
    });
    return { ...column, values, valid };
  });
  return { ...table, rows: rows.length, columns };
}

async function csvOf(source: TableSource, { rows, order, narrowed }: ShownRows, said: (share: number) => void): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 0; from === 0 || from < rows; from += each) {
    const page = await pageOf(source, from, Math.min(rows, from + each), order, narrowed);
    const text = tableCsv(rowsInOrder(page.table, page.rows));
    parts.push(from === 0 ? text : text.slice(tableCsv({ ...page.table, rows: 0 }).length));
    said(Math.min(1, (from + each) / Math.max(1, rows)));
  }
  return parts;
}

/** Saves all rows that are shown, CSV page by page. `said` hears how far it is, from 0 to 1. */
export async function downloadTable(
  source: TableSource,
  shown: ShownRows,
  format: SavedAs,
  said: (share: number) => void = () => undefined,
): Promise<void> {
  const { rows, order, narrowed, name } = shown;
  const parts = format === "csv" ? await csvOf(source, shown, said) : [await source.file!(rows, order, narrowed, format)];
  saveBlob(`${name.replaceAll(" ", "-")}.${format}`, ...parts);
}
