import type { Column } from "../../schema/column.ts";
import type { ColumnShape } from "../../schema/shape.ts";
import type { DataTable } from "../data-table.ts";

/** Rows of a sample, and texts named. */
const sampled = 10_000;
const named = 200;

/**
 * What the page is told of a table's columns: type, missing, distinct, range, most frequent texts.
 *
 * Distinct numbers and times of tables over 10,000 rows are those of an evenly spaced sample of 10,000 rows; texts, missing values and
 * ranges are exact. A role or unit is the column's own.
 */
export function shapeOf(table: DataTable): ColumnShape[] {
  return table.columns.map((column) => {
    const { name, type, unit } = column;
    const head = { name, type, ...(unit !== undefined && { unit }) };
    return { ...head, ...(type === "text" ? texts(column, table) : numbers(column, table)) };
  });
}

function texts(column: Column, { rows, selection }: DataTable): Pick<ColumnShape, "missing" | "distinct" | "top"> {
  const dictionary = column.dictionary!;
  const { values } = column;
  const counts = new Uint32Array(dictionary.length);
  let missing = 0;
  for (let row = 0; row < rows; row++) {
    const code = values[selection === undefined ? row : selection[row]!]!;
    if (code < 0) missing++;
    else counts[code]!++;
  }
  let distinct = 0;
  for (const count of counts) if (count > 0) distinct++;
  return { missing, distinct, top: mostFrequent(counts).map((code) => dictionary[code]!) };
}

/** The codes that occur most, at most 200; equal ones in the order of their codes. */
function mostFrequent(counts: Uint32Array): number[] {
  // The count that enough codes reach, so that only those near the top are sorted.
  const reached = counts.length > named ? counts.toSorted().at(-named)! : 1;
  const codes: number[] = [];
  for (let code = 0; code < counts.length; code++) if (counts[code]! > 0 && counts[code]! >= reached) codes.push(code);
  return codes.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, named);
}

function numbers(column: Column, { rows, selection }: DataTable): Pick<ColumnShape, "missing" | "distinct" | "min" | "max"> {
  const { values, valid } = column;
  let missing = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < rows; index++) {
    const row = selection === undefined ? index : selection[index]!;
    if (valid !== undefined && ((valid[row >> 3]! >> (row & 7)) & 1) === 0) {
      missing++;
      continue;
    }
    const value = values[row]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const distinct = new Set<number>();
  const size = Math.min(rows, sampled);
  for (let place = 0; place < size; place++) {
    const index = Math.floor((place * rows) / size);
    const row = selection === undefined ? index : selection[index]!;
    if (valid === undefined || ((valid[row >> 3]! >> (row & 7)) & 1) === 1) distinct.add(values[row]!);
  }
  return { missing, distinct: distinct.size, ...(min <= max && { min, max }) };
}
