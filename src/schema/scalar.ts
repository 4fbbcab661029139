import type { Column } from "./column.ts";
import { isPresent } from "./missing.ts";

/** One value as a person meets it: a time is its UTC milliseconds, missing is null. */
export type Scalar = string | number | boolean | null;

/** The value of a column at a row. Slow: for what is shown, never for a loop over events. */
export function scalarAt(column: Column, row: number): Scalar {
  if (!isPresent(column, row)) return null;
  const value = column.values[row]!;
  if (column.type === "text") return column.dictionary![value] ?? null;
  if (column.type === "boolean") return value === 1;
  return value;
}
