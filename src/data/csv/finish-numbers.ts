import type { Column } from "../../schema/column.ts";
import { sure, type Finished, type FinishOptions } from "./finish-texts.ts";
import { instantsOf, timeCountOf } from "./time-count.ts";

/** Numbers as they were read: NaN or anything where a row is missing. */
export interface Numbers {
  values: Int32Array | Float64Array;
  whole: boolean;
  /** Validity bitmap; absent when nothing is missing. */
  valid: Uint8Array | undefined;
  missing: number;
}

/** Makes numbers a column: whole ones, any, or the times they count. */
export function finishNumbers({ values, whole, valid, missing }: Numbers, { name, asked, zone }: FinishOptions): Finished {
  const present = (row: number) => valid === undefined || ((valid[row >> 3]! >> (row & 7)) & 1) === 1;
  const rest = valid === undefined ? {} : { valid };
  const count = asked === null || asked === "time" ? timeCountOf(name, values, present, asked === "time") : null;
  if (count !== null) {
    const column: Column = { name, type: "time", values: instantsOf(values, count, present, zone), ...rest };
    const finished = sure(column, missing);
    return { ...finished, report: { ...finished.report, count, confidence: 0.9 } };
  }
  if (whole && asked !== "number") {
    const small = values instanceof Int32Array ? values : narrowed(values, present);
    return sure({ name, type: "integer", values: small, ...rest }, missing);
  }
  const wide = values instanceof Float64Array ? values : Float64Array.from(values);
  if (wide !== values && valid !== undefined) for (let row = 0; row < wide.length; row++) if (!present(row)) wide[row] = NaN;
  return sure({ name, type: "number", values: wide, ...rest }, missing);
}

/** Whole numbers in 32 bits where all fit. */
function narrowed(values: Float64Array, present: (row: number) => boolean): Int32Array | Float64Array {
  for (let row = 0; row < values.length; row++) if (values[row] !== (values[row]! | 0) && present(row)) return values;
  return Int32Array.from(values);
}
