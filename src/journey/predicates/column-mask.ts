import type { Column } from "../../schema/column.ts";
import type { ColumnCondition } from "../../schema/conditions.ts";
import { operand } from "./operand.ts";
import { ranges, type Ranges } from "./ranges.ts";
import { textTest } from "./text-test.ts";

/** Marks the rows from `from` to `to` by validity: 1 where it is as wanted. */
function byPresence(valid: Uint8Array | undefined, rows: number, present: boolean): Uint8Array {
  const mask = new Uint8Array(rows);
  if (valid === undefined) return present ? mask.fill(1) : mask;
  const flip = present ? 0 : 1;
  for (let row = 0; row < rows; row++) mask[row] = ((valid[row >> 3]! >> (row & 7)) & 1) ^ flip;
  return mask;
}

function byCode(codes: Int32Array, test: Uint8Array, mask: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row] = test[codes[row]! + 1]!;
}

function byOneRange(values: Column["values"], { low, high, ends }: Ranges, mask: Uint8Array): void {
  const from = low[0]!;
  const to = high[0]!;
  if (ends === "both") for (let row = 0; row < mask.length; row++) mask[row] = values[row]! >= from && values[row]! <= to ? 1 : 0;
  else if (ends === "low") for (let row = 0; row < mask.length; row++) mask[row] = values[row]! >= from && values[row]! < to ? 1 : 0;
  else for (let row = 0; row < mask.length; row++) mask[row] = values[row]! > from && values[row]! < to ? 1 : 0;
}

function byPoints(values: Column["values"], points: ReadonlySet<number>, mask: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row] = points.has(values[row]!) ? 1 : 0;
}

function byRanges(column: Column, allowed: Ranges, mask: Uint8Array): void {
  const { low, high, ends, negated } = allowed;
  if (low.length === 1) byOneRange(column.values, allowed, mask);
  else if (ends === "both") byPoints(column.values, new Set(low), mask);
  else {
    const one = new Uint8Array(mask.length);
    for (let range = 0; range < low.length; range++) {
      byOneRange(column.values, { ...allowed, low: low.subarray(range), high: high.subarray(range) }, one);
      for (let row = 0; row < mask.length; row++) mask[row]! |= one[row]!;
    }
  }
  if (negated) for (let row = 0; row < mask.length; row++) mask[row]! ^= 1;
}

/**
 * Which rows of a column meet one condition. A missing value meets none but `missing: true`.
 *
 * Texts are compared once per entry of the dictionary, not once per row.
 *
 * @param rows The first rows of the column to look at.
 * @param timezone IANA name, for times.
 * @returns 1 or 0 per row.
 * @throws {UserError} If the comparison does not suit the column.
 */
export function columnMask(column: Column, rows: number, condition: ColumnCondition, timezone: string): Uint8Array {
  const { operator, value } = operand(condition);
  if (operator === "missing") return byPresence(column.valid, rows, value === false);
  const mask = new Uint8Array(rows);
  if (column.type === "text") {
    byCode(column.values as Int32Array, textTest(column, operator, value), mask);
    return mask;
  }
  byRanges(column, ranges(column, operator, value, timezone), mask);
  const { valid } = column;
  if (valid !== undefined) for (let row = 0; row < rows; row++) mask[row]! &= valid[row >> 3]! >> (row & 7);
  return mask;
}
