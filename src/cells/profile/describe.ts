import { quantile } from "../../analysis/quantile.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { numbersOf, placesOf } from "./observed.ts";
import { percent } from "./say.ts";

/** Bins of a histogram: of equal width; of texts, the most frequent ones and the rest. */
export const bins = 16;
const told = 3;
/** What texts that are hardly ever there twice stay below: ids, mostly, which are nobody's business. */
const rare = 0.001;
/** Longer texts are cut where the most frequent are told. */
const longest = 24;

/** What is said of a column. NaN where it does not apply. */
export interface Description {
  column: string;
  type: string;
  /** What a row of it is. */
  per: string;
  rows: number;
  missing: number;
  blank: number;
  distinct: number;
  /** Least, 25%, 50%, 75%, greatest; of times in UTC milliseconds. */
  quantiles: number[];
  mean: number;
  top: string | null;
  histogram: Float64Array;
}

const none = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];

function describeText({ values, dictionary }: Column, table: DataTable): Omit<Description, "column" | "type" | "per" | "rows"> {
  const place = placesOf(table);
  const counts = new Float64Array(dictionary!.length);
  let missing = 0;
  for (let row = 0; row < table.rows; row++) {
    const code = values[place(row)]!;
    if (code < 0) missing++;
    else counts[code]!++;
  }
  const histogram = new Float64Array(bins);
  // Equal counts in the order of the alphabet, so that the order of the rows does not matter.
  const used = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  const frequent = used.sort((a, b) => counts[b]! - counts[a]! || (dictionary![a]! < dictionary![b]! ? -1 : 1));
  frequent.forEach((code, at) => (histogram[Math.min(at, bins - 1)]! += counts[code]!));
  const blank = frequent.reduce((sum, code) => sum + (dictionary![code]!.trim() === "" ? counts[code]! : 0), 0);
  const present = table.rows - missing;
  const most = counts[frequent[0] ?? -1] ?? 0;
  const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
  const top = frequent.slice(0, told).map((code) => `${cut(dictionary![code]!)} ${percent(counts[code]! / present)}`);
  return {
    missing,
    blank,
    distinct: frequent.length,
    quantiles: none,
    mean: Number.NaN,
    top:
      present === 0 ? null : present > 1 && most === 1 ? "all different" : most < rare * present ? "none in more than 0.1% of rows" : top.join(", "),
    histogram,
  };
}

function describeNumbers(column: Column, table: DataTable): Omit<Description, "column" | "type" | "per" | "rows"> {
  const sorted = numbersOf(table, column)!
    .filter((value) => !Number.isNaN(value))
    .sort();
  const histogram = new Float64Array(bins);
  const least = sorted[0] ?? Number.NaN;
  const greatest = sorted.at(-1) ?? Number.NaN;
  const width = (greatest - least) / bins || 1;
  let distinct = 0;
  let sum = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at]!;
    if (at === 0 || value !== sorted[at - 1]) distinct++;
    sum += value;
    histogram[Math.min(bins - 1, Math.floor((value - least) / width))]!++;
  }
  const isFlag = column.type === "boolean";
  const mean = sorted.length === 0 ? Number.NaN : sum / sorted.length;
  return {
    missing: table.rows - sorted.length,
    blank: 0,
    distinct,
    quantiles: isFlag ? none : [0, 0.25, 0.5, 0.75, 1].map((probability) => quantile(sorted, probability)),
    mean: column.type === "time" ? Number.NaN : mean,
    top: isFlag && sorted.length > 0 ? `yes ${percent(mean)}` : null,
    histogram,
  };
}

/** Describes one column of a table. Quantiles are of type 7. */
export function describe(column: Column, table: DataTable, per: string): Description {
  const found = column.type === "text" ? describeText(column, table) : describeNumbers(column, table);
  return { column: column.name, type: column.type, per, rows: table.rows, ...found };
}
