import type { Column } from "../schema/column.ts";
import { scalarAt } from "../schema/scalar.ts";
import type { Table } from "../schema/table.ts";

/** What a spreadsheet would take for a formula, in the signs of East Asian keyboards too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * A text that a spreadsheet would run as a formula, with an apostrophe before it; any other as it is, numbers among them.
 *
 * @example neverFormula("=1+1") // "'=1+1"
 * @see OWASP, CSV Injection
 */
export function neverFormula(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  const safe = neverFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cell(column: Column, row: number): string {
  const value = scalarAt(column, row);
  if (value === null) return "";
  return quoted(column.type === "time" ? new Date(value as number).toISOString() : String(value));
}

/**
 * A table as CSV: a header and one line per row, times as ISO 8601 in UTC, missing values empty.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; read by a program, the apostrophe is part of the text.
 *
 * @example tableCsv({ rows: 1, unit: "group", columns: [{ name: "n", type: "number", values: Float64Array.of(1.5) }] }) // "n\n1.5\n"
 * @see RFC 4180
 */
export function tableCsv(table: Table): string {
  const header = table.columns.map(({ name }) => quoted(name)).join(",");
  const lines = Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cell(column, row)).join(","));
  return `${[header, ...lines].join("\n")}\n`;
}
