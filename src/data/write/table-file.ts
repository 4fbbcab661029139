import type { Table } from "../../schema/table.ts";
import { arrowFile } from "./arrow-file.ts";
import { parquetFile } from "./parquet-file.ts";

/** A table as a file for other tools. */
export async function tableFile(table: Table, format: "arrow" | "parquet"): Promise<Uint8Array<ArrayBuffer>> {
  return format === "arrow" ? arrowFile(table) : await parquetFile(table);
}
