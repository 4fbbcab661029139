import { roundEdges } from "./round-edges.ts";
import { localPeriods } from "../../journey/calendar/local-periods.ts";
import { periodStart } from "../../journey/calendar/period-start.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Column, ColumnType } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import type { Scalar } from "../../schema/scalar.ts";
import type { Grain } from "../../schema/settings.ts";
import { rowNumbers } from "./column-values.ts";
import { areDates } from "./default-channels.ts";

/** What tells rows apart: groups, periods or bins, numbered from 0. */
export interface Dimension {
  column: Column;
  /** By row of the table; −1 where missing. */
  codes: Int32Array;
  /** What each code stands for: a text, a number, a truth value, the local ISO date a period starts on, or the lower edge of a bin. */
  values: readonly Scalar[];
  type: ColumnType;
  /** Whether the values have an order of their own. */
  ordered: boolean;
  /** One more than the values, of bins. */
  edges: readonly number[] | null;
  grain: Grain | null;
}

/** How times become periods. */
export interface Clock {
  timezone: string;
  weekStart: number;
}

const day = 86_400_000;
const mostPeriods = 100_000;

/** The period that shows a stretch of time in about 30 to 100 steps. */
export function suitableGrain(least: number, greatest: number): Grain {
  const days = (greatest - least) / day;
  if (!(days > 100)) return "day";
  return days <= 500 ? "week" : days <= 3_000 ? "month" : days <= 9_000 ? "quarter" : "year";
}

/** The least and the greatest number, NaN left out; [∞, −∞] of none. */
export function extentOf(values: Float64Array): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** Times in local calendar periods, those between the first and the last that hold no row included. */
export function periodsOf(table: DataTable, column: Column, grain: Grain | "auto", { timezone, weekStart }: Clock): Dimension {
  const times = rowNumbers(table, column);
  const [least, greatest] = extentOf(times);
  const chosen = grain === "auto" ? suitableGrain(least, greatest) : grain;
  if (least > greatest)
    return { column, codes: new Int32Array(table.rows).fill(-1), values: [], type: "text", ordered: true, edges: null, grain: chosen };
  const known = times.map((time) => (time === time ? time : least));
  const [first = 0, last = 0] = localPeriods(chosen, Float64Array.of(least, greatest), timezone, weekStart);
  if (last - first >= mostPeriods) {
    throw new UserError(
      `"${column.name}" runs over ${(last - first + 1).toLocaleString("en-US")} ${chosen}s.`,
      "Choose a longer period, or filter times that cannot be right in a table cell.",
      { param: "grain" },
    );
  }
  const codes = localPeriods(chosen, known, timezone, weekStart).map((period, row) => (times[row] === times[row] ? period - first : -1));
  const values = Array.from({ length: last - first + 1 }, (_, place) => periodStart(chosen, first + place, weekStart));
  return { column, codes, values, type: "text", ordered: true, edges: null, grain: chosen };
}

/** Numbers in bins of equal width with round edges; a value at an edge belongs to the bin above it, the greatest to the last. */
export function binsOf(table: DataTable, column: Column, bins: number): Dimension {
  const numbers = rowNumbers(table, column);
  const [least, greatest] = extentOf(numbers);
  const edges = least > greatest ? [] : roundEdges(least, greatest, bins, column.type === "integer");
  const [low, width] = [edges[0] ?? 0, (edges[1] ?? 1) - (edges[0] ?? 0)];
  const count = Math.max(0, edges.length - 1);
  const codes = new Int32Array(table.rows).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const value = numbers[row]!;
    if (value !== value) continue;
    let bin = Math.min(count - 1, Math.max(0, Math.floor((value - low) / width)));
    // Division rounds: an edge such as 0.3 may fall just below its place.
    if (bin + 1 < count && value >= edges[bin + 1]!) bin++;
    else if (bin > 0 && value < edges[bin]!) bin--;
    codes[row] = bin;
  }
  return { column, codes, values: edges.slice(0, count), type: "number", ordered: true, edges, grain: null };
}

/** Each distinct value as a group: numbers and dates in their order, texts by name. */
export function groupsOf(table: DataTable, column: Column): Dimension {
  const numbers = rowNumbers(table, column);
  const distinct = [...new Set(numbers)].filter((value) => value === value);
  const { dictionary } = column;
  const isText = dictionary !== undefined;
  const scalar = (value: number): Scalar => (isText ? dictionary[value]! : column.type === "boolean" ? value === 1 : value);
  const sorted = isText
    ? distinct.sort((a, b) => (dictionary[a]! < dictionary[b]! ? -1 : dictionary[a] === dictionary[b] ? 0 : 1))
    : distinct.sort((a, b) => a - b);
  const places = new Map(sorted.map((value, place) => [value, place]));
  const values = sorted.map(scalar);
  const dates = isText && areDates(values as string[]);
  return {
    column,
    codes: Int32Array.from(numbers, (value) => places.get(value) ?? -1),
    values,
    type: column.type,
    ordered: !isText || dates,
    edges: null,
    grain: dates ? "day" : null,
  };
}

/** The same rows with some groups taken together under one name, which comes last. */
export function pooled(dimension: Dimension, kept: readonly number[], other: string): Dimension {
  const places = new Int32Array(dimension.values.length).fill(kept.length);
  kept.forEach((code, place) => {
    places[code] = place;
  });
  const isAll = kept.length === dimension.values.length;
  return {
    ...dimension,
    codes: dimension.codes.map((code) => (code < 0 ? -1 : places[code]!)),
    values: isAll ? kept.map((code) => dimension.values[code]!) : [...kept.map((code) => String(dimension.values[code]!)), other],
    type: isAll ? dimension.type : "text",
  };
}
