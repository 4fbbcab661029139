/** What a column's values are. Time is UTC milliseconds. */
export type ColumnType = "number" | "integer" | "boolean" | "time" | "text";

/** What a column means to a reader and to the privacy gate. */
export type ColumnRole = "dimension" | "customers" | "count" | "rate" | "lower" | "upper" | "customer" | "verbatim" | "value";

/** The buffers a column may live in. */
export type ColumnValues = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/**
 * One column in Arrow's layout as plain data, so that it crosses to a worker and back unchanged.
 *
 * - `number`, `time`: `Float64Array`; a missing row holds NaN.
 * - `integer`: `Int32Array` when every value fits, else `Float64Array`; a missing row holds 0 or NaN.
 * - `boolean`: `Uint8Array` of 0 and 1; a missing row holds 0.
 * - `text`: `Int32Array` of codes into `dictionary`; a missing row holds −1.
 *
 * `valid` is Arrow's bitmap (bit `i & 7` of byte `i >> 3`, 1 = present). It is left out when nothing is missing, and is the truth where it
 * stands: NaN without a cleared bit does not occur.
 */
export interface Column {
  name: string;
  type: ColumnType;
  unit?: string;
  label?: string;
  role?: ColumnRole;
  values: ColumnValues;
  dictionary?: string[];
  valid?: Uint8Array;
}
