import type { Column, ColumnRole } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";

/** A column of numbers; what is not finite becomes missing. */
export function numbers(name: string, values: readonly number[], role?: ColumnRole): Column {
  const valid = allPresent(values.length);
  let missing = 0;
  values.forEach((value, row) => {
    if (Number.isFinite(value)) return;
    setMissing(valid, row);
    missing++;
  });
  const made = Float64Array.from(values, (value) => (Number.isFinite(value) ? value : Number.NaN));
  return { name, type: "number", values: made, ...(role === undefined ? {} : { role }), ...(missing === 0 ? {} : { valid }) };
}

/** A column of whole numbers. */
export function integers(name: string, values: readonly number[], role: ColumnRole): Column {
  return { name, type: "integer", role, values: Int32Array.from(values) };
}

/** A column of texts. */
export function texts(name: string, values: readonly string[], role?: ColumnRole): Column {
  const dictionary = [...new Set(values)];
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  return { name, type: "text", values: Int32Array.from(values, (text) => codes.get(text)!), dictionary, ...(role === undefined ? {} : { role }) };
}
