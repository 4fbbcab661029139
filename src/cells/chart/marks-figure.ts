import { zone } from "../../analysis/calendar/zone.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { texts } from "../../figures/read.ts";
import { category, type Paint } from "../../figures/theme.ts";
import type { CellResult } from "../../schema/result.ts";
import { scalarAt, type Scalar } from "../../schema/scalar.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import type { Column } from "../../schema/column.ts";

/** One mark: the values of its channels, by name; times and dates as local milliseconds in `place`. */
export interface DrawnMark {
  row: number;
  values: Readonly<Record<string, Scalar>>;
  /** Where it stands on a continuous horizontal axis; NaN on an axis of words. */
  place: number;
  colour: string;
}

/** What a chart's view draws: its marks, and what their channels are. */
export interface DrawnChart {
  mark: string;
  aggregate: string;
  table: Table;
  marks: DrawnMark[];
  /** The column that is drawn by a channel, and how it was made. */
  channels: ReadonlyMap<string, { column: Column; made: string; grain: string | null }>;
  /** Names of the colours, in order; empty without a colour channel. */
  series: { name: string; paint: Paint }[];
  /** The horizontal axis: words, numbers, or time. */
  axis: "words" | "numbers" | "time";
}

const empty = "empty";

/** A group's name in words. */
export function nameOf(value: Scalar): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === "" ? empty : String(value);
}

function placeOf(value: Scalar, axis: DrawnChart["axis"], column: Column, offset: (ms: number) => number): number {
  if (value === null || axis === "words") return Number.NaN;
  if (column.type === "text") return Date.parse(`${String(value)}T00:00:00Z`);
  return column.type === "time" ? Number(value) + offset(Number(value)) : Number(value);
}

/** Reads what compute made, or null where there is nothing to draw. */
export function drawnChart(result: CellResult, { timezone }: FigureTheme): DrawnChart | null {
  const { main: table, channels: listed } = result.tables;
  if (table === undefined || listed === undefined || table.rows === 0 || result.n === 0) return null;
  const [names, columns, made, grains] = ["channel", "column", "made", "grain"].map((name) => texts(listed, name)) as [
    (string | null)[],
    (string | null)[],
    (string | null)[],
    (string | null)[],
  ];
  const channels = new Map<string, { column: Column; made: string; grain: string | null }>();
  names.forEach((name, row) => {
    const column = columnOf(table, columns[row] ?? "");
    if (name !== null && column !== undefined && row > 0) channels.set(name, { column, made: made[row] ?? "", grain: grains[row] ?? null });
  });
  const across = channels.get("x") ?? channels.get("x_from");
  const isTime = across !== undefined && (across.column.type === "time" || across.grain !== null);
  const axis = isTime ? "time" : across !== undefined && across.column.type === "number" ? "numbers" : "words";
  const { offset } = zone(timezone);
  const mark = columns[0] ?? "bar";
  const drawn = Array.from({ length: table.rows }, (_, row): DrawnMark => {
    const values = Object.fromEntries([...channels].map(([name, { column }]) => [name, scalarAt(column, row)]));
    const place = across === undefined ? Number.NaN : placeOf(scalarAt(across.column, row), axis, across.column, (ms) => offset(ms));
    return { row, values, place, colour: mark === "heat" || !channels.has("colour") ? "" : nameOf(values["colour"] ?? null) };
  });
  const coloured = channels.has("colour") && mark !== "heat" ? [...new Set(drawn.map((one) => one.colour))] : [];
  const isRest = (name: string) => name.startsWith("Other (");
  const ordered = [...coloured.filter((name) => !isRest(name)), ...coloured.filter(isRest)];
  // The tenth colour is the grey of what is left.
  const series = ordered.map((name, place) => ({ name, paint: category(isRest(name) ? 9 : place % 9) }));
  return { mark, aggregate: made[0] ?? "none", table, marks: drawn, channels, series, axis };
}

/** A mark's number of a channel, or null. */
export function numberOf(mark: DrawnMark, channel: string): number | null {
  const value = mark.values[channel];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
