import type { Fields } from "./record-scanner.ts";

/** A column as it grows, under the assumption that all values so far allow. */
export interface ColumnBuilder {
  /** Rows taken so far. */
  readonly rows: number;
  /** Takes a column's values from a batch, from record `from` on; returns the first record it cannot take, or the number of records. */
  take(fields: Fields, column: number, from: number): number;
}

/** The buffer with place for so many values, at least doubled when it has to grow. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(values: T, needed: number): T {
  if (needed <= values.length) return values;
  const larger = new (values.constructor as new (length: number) => T)(Math.max(needed, values.length * 2));
  larger.set(values);
  return larger;
}
