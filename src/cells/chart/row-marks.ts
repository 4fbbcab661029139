import type { DataTable } from "../../data/data-table.ts";
import { sampledRows } from "../../data/verbs/sample-rows.ts";
import type { Column, ColumnRole } from "../../schema/column.ts";
import type { Scalar } from "../../schema/scalar.ts";
import { isNumeric, rowNumbers } from "./column-values.ts";
import { dimensionsOf } from "./dimensions-of.ts";
import { cellsOf, codesOf, dimensionColumns } from "./grouped-marks.ts";
import { mostMarks, type Channel, type Drawing } from "./marks.ts";
import type { Clock } from "./dimension.ts";
import type { Plan } from "./plan.ts";
import type { ChartParams } from "./params.ts";
import type { DrawnValues } from "./table-of.ts";

/** One mark for each row: dots of two numbers, or of a number and a time. Of more than 10,000 rows an even draw is shown. */
export function rowMarks(table: DataTable, chosen: Plan, params: ChartParams, clock: Clock, seed: number): Drawing {
  const { x, y, colour, size, lower, upper, facetX, facetY } = chosen;
  const measured: { channel: string; column: Column }[] = [
    { channel: "x", column: x },
    { channel: "y", column: y! },
    ...(size === null ? [] : [{ channel: "size", column: size }]),
  ];
  const bounds =
    lower === null || upper === null
      ? []
      : [
          { channel: "lower", column: lower },
          { channel: "upper", column: upper },
        ];
  const dimensions = [facetX, facetY, colour].every((column) => column === null)
    ? []
    : dimensionsOf(table, chosen, params, clock).filter(({ channel }) => channel !== "x");
  const { cells, excluded } = cellsOf(table.rows, dimensions, null);
  const numbers = new Map([...measured, ...bounds].map(({ channel, column }) => [channel, rowNumbers(table, column)]));
  for (const { channel, column } of measured) {
    const values = numbers.get(channel)!;
    let left = 0;
    for (let row = 0; row < cells.length; row++) {
      if (cells[row]! < 0 || !Number.isNaN(values[row]!)) continue;
      cells[row] = -1;
      left++;
    }
    if (left > 0) excluded[`no ${column.name}`] = (excluded[`no ${column.name}`] ?? 0) + left;
  }
  const present = Uint32Array.from(cells.keys()).filter((row) => cells[row]! >= 0);
  const shown = present.length > mostMarks ? sampledRows(present, mostMarks, seed) : present;
  const made = dimensionColumns(
    dimensions,
    Array.from(shown, (row) => codesOf(cells[row]!, dimensions)),
  );
  const finite = (value: number): Scalar => (Number.isFinite(value) ? value : null);
  const taken = new Set(made.columns.map(({ name }) => name));
  const columns: DrawnValues[] = [...made.columns];
  const channels: Channel[] = [...made.channels];
  for (const { channel, column } of [...measured, ...bounds]) {
    const values = numbers.get(channel)!;
    channels.push({ channel, column: column.name, made: column.name });
    if (taken.has(column.name)) continue;
    taken.add(column.name);
    const role = channel === "lower" || channel === "upper" ? { role: channel as ColumnRole } : {};
    const about = { ...(column.unit === undefined ? {} : { unit: column.unit }), ...role };
    const type = column.type === "time" ? "time" : isNumeric(column) ? "number" : column.type;
    columns.push({ name: column.name, type, ...about, values: Array.from(shown, (row) => finite(values[row]!)) });
  }
  return {
    mark: "dot",
    aggregate: null,
    channels,
    columns,
    n: present.length,
    of: present.length > shown.length ? present.length : null,
    excluded,
    further: {},
    notes: [],
  };
}
