import type { ColumnType } from "../../schema/column.ts";
import type { DataTable } from "../data-table.ts";
import type { DateOrder, Delimiter, TextEncoding } from "./csv-options.ts";

/** How a file is written, and how sure that is, from 0 to 1. */
export interface Dialect {
  delimiter: Delimiter;
  delimiterConfidence: number;
  header: boolean;
  headerConfidence: number;
  encoding: TextEncoding;
}

/** What can be wrong with a record: too few values, too many, quotes that do not close where they should, or a line that is not JSON. */
export type BadKind = "short" | "long" | "quote" | "json";

/** Records of one kind of fault. They are in the table: short ones filled with missing, long ones cut. */
export interface BadRecords {
  kind: BadKind;
  count: number;
  /** The first few line numbers, from 1. */
  lines: number[];
  /** The first of them as written, at most 120 characters. */
  example: string;
}

/** Values that did not fit a column's type. */
export interface Unreadable {
  /** The type that most values have or were asked to have. */
  as: ColumnType;
  count: number;
  /** The first few data rows, from 1. */
  rows: number[];
  example: string;
}

/** What was found of one column. */
export interface ColumnReport {
  name: string;
  type: ColumnType;
  /** From 0 to 1: 1 when every value fits and no other reading is possible. */
  confidence: number;
  missing: number;
  /** Present when some values do not fit: they are missing where a type was asked for, and text where none was. */
  unreadable?: Unreadable;
  /** Of dates written with numbers only: which order was taken, and whether the values decided it. */
  dates?: { order: DateOrder; decided: boolean };
  /** Of numbers with a comma or grouped thousands: the decimal sign that was taken, and whether the values decided it. */
  numbers?: { decimal: "point" | "comma"; decided: boolean };
  /** Of times written as a count since 1970 or as eight digits. */
  count?: TimeCount;
}

/** A time written as a whole number: a count since 1970 in UTC, or the digits of year, month and day. */
export type TimeCount = "seconds" | "milliseconds" | "microseconds" | "digits";

/** Lines that are no part of the table. */
export interface LeftLines {
  count: number;
  /** The first of them as written, at most 120 characters. */
  example: string;
}

/** What stands above and below the table in its file, or explains its names, and was left out. */
export interface LeftOut {
  above?: LeftLines;
  /** Below the names: questions in words and the like. */
  explained?: LeftLines;
  below?: LeftLines;
}

/** A table read from a file, and how it was read. */
export interface CsvReading {
  table: DataTable;
  dialect: Dialect;
  bad: BadRecords[];
  columns: ColumnReport[];
  leftOut: LeftOut;
}
