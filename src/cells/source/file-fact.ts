import type { DataTable } from "../../data/data-table.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { Fact } from "../../schema/result.ts";
import type { ColumnShape } from "../../schema/shape.ts";

/** What was read, in one sentence: files, lines, columns, and the dates of the first column of times. */
export function fileFact(readings: readonly FileReading[], table: DataTable, shape: readonly ColumnShape[], zone: string): Fact {
  const number = new Intl.NumberFormat("en-US");
  const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: zone });
  const bytes = readings.reduce((sum, reading) => sum + reading.bytes, 0);
  const times = shape.find(({ type, min }) => type === "time" && min !== undefined);
  const name = readings.length === 1 ? readings[0]!.name : `${readings.length} files`;
  const span = times === undefined ? "" : `, from ${date.format(times.min)} to ${date.format(times.max)}`;
  const columns = shape.length === 1 ? "1 column" : `${number.format(shape.length)} columns`;
  const lines = table.rows === 1 ? "1 line" : `${number.format(table.rows)} lines`;
  return {
    code: "file",
    text: `${name}: ${lines}, ${columns}${span}`,
    values: { rows: table.rows, columns: shape.length, files: readings.length, bytes, ...(times && { from: times.min!, to: times.max! }) },
    holds: true,
  };
}
