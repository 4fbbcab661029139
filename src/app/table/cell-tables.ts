import type { Figure } from "../../figures/figure.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import type { Narrowed, TableFormat } from "../../engine/protocol.ts";
import type { Order, TableSource } from "./table-rows.ts";

/** Asks for rows of one of a cell's tables that stayed in the worker. */
export type AskRows = (table: string, from: number, to: number, order: Order | null, narrowed: Narrowed) => Promise<Table>;

/** Asks for rows of one of a cell's tables as a file. */
export type AskFile = (table: string, rows: number, order: Order | null, narrowed: Narrowed, format: TableFormat) => Promise<Uint8Array<ArrayBuffer>>;

/** What a cell's table view offers: what each of its figures draws, then every table of its result, whole. */
export function cellTables(result: CellResult | null, figures: readonly Figure[], ask: AskRows, write: AskFile): TableSource[] {
  if (result === null) return [];
  const drawn = figures
    .filter(({ drawn: table }) => table.columns.length > 0)
    .map(({ drawn: table }, index): TableSource => ({ name: index === 0 ? "as drawn" : `as drawn ${index + 1}`, table, fetch: null }));
  const tables = Object.entries(result.tables).map(([name, table]): TableSource => ({
    name,
    table,
    fetch: table.rows === 0 ? null : (from, to, order, narrowed) => ask(name, from, to, order, narrowed),
    ...(table.rows === 0 ? {} : { file: (rows, order, narrowed, format) => write(name, rows, order, narrowed, format) }),
  }));
  return [...drawn, ...tables];
}
