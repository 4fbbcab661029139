import type { ReadFile } from "../../data/read/read-file.ts";
import type { Table } from "../../schema/table.ts";
import { textColumn } from "./text-column.ts";

/** Rows in a file, those of removed customers too. */
export const rowsOf = ({ rows, table }: ReadFile): number => rows ?? table.rows;

/** What was read, one row per file: its size, its rows, the hash by which its content is told apart, and its SHA-256 where that is known. */
export function filesTable(readings: readonly ReadFile[]): Table {
  const texts = (name: string, of: (reading: ReadFile) => string | null) => textColumn(name, readings.map(of));
  return {
    rows: readings.length,
    unit: "event",
    columns: [
      { ...texts("file", ({ name }) => name), role: "dimension" },
      { name: "bytes", type: "number", role: "count", unit: "B", values: Float64Array.from(readings, ({ bytes }) => bytes) },
      { name: "rows", type: "integer", role: "count", values: Int32Array.from(readings, rowsOf) },
      texts("content", ({ content }) => content),
      texts("sha256", (reading) => reading.sha256 ?? null),
    ],
  };
}
