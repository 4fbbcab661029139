import type { ColumnType } from "../../schema/column.ts";

/** What may stand between two values. */
export type Delimiter = "comma" | "semicolon" | "tab" | "pipe" | "blanks";

/** Which of two numbers of a written date is the day. */
export type DateOrder = "day-first" | "month-first";

/** How text bytes are read. UTF-16 arrives here as UTF-8 already. */
export type TextEncoding = "utf-8" | "windows-1252" | "utf-16";

/** How a file is to be read; what is left out is found in the file. */
export interface CsvOptions {
  delimiter?: Delimiter;
  encoding?: TextEncoding;
  /** What stands before the fraction of a number. */
  decimal?: "point" | "comma";
  dateOrder?: DateOrder;
  /** Whether the first record holds the names. */
  header?: boolean;
  /** Lines above the names that are no part of the table. */
  skip?: number;
  /** Lines below the table that are no part of it, such as totals. */
  footer?: number;
  /** The type of a column, by name; what does not fit it is missing, and counted. */
  types?: Readonly<Record<string, ColumnType>>;
  /** IANA zone of times that do not say theirs. */
  zone: string;
}

/** The byte of each delimiter. Columns aligned by blanks are read with one tab for each run of blanks. */
export const delimiterBytes: Readonly<Record<Delimiter, number>> = { comma: 44, semicolon: 59, tab: 9, pipe: 124, blanks: 9 };
