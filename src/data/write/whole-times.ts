import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";

/** Times as whole numbers of the coarsest unit that loses nothing, down to microseconds. */
export interface WholeTimes {
  unit: "milliseconds" | "microseconds";
  values: BigInt64Array;
}

/** A column of times as 64-bit whole numbers; what is missing becomes 0. */
export function wholeTimes(column: Column): WholeTimes {
  const { values } = column;
  const isWhole = values.every((time, row) => Number.isInteger(time) || !isPresent(column, row));
  const per = isWhole ? 1 : 1000;
  return { unit: isWhole ? "milliseconds" : "microseconds", values: wholeNumbers(column, per) };
}

/** A column's numbers, times a factor, as 64-bit whole numbers; what is missing becomes 0. */
export function wholeNumbers(column: Column, per = 1): BigInt64Array {
  return BigInt64Array.from(column.values, (value, row) => (isPresent(column, row) ? BigInt(Math.round(value * per)) : 0n));
}
