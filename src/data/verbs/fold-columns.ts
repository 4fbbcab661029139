import { UserError } from "../../schema/errors.ts";
import type { FoldVerb } from "../../schema/verbs.ts";
import type { DataTable } from "../data-table.ts";
import { appendTables } from "../read/append-tables.ts";
import { findColumns } from "./find-column.ts";
import { freeName } from "./free-name.ts";
import { gather } from "./gather.ts";
import { mostRows } from "./most-rows.ts";
import { bufferLength, bufferRows } from "./working-table.ts";

const kindOf = (type: string) => (type === "integer" ? "number" : type);

/**
 * Turns columns into rows: for each row and each of the columns a row with the column's name and its value, beside the other columns.
 *
 * @throws {UserError} If the columns are of different types, or there would be more than 20 million rows.
 */
export function foldColumns(table: DataTable, { columns: names, key, value }: FoldVerb): DataTable {
  const folded = findColumns(table.columns, names);
  const other = folded.find(({ type }) => kindOf(type) !== kindOf(folded[0]!.type));
  if (other !== undefined) {
    throw new UserError(
      `"${folded[0]!.name}" is ${folded[0]!.type} and "${other.name}" is ${other.type}, so they do not fit into one column.`,
      `Derive them as one type in a step before, such as text(${other.name}).`,
    );
  }
  const size = table.rows * folded.length;
  if (size > mostRows)
    throw new UserError(`The fold would make ${size.toLocaleString("en-US")} rows.`, "Fold fewer columns, or filter or roll up the rows first.");
  const rows = bufferRows(table);
  const length = bufferLength(table);
  const places = new Uint32Array(size);
  const from = new Uint32Array(size);
  const codes = new Int32Array(size);
  for (let row = 0, at = 0; row < rows.length; row++) {
    for (let column = 0; column < folded.length; column++, at++) {
      places[at] = rows[row]!;
      from[at] = column * length + rows[row]!;
      codes[at] = column;
    }
  }
  const part = (column: (typeof folded)[number]) => {
    const { unit: _unit, ...rest } = column;
    return { name: column.name, table: { rows: length, unit: table.unit, columns: [{ ...rest, name: value }] } };
  };
  const [joined] = appendTables(folded.map(part)).table.columns;
  const kept = table.columns.filter((column) => !folded.includes(column)).map((column) => gather(column, places));
  const taken = new Set(kept.map(({ name }) => name));
  const keyName = freeName(key, taken);
  const unit = folded.every((column) => column.unit === folded[0]!.unit) ? folded[0]!.unit : undefined;
  return {
    rows: size,
    unit: table.unit,
    columns: [
      ...kept,
      { name: keyName, type: "text", values: codes, dictionary: [...names] },
      { ...gather(joined!, from), name: freeName(value, taken.add(keyName)), ...(unit === undefined ? {} : { unit }) },
    ],
  };
}
