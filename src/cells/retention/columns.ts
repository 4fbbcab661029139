import type { Column, ColumnRole } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";

/** A column of numbers; NaN becomes missing. */
export function numbers(name: string, values: Float64Array, role: ColumnRole): Column {
  let valid: Uint8Array | undefined;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) continue;
    valid ??= allPresent(values.length);
    setMissing(valid, row);
  }
  return { name, type: "number", role, values, ...(valid === undefined ? {} : { valid }) };
}

/** A column of counts. */
export function integers(name: string, values: Int32Array, role: ColumnRole): Column {
  return { name, type: "integer", role, values };
}

/** A column of texts as codes. */
export function texts(name: string, codes: Int32Array, dictionary: string[]): Column {
  return { name, type: "text", role: "dimension", values: codes, dictionary };
}
