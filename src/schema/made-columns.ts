import type { Column, ColumnRole } from "./column.ts";
import { allPresent, setMissing } from "./missing.ts";

/** A column of numbers; what is not finite becomes missing. */
export function numberColumn(name: string, values: ArrayLike<number>, role: ColumnRole = "value"): Column {
  const kept = values instanceof Float64Array ? values.slice() : Float64Array.from(values);
  let valid: Uint8Array | undefined;
  for (let row = 0; row < kept.length; row++) {
    if (Number.isFinite(kept[row])) continue;
    kept[row] = Number.NaN;
    valid ??= allPresent(kept.length);
    setMissing(valid, row);
  }
  return { name, type: "number", role, values: kept, ...(valid === undefined ? {} : { valid }) };
}

/** A column of whole numbers, none missing. */
export function integerColumn(name: string, values: ArrayLike<number>, role: ColumnRole = "count"): Column {
  return { name, type: "integer", role, values: values instanceof Int32Array ? values : Int32Array.from(values) };
}

/** A column of texts. */
export function textColumn(name: string, values: readonly string[], role: ColumnRole = "dimension"): Column {
  const dictionary = [...new Set(values)];
  const codes = new Map(dictionary.map((word, code) => [word, code]));
  return { name, type: "text", role, values: Int32Array.from(values, (value) => codes.get(value)!), dictionary };
}

/** A column of texts as codes into their dictionary; −1 is missing. */
export function codedColumn(name: string, codes: Int32Array, dictionary: string[], role: ColumnRole = "dimension"): Column {
  if (!codes.includes(-1)) return { name, type: "text", role, values: codes, dictionary };
  const valid = allPresent(codes.length);
  codes.forEach((code, row) => code < 0 && setMissing(valid, row));
  return { name, type: "text", role, values: codes, dictionary, valid };
}

/** A column of yes and no, none missing. */
export function flagColumn(name: string, values: ArrayLike<boolean | number>): Column {
  return { name, type: "boolean", values: Uint8Array.from({ length: values.length }, (_, row) => (values[row] ? 1 : 0)) };
}
