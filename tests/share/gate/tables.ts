import type { Column, ColumnRole } from "../../../src/schema/column.ts";
import type { CellResult } from "../../../src/schema/result.ts";
import type { Table, Unit } from "../../../src/schema/table.ts";

/** A column of texts. */
export function texts(name: string, values: readonly (string | null)[], role?: ColumnRole): Column {
  const dictionary = [...new Set(values.filter((text) => text !== null))];
  const codes = Int32Array.from(values, (text) => (text === null ? -1 : dictionary.indexOf(text)));
  return { name, type: "text", values: codes, dictionary, ...(role === undefined ? {} : { role }) };
}

/** A column of whole numbers. */
export function whole(name: string, values: readonly number[], role?: ColumnRole): Column {
  return { name, type: "integer", values: Int32Array.from(values), ...(role === undefined ? {} : { role }) };
}

/** A column of numbers. */
export function numbers(name: string, values: readonly number[], role?: ColumnRole): Column {
  return { name, type: "number", values: Float64Array.from(values), ...(role === undefined ? {} : { role }) };
}

export function tableOf(unit: Unit, ...columns: Column[]): Table {
  return { rows: columns[0]!.values.length, unit, columns };
}

export function resultOf(tables: Record<string, Table>, more: Partial<CellResult> = {}): CellResult {
  return { tables, facts: [], warnings: [], n: 1000, excluded: {}, ...more };
}

/** A table's rows as records, for reading in a test. */
export function rowsOf(table: Table): Record<string, string | number | null>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const isThere = column.valid === undefined || ((column.valid[row >> 3]! >> (row & 7)) & 1) === 1;
        const value = column.values[row]!;
        return [column.name, !isThere || (column.type === "text" && value < 0) ? null : column.type === "text" ? column.dictionary![value]! : value];
      }),
    ),
  );
}
