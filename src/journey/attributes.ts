import type { Column } from "../schema/column.ts";
import { UserError } from "../schema/errors.ts";
import { columnOf } from "../schema/table.ts";
import { pickRows } from "./columns/gather.ts";
import { textCodes } from "./columns/text-codes.ts";
import type { MappedAttributes } from "./mapped.ts";
import { unknownColumn } from "./unknown-column.ts";

/** Until when the rows of an attribute table count: up to and with `until`, and before `before`. */
export interface Known {
  until: number;
  before: number;
}

function needed({ line, table }: MappedAttributes, name: string): Column {
  const column = columnOf(table, name);
  if (column === undefined)
    throw unknownColumn(
      name,
      `"${line.from}"`,
      table.columns.map((known) => known.name),
    );
  return column;
}

/**
 * The row of an attribute table that holds for each customer: the last one known in time, or the last in the file where rows have no time.
 *
 * Without an `asOf` column it is what the table says today, even for a journey cut off earlier: such an attribute may know the future.
 *
 * @param places The customers of a column's ids, −1 for those unknown.
 * @param count How many customers there are.
 * @returns Rows of the columns' buffers, −1 where the table does not have the customer.
 * @throws {UserError} If the table lacks the customer or time column.
 */
export function attributeRows(
  attributes: MappedAttributes,
  places: (column: string, ids: readonly string[]) => Int32Array,
  count: number,
  known: Known,
): Int32Array {
  const { line, table } = attributes;
  const { codes, dictionary } = textCodes(needed(attributes, line.customer));
  const customers = places(line.customer, dictionary);
  const since = line.asOf === undefined ? null : needed(attributes, line.asOf);
  if (since !== null && since.type !== "time")
    throw new UserError(
      `"${since.name}" in "${line.from}" does not hold times, so it cannot say since when a row holds.`,
      "Choose a time column, or leave asOf out.",
    );
  const rows = new Int32Array(count).fill(-1);
  const latest = new Float64Array(count).fill(-Infinity);
  for (let row = 0; row < table.rows; row++) {
    const place = table.selection === undefined ? row : table.selection[row]!;
    const customer = codes[place]! < 0 ? -1 : customers[codes[place]!]!;
    if (customer < 0) continue;
    const time = since === null ? -Infinity : since.values[place]!;
    // A row without a time, NaN, is known from no time on, so it never counts.
    if (!(time >= latest[customer]! && time <= known.until && time < known.before)) continue;
    latest[customer] = time;
    rows[customer] = place;
  }
  return rows;
}

/** An attribute per customer, from the rows that hold. @throws {UserError} If the table lacks the column. */
export function attributeColumn(attributes: MappedAttributes, name: string, rows: Int32Array): Column {
  return pickRows(needed(attributes, name), rows, name);
}
