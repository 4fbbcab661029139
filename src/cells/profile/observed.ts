import type { DataTable } from "../../data/data-table.ts";
import { textCodes } from "../../journey/columns/text-codes.ts";
import type { Codes } from "../../journey/journey.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import { columnOf } from "../../schema/table.ts";

/** What is profiled and checked, whether it is a table or a journey. All arrays are per row. */
export interface Observed {
  rows: number;
  /** What a row is. */
  row: "row" | "event";
  /** What rows hold; for a journey, its roles. */
  table: DataTable;
  /** What customers are, for a journey with attributes. */
  about: DataTable | null;
  customers: number;
  /** The customers' ids, by code. */
  names: readonly string[];
  /** −1 is none. */
  who: Int32Array | null;
  /** NaN is missing. */
  time: Float64Array | null;
  event: Codes | null;
  id: Codes | null;
  channel: Codes | null;
  currency: Codes | null;
  amount: Float64Array | null;
  received: Float64Array | null;
  /** 1 where the trusted id is there. */
  trusted: Uint8Array | null;
}

/** A column of a table, or null where none is asked for. @throws {UserError} If there is none of that name. */
export function columnNamed(table: DataTable, name: string | null, param: string): Column | null {
  if (name === null) return null;
  const found = columnOf({ columns: table.columns }, name);
  if (found !== undefined) return found;
  throw new UserError(`There is no column "${name}".`, `Choose one of ${table.columns.map((column) => `"${column.name}"`).join(", ")}.`, { param });
}

/** The place of each row of a table in its columns. */
export const placesOf = ({ rows, selection }: DataTable): ((row: number) => number) =>
  selection === undefined || rows === 0 ? (row) => row : (row) => selection[row]!;

/** A column's numbers by row; NaN where missing. */
export function numbersOf(table: DataTable, column: Column | null): Float64Array | null {
  if (column === null) return null;
  const place = placesOf(table);
  const numbers = new Float64Array(table.rows);
  for (let row = 0; row < numbers.length; row++) numbers[row] = isPresent(column, place(row)) ? column.values[place(row)]! : Number.NaN;
  return numbers;
}

/** A column's values by row as codes; −1 where missing. */
export function codesOf(table: DataTable, column: Column | null): Codes | null {
  if (column === null) return null;
  const place = placesOf(table);
  const { codes, dictionary } = textCodes(column);
  return { codes: Int32Array.from({ length: table.rows }, (_, row) => codes[place(row)]!), dictionary };
}

/** Which rows of a column hold a value. */
export function presentIn(table: DataTable, column: Column | null): Uint8Array | null {
  if (column === null) return null;
  const place = placesOf(table);
  return Uint8Array.from({ length: table.rows }, (_, row) => Number(isPresent(column, place(row))));
}
