import type { Json } from "./json.ts";

/** One mark of a figure: a row of one of the result's tables, by its key columns only. */
export interface Pick {
  table: string;
  row: Record<string, Json>;
}
