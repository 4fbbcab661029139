import type { BadRecords, ColumnReport, Dialect, LeftOut } from "../csv/csv-report.ts";
import type { DataTable } from "../data-table.ts";
import type { ReadOptions } from "./read-options.ts";

/** Which of several tables of a file was read. */
export interface Chosen {
  /** What they are: "sheet", "file" or "list". */
  what: "sheet" | "file" | "list";
  name: string;
  /** The others, which were not read. */
  others: string[];
}

/** The file a table was read from before it was put into a shared page, and how it was read then. */
export interface FirstReading {
  bytes: number;
  content: string;
  memory: number;
  /** Of the file's bytes; and its rows, those of removed customers too. Not known of pages made long ago. */
  sha256?: string;
  rows?: number;
  /** What was asked of the reader. */
  options: ReadOptions;
}

/** A table read from a file of any format, and how it was read. */
export interface TableReading {
  table: DataTable;
  /** What the file is, in words: "Parquet", "JSON". */
  format: string;
  columns: ColumnReport[];
  bad: BadRecords[];
  /** How delimited text is written. */
  dialect?: Dialect;
  leftOut?: LeftOut;
  chosen?: Chosen;
  /** Present where the file itself is not here any more, only what was read of it. */
  first?: FirstReading;
}
