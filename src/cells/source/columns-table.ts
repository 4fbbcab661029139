import type { DataTable } from "../../data/data-table.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { ColumnShape } from "../../schema/shape.ts";
import type { Table } from "../../schema/table.ts";
import { textColumn } from "./text-column.ts";

/** The first value of a column as it would be written. */
function example(column: Column, rows: number): string | null {
  for (let row = 0; row < rows; row++) {
    if (!isPresent(column, row)) continue;
    const value = scalarAt(column, row)!;
    const text = column.type === "time" ? new Date(value as number).toISOString() : String(value);
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  }
  return null;
}

/** How each column was read, one row per column: its type, how sure it is, missing and distinct values, an example. */
export function columnsTable(readings: readonly FileReading[], table: DataTable, shape: readonly ColumnShape[]): Table {
  const confidences = shape.map(({ name }) =>
    Math.min(...readings.flatMap(({ columns }) => columns.filter((column) => column.name === name).map(({ confidence }) => confidence))),
  );
  return {
    rows: shape.length,
    unit: "event",
    columns: [
      {
        ...textColumn(
          "column",
          shape.map(({ name }) => name),
        ),
        role: "dimension",
      },
      {
        ...textColumn(
          "type",
          shape.map(({ type }) => type),
        ),
        role: "dimension",
      },
      { name: "confidence", type: "number", role: "rate", values: Float64Array.from(confidences) },
      { name: "missing", type: "integer", role: "count", values: Int32Array.from(shape, ({ missing }) => missing) },
      { name: "distinct", type: "integer", role: "count", values: Int32Array.from(shape, ({ distinct }) => distinct) },
      {
        ...textColumn(
          "example",
          table.columns.map((column) => example(column, table.rows)),
        ),
        role: "verbatim",
      },
    ],
  };
}
