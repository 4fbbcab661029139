import type { DecodedValues } from "./decoded-values.ts";
import type { Fields } from "./record-scanner.ts";

/** Distinct byte strings, numbered in order of appearance. */
export interface TextDictionary {
  readonly size: number;
  /** The code of a value, new or known; −1 for what stands for missing. `view` must allow four bytes to be read past `end`. */
  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number;
  /** The codes of a column's values from record `from` on, written to `codes` from `at` on; returns how many are missing. */
  internColumn(fields: Fields, column: number, from: number, codes: Int32Array, at: number): number;
  /** The bytes of a value. */
  valueAt(code: number): Uint8Array;
  /** All values as text, in the order of their codes. */
  decoded(encoding: "utf-8" | "windows-1252"): DecodedValues;
}
