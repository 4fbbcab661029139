import type { DataTable } from "../../data/data-table.ts";
import { UserError } from "../../schema/errors.ts";
import type { Column, ColumnRole } from "../../schema/column.ts";
import type { Scalar } from "../../schema/scalar.ts";
import { aggregated, byGroup, type Aggregate, type Grouped } from "./aggregate.ts";
import { rowNumbers } from "./column-values.ts";
import { dimensionsOf, type NamedDimension } from "./dimensions-of.ts";
import { mostMarks, type Channel, type Drawing } from "./marks.ts";
import { suitableAggregate, type Plan } from "./plan.ts";
import type { ChartParams } from "./params.ts";
import type { Clock } from "./dimension.ts";
import type { DrawnValues } from "./table-of.ts";

const mostCells = 4_000_000;

/** The combination of codes each row belongs to, −1 where one of them or the value is missing; and who was left out for what. */
export function cellsOf(
  rows: number,
  dimensions: readonly NamedDimension[],
  value: { name: string; numbers: Float64Array } | null,
): { cells: Int32Array; count: number; excluded: Record<string, number> } {
  const count = dimensions.reduce((product, { dimension }) => product * dimension.values.length, 1);
  if (count > mostCells) {
    const sizes = dimensions.map(({ dimension }) => `${dimension.values.length.toLocaleString("en-US")} of "${dimension.column.name}"`).join(", ");
    throw new UserError(
      `There would be ${count.toLocaleString("en-US")} groups: ${sizes}.`,
      "Choose fewer columns, longer periods or fewer categories.",
    );
  }
  const cells = new Int32Array(rows);
  const excluded: Record<string, number> = {};
  const leave = (name: string, isMissing: (row: number) => boolean) => {
    let left = 0;
    for (let row = 0; row < rows; row++) {
      if (cells[row]! < 0 || !isMissing(row)) continue;
      cells[row] = -1;
      left++;
    }
    if (left > 0) excluded[`no ${name}`] = left;
  };
  for (const { dimension } of dimensions) leave(dimension.column.name, (row) => dimension.codes[row]! < 0);
  if (value !== null) leave(value.name, (row) => Number.isNaN(value.numbers[row]!));
  for (const { dimension } of dimensions) {
    const size = dimension.values.length;
    for (let row = 0; row < rows; row++) if (cells[row]! >= 0) cells[row] = cells[row]! * size + dimension.codes[row]!;
  }
  return { cells, count, excluded };
}

/** The codes of a combination, in the order of the dimensions. */
export function codesOf(cell: number, dimensions: readonly NamedDimension[]): number[] {
  const codes: number[] = [];
  let rest = cell;
  for (const { dimension } of dimensions.toReversed()) {
    codes.unshift(rest % dimension.values.length);
    rest = Math.floor(rest / dimension.values.length);
  }
  return codes;
}

/** The columns that say which group each mark is: a text, a period's start, or a bin from and to. */
export function dimensionColumns(dimensions: readonly NamedDimension[], marks: readonly number[][]): { columns: DrawnValues[]; channels: Channel[] } {
  const columns: DrawnValues[] = [];
  const channels: Channel[] = [];
  dimensions.forEach(({ dimension, channel }, place) => {
    const { column, values, edges, grain, type } = dimension;
    const role: ColumnRole = "dimension";
    const about = { type, role, ...(column.unit === undefined ? {} : { unit: column.unit }) };
    const codes = marks.map((codes) => codes[place]!);
    if (edges !== null) {
      columns.push({ ...about, name: `${column.name}_from`, values: codes.map((code) => edges[code]!) });
      columns.push({ ...about, name: `${column.name}_to`, values: codes.map((code) => edges[code + 1]!) });
      channels.push({ channel: `${channel}_from`, column: `${column.name}_from`, made: `bins of ${column.name}` });
      channels.push({ channel: `${channel}_to`, column: `${column.name}_to`, made: `bins of ${column.name}` });
      return;
    }
    columns.push({ ...about, name: column.name, values: codes.map((code) => values[code] ?? null) });
    const made = column.type === "time" && grain !== null ? `${grain} of ${column.name}` : column.name;
    channels.push({ channel, column: column.name, made, ...(grain === null ? {} : { grain }) });
  });
  return { columns, channels };
}

const unitOf = (value: Column | null, how: string) =>
  value?.unit === undefined || how === "count" || how === "distinct" ? {} : { unit: value.unit };

