import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Table } from "../../schema/table.ts";
import type { DataTable } from "../data-table.ts";

/** Bins of a histogram; of texts, the most frequent ones and the rest. */
export const summaryBins = 16;

interface Summary {
  missing: number;
  distinct: number;
  least: number;
  greatest: number;
  bins: Float64Array;
}

function ofTexts(column: Column, { rows, selection }: DataTable): Summary {
  const counts = new Float64Array(column.dictionary!.length);
  let missing = 0;
  for (let index = 0; index < rows; index++) {
    const code = column.values[selection === undefined ? index : selection[index]!]!;
    if (code < 0) missing++;
    else counts[code]!++;
  }
  const sorted = counts
    .filter((count) => count > 0)
    .sort()
    .reverse();
  const bins = new Float64Array(summaryBins);
  sorted.forEach((count, place) => {
    bins[Math.min(place, summaryBins - 1)]! += count;
  });
  return { missing, distinct: sorted.length, least: Number.NaN, greatest: Number.NaN, bins };
}

function ofNumbers(column: Column, { rows, selection }: DataTable): Summary {
  const { values } = column;
  const bins = new Float64Array(summaryBins);
  let [missing, least, greatest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < rows; index++) {
    const row = selection === undefined ? index : selection[index]!;
    if (!isPresent(column, row)) {
      missing++;
      continue;
    }
    const value = values[row]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const width = (greatest - least) / summaryBins || 1;
  for (let index = 0; index < rows; index++) {
    const row = selection === undefined ? index : selection[index]!;
    if (isPresent(column, row)) bins[Math.min(summaryBins - 1, Math.floor((values[row]! - least) / width))]!++;
  }
  return { missing, distinct: Number.NaN, least: missing === rows ? Number.NaN : least, greatest: missing === rows ? Number.NaN : greatest, bins };
}

function numberColumn(name: string, values: Float64Array): Column {
  const valid = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => {
    if (value === value) valid[row >> 3]! |= 1 << (row & 7);
  });
  return { name, type: "number", values, valid };
}

/**
 * A row about each column of a table: `column`, `missing` rows, `distinct` texts, `least`, `greatest`, and `bin_1` to `bin_16`: rows by value in bins of
 * equal width, or by text, the most frequent first and all others in the last.
 */
export function columnSummaries(table: DataTable): Table {
  const found = table.columns.map((column) => (column.type === "text" ? ofTexts(column, table) : ofNumbers(column, table)));
  const of = (name: string, value: (summary: Summary) => number) => numberColumn(name, Float64Array.from(found, value));
  return {
    rows: found.length,
    unit: "event",
    columns: [
      { name: "column", type: "text", values: Int32Array.from(found.keys()), dictionary: table.columns.map(({ name }) => name) },
      of("missing", ({ missing }) => missing),
      of("distinct", ({ distinct }) => distinct),
      of("least", ({ least }) => least),
      of("greatest", ({ greatest }) => greatest),
      ...Array.from({ length: summaryBins }, (_, bin) => of(`bin_${bin + 1}`, ({ bins }) => bins[bin]!)),
    ],
  };
}
