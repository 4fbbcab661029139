import { scalarAt } from "../../schema/scalar.ts";
import type { Table } from "../../schema/table.ts";

/** More rows than these make a notebook nobody can read; a chart of more is no plain chart. */
export const mostRows = 2000;

/**
 * The rows of a table as JavaScript: one object a line, times as ISO text, missing as null.
 *
 * @example rowsCode({ rows: 1, unit: "group", columns: [{ name: "n", type: "number", values: Float64Array.of(1.5) }] }) // '[\n  {"n":1.5}\n]'
 */
export function rowsCode({ rows, columns }: Table): string {
  const lines = Array.from({ length: Math.min(rows, mostRows) }, (_, row) => {
    const entries = columns.map((column): [string, unknown] => {
      const value = scalarAt(column, row);
      return [column.name, value !== null && column.type === "time" ? new Date(value as number).toISOString() : value];
    });
    // Written plainly, this name would not be a key but the object's prototype.
    return `  ${JSON.stringify(Object.fromEntries(entries)).replaceAll(/(?<!\\)"__proto__":/g, '["__proto__"]:')}`;
  });
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
}