function namedValue(value: Column | null, how: Aggregate | "none", taken: ReadonlySet<string>): string {
  const name = value === null || how === "count" ? "rows" : how === "none" ? value.name : `${how}_${value.name}`;
  return taken.has(name) ? `${name}_value` : name;
}

function roleOf(value: Column | null, how: Aggregate | "none"): ColumnRole {
  if (how === "count" || how === "distinct" || value === null) return "count";
  return value.role === "rate" && how !== "sum" ? "rate" : value.type === "boolean" ? "rate" : "value";
}

const isSingle = ({ starts }: Grouped): boolean => starts.every((start, group) => group === 0 || start - starts[group - 1]! <= 1);

/** Marks that stand for groups of rows: bars, lines, areas, ranges, cells of a heat map, and dots of categories. */
export function groupedMarks(table: DataTable, chosen: Plan, params: ChartParams, clock: Clock): Drawing {
  const isHeat = chosen.mark === "heat";
  const value = isHeat ? chosen.colour : chosen.mark === "histogram" ? null : chosen.y;
  const numbers = value === null || params.aggregate === "count" ? null : rowNumbers(table, value);
  const dimensions = dimensionsOf(table, chosen, params, clock);
  const { cells, count, excluded } = cellsOf(table.rows, dimensions, numbers === null ? null : { name: value!.name, numbers });
  const grouped = byGroup(cells, count);
  const single = numbers !== null && isSingle(grouped) && value!.type !== "text";
  const how: Aggregate | "none" =
    chosen.aggregate === "auto" ? (single ? "none" : suitableAggregate(numbers === null ? null : value)) : chosen.aggregate;
  if (how === "none" && !single && numbers !== null) {
    const across = dimensions.map(({ dimension }) => `"${dimension.column.name}"`).join(" and ");
    throw new UserError(`Several rows have the same ${across}.`, "Choose how values are taken together, such as the sum or the mean.", {
      param: "aggregate",
    });
  }
  const values = aggregated(how === "none" ? (numbers === null ? "count" : "max") : how, numbers, grouped);
  const size = (cell: number) => grouped.starts[cell + 1]! - grouped.starts[cell]!;
  const isFilled =
    dimensions.some(({ dimension, channel }) => channel === "x" && (dimension.grain !== null || dimension.edges !== null)) && how !== "none";
  const present: number[] = [];
  for (let cell = 0; cell < count; cell++) if (size(cell) > 0 || (isFilled && !isHeat && count <= mostMarks)) present.push(cell);
  const shown = present.slice(0, mostMarks);
  const made = dimensionColumns(
    dimensions,
    shown.map((cell) => codesOf(cell, dimensions)),
  );
  const taken = new Set(made.columns.map(({ name }) => name));
  const name = namedValue(value, numbers === null ? "count" : how, taken);
  const finite = (number: number): Scalar => (Number.isFinite(number) ? number : null);
  const effective = numbers === null ? "count" : how;
  const columns: DrawnValues[] = [
    ...made.columns,
    { name, type: "number", role: roleOf(value, effective), values: shown.map((cell) => finite(values[cell]!)), ...unitOf(value, effective) },
  ];
  const channels = [
    ...made.channels,
    { channel: isHeat ? "colour" : "y", column: name, made: effective === "count" ? "number of rows" : value!.name },
  ];
  if (how === "none" && chosen.lower !== null && chosen.upper !== null) {
    for (const [channel, bound] of [["lower", chosen.lower] as const, ["upper", chosen.upper] as const]) {
      const bounds = rowNumbers(table, bound);
      const at = (cell: number) => (size(cell) === 0 ? null : finite(bounds[grouped.rows[grouped.starts[cell]!]!]!));
      columns.push({ name: bound.name, type: "number", role: channel, values: shown.map(at), ...unitOf(value, how) });
      channels.push({ channel, column: bound.name, made: bound.name });
    }
  }
  if (effective !== "count" && how !== "none") {
    const rows = taken.has("rows") || name === "rows" ? "rows_counted" : "rows";
    columns.push({ name: rows, type: "number", role: "count", values: shown.map(size) });
  }
  return {
    mark: chosen.mark,
    aggregate: effective === "none" ? null : effective,
    channels,
    columns,
    n: grouped.rows.length,
    of: present.length > shown.length ? present.length : null,
    excluded,
    further: {},
    notes: [],
  };
}
