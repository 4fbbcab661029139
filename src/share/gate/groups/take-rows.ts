import type { Column } from "../../../schema/column.ts";
import { allPresent, isPresent, setMissing } from "../../../schema/missing.ts";
import { redact } from "../../../schema/personal/redact.ts";
import type { Table } from "../../../schema/table.ts";
import { compactTexts } from "../compact-texts.ts";
import { maskedColumns, type Mask } from "./masks.ts";

/** Some rows of a column, some of them made missing. A buffer of its own: what was left out is nowhere in it. */
function taken(column: Column, rows: readonly number[], masked: ReadonlySet<number>): Column {
  const { valid: _valid, ...rest } = column;
  const values = column.values.slice(0, rows.length);
  const valid = allPresent(rows.length);
  let missing = 0;
  rows.forEach((row, place) => {
    const isThere = isPresent(column, row) && !masked.has(row);
    values[place] = isThere || column.type === "text" ? column.values[row]! : column.type === "number" || column.type === "time" ? Number.NaN : 0;
    if (isThere) return;
    setMissing(valid, place);
    missing++;
    if (column.type === "text") values[place] = -1;
  });
  const made: Column = { ...rest, values, ...(missing === 0 ? {} : { valid }) };
  return column.type === "text" ? compactTexts(made, rows.length, (text) => redact(text).text) : made;
}

/** A table of the rows that stay, without the values that are masked and with its texts redacted. */
export function takeRows(table: Table, hidden: Uint8Array, masks: readonly Mask[]): Table {
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => hidden[row] === 0);
  const maskOf = (name: string) => new Set(masks.flatMap((mask) => (maskedColumns(table, mask).includes(name) ? [...mask.rows] : [])));
  return { rows: rows.length, unit: table.unit, columns: table.columns.map((column) => taken(column, rows, maskOf(column.name))) };
}
