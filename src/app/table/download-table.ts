import { tableCsv } from "../../share/table-csv.ts";
import { pageOf, type Order, type TableSource } from "./table-rows.ts";
import type { Table } from "../../schema/table.ts";

/** Rows asked for at once. */
const each = 20_000;

/** What is shown of a table: how many rows, in which order, with which search. */
export interface Shown {
  name: string;
  rows: number;
  order: Order | null;
  search: string;
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

/** Saves all rows that are shown as CSV, page by page. `said` hears how far it is, from 0 to 1. */
export async function downloadTable(source: TableSource, { name, rows, order, search }: Shown, said: (share: number) => void): Promise<void> {
  const parts: string[] = [];
  for (let from = 0; from === 0 || from < rows; from += each) {
    const page = await pageOf(source, from, from + each, order, search);
    const text = tableCsv(rowsInOrder(page.table, page.rows));
    parts.push(from === 0 ? text : text.slice(tableCsv({ ...page.table, rows: 0 }).length));
    said(Math.min(1, (from + each) / Math.max(1, rows)));
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
  link.download = `${name.replaceAll(" ", "-")}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
