import { readCsv } from "../../../src/data/csv/read-csv.ts";
import type { CsvOptions } from "../../../src/data/csv/csv-options.ts";
import type { CsvReading } from "../../../src/data/csv/csv-report.ts";
import type { DataTable } from "../../../src/data/data-table.ts";
import { scalarAt, type Scalar } from "../../../src/schema/scalar.ts";

/** Bytes in pieces of the given sizes, taken in turn. */
export async function* pieces(bytes: Uint8Array, sizes: readonly number[] = [bytes.length || 1]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

/** A text read as CSV, in UTC. */
export function read(text: string | Uint8Array, options: Partial<CsvOptions> = {}, sizes?: readonly number[]): Promise<CsvReading> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readCsv(pieces(bytes, sizes), { zone: "UTC", ...options }, () => undefined);
}

/** A table's values by column, missing as null. */
export function valuesOf(table: DataTable): Record<string, Scalar[]> {
  return Object.fromEntries(
    table.columns.map((column) => [column.name, Array.from({ length: table.rows }, (_, row) => scalarAt(column, table.selection?.[row] ?? row))]),
  );
}

/** A table's column types, in order. */
export function typesOf(table: DataTable): string[] {
  return table.columns.map(({ type }) => type);
}
