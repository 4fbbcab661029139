import type { Column } from "../../schema/column.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { Table } from "../../schema/table.ts";

const isoDay = /^\d{4}-\d{2}-\d{2}/;
/** More rows of bars than these are hard to read as bars. */
const mostBars = 60;
/** More lines than these in one chart cannot be told apart. */
const mostLines = 8;

const quoted = (text: string): string => JSON.stringify(text);

function isDates(column: Column): boolean {
  return column.type === "text" && column.dictionary!.length > 0 && column.dictionary!.every((text) => isoDay.test(text));
}

const isDated = (column: Column): boolean => column.type === "time" || isDates(column);
const isOrdered = (column: Column): boolean => column.type !== "text" || isDates(column);

const isMeasure = ({ type, role }: Column): boolean =>
  (type === "number" || type === "integer") && role !== "lower" && role !== "upper" && role !== "dimension";

/** What a table is about first: a rate, then a value, then anything counted; one with bounds before one without. */
function measureOf({ columns }: Table): Column | undefined {
  const bounded = (column: Column): number => (columns.some(({ name }) => name === `${column.name}_lower`) ? 0 : 1);
  const rank = (column: Column): number => ["rate", "value", "count", "customers", undefined].indexOf(column.role);
  return columns.filter(isMeasure).toSorted((left, right) => bounded(left) - bounded(right) || rank(left) - rank(right))[0];
}

const distinct = (table: Table, column: Column): number => new Set(Array.from({ length: table.rows }, (_, row) => scalarAt(column, row))).size;

/** Whether two dimensions are best seen as cells: too many for lines, or neither of them time and nothing to show beside the value. */
function isGrid(table: Table, first: Column, second: Column, bounds: boolean): boolean {
  const [rows, columns] = [distinct(table, first), distinct(table, second)];
  if (table.rows <= 1.2 * Math.max(rows, columns)) return false;
  return Math.min(rows, columns) > mostLines || (!bounds && !isDated(first) && !isDated(second));
}

/** A channel: a column by its name, or a date out of its text. */
function channel(column: Column): string {
  return isDated(column) ? `(d) => new Date(d[${quoted(column.name)}])` : quoted(column.name);
}

const percent = (column: Column): string => (column.role === "rate" ? `, tickFormat: "%"` : "");
const named = (column: Column): string => quoted((column.label ?? column.name).replaceAll("_", " "));

/** Cells of two dimensions, coloured by the measure. */
const cells = (data: string, x: Column, y: Column, measure: Column): string =>
  `Plot.plot({
  color: {scheme: "blues", legend: true, label: ${named(measure)}${percent(measure)}},
  x: {label: ${named(x)}},
  y: {label: ${named(y)}},
  marginLeft: 100,
  marks: [Plot.cell(${data}, {x: ${quoted(x.name)}, y: ${quoted(y.name)}, fill: ${quoted(measure.name)}, inset: 0.5, tip: true})]
})`;

/** Lines over time or places in order, with the band of their bounds. */
function lines(data: string, x: Column, measure: Column, group: Column | undefined, bounds: boolean): string {
  const by = (channelName: string): string => (group === undefined ? "" : `, ${channelName}: ${quoted(group.name)}`);
  const [at, value] = [channel(x), quoted(measure.name)];
  const band = bounds
    ? `\n    Plot.areaY(${data}, {x: ${at}, y1: ${quoted(`${measure.name}_lower`)}, y2: ${quoted(`${measure.name}_upper`)}${by("fill")}, fillOpacity: 0.15}),`
    : "";
  return `Plot.plot({
  color: {legend: ${group !== undefined}},
  x: {label: ${named(x)}},
  y: {grid: true, label: ${named(measure)}${percent(measure)}},
  marks: [${band}
    Plot.lineY(${data}, {x: ${at}, y: ${value}${by("stroke")}, marker: true, tip: true})
  ]
})`;
}

/** Bars of a dimension, with the intervals of their values. */
function bars(data: string, y: Column, measure: Column, facet: Column | undefined, bounds: boolean): string {
  const inFacet = facet === undefined ? "" : `, fy: ${quoted(facet.name)}`;
  const interval = bounds
    ? `,\n    Plot.ruleY(${data}, {y: ${quoted(y.name)}, x1: ${quoted(`${measure.name}_lower`)}, x2: ${quoted(`${measure.name}_upper`)}${inFacet}})`
    : "";
  return `Plot.plot({
  marginLeft: 140,
  x: {grid: true, label: ${named(measure)}${percent(measure)}},
  y: {label: ${named(y)}},
  marks: [
    Plot.barX(${data}, {y: ${quoted(y.name)}, x: ${quoted(measure.name)}${inFacet}, fill: "steelblue", tip: true})${interval},
    Plot.ruleX([0])
  ]
})`;
}

/**
 * Plain Observable Plot code that draws a table as well as can be told from its columns alone: a heat map of two dimensions, lines over time, or
 * bars; with the intervals where there are bounds. Null where nothing can be drawn of it: it is then best shown as a table.
 *
 * @param data The name of the rows in the code.
 * @see https://observablehq.com/plot/
 */
export function plotCode(table: Table, data: string): string | null {
  const measure = measureOf(table);
  if (measure === undefined || table.rows === 0) return null;
  const bounds = ["lower", "upper"].every((end) => table.columns.some(({ name }) => name === `${measure.name}_${end}`));
  const dimensions = table.columns
    .filter((column) => column !== measure && (column.role === "dimension" || column.type === "text" || column.type === "time"))
    .filter((column) => distinct(table, column) > 1);
  const [first, second] = dimensions;
  if (first === undefined) return null;
  if (second !== undefined && dimensions.length === 2 && isGrid(table, first, second, bounds)) return cells(data, second, first, measure);
  const ordered = dimensions.find(isOrdered);
  if (ordered === undefined) return table.rows > mostBars ? null : bars(data, first, measure, second, bounds);
  const group = dimensions.find((column) => column !== ordered);
  return lines(data, ordered, measure, group, bounds);
}
