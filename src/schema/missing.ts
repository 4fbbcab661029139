import type { Column } from "./column.ts";

/** Whether a row of a column holds a value; false means missing. */
export function isPresent(column: Column, row: number): boolean {
  const { valid } = column;
  return valid === undefined || ((valid[row >> 3]! >> (row & 7)) & 1) === 1;
}

/** How many of a column's first `rows` rows are missing. */
export function missingCount(column: Column, rows: number = column.values.length): number {
  const { valid } = column;
  if (valid === undefined) return 0;
  let present = 0;
  for (let row = 0; row < rows; row++) present += (valid[row >> 3]! >> (row & 7)) & 1;
  return rows - present;
}

/** A validity bitmap for `rows` rows with every row present. */
export function allPresent(rows: number): Uint8Array {
  return new Uint8Array((rows + 7) >> 3).fill(255);
}

/** Marks one row of a validity bitmap as missing. */
export function setMissing(valid: Uint8Array, row: number): void {
  valid[row >> 3]! &= ~(1 << (row & 7));
}
