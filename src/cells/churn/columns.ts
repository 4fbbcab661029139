import type { Column, ColumnRole } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";

/** A column of numbers; NaN becomes missing. */
export function numbers(name: string, values: Iterable<number>, role: ColumnRole): Column {
  const held = Float64Array.from(values);
  let valid: Uint8Array | undefined;
  for (let row = 0; row < held.length; row++) {
    if (!Number.isNaN(held[row]!)) continue;
    valid ??= allPresent(held.length);
    setMissing(valid, row);
  }
  return { name, type: "number", role, values: held, ...(valid === undefined ? {} : { valid }) };
}

/** A column of counts or of whole numbers that name something. */
export function integers(name: string, values: Iterable<number>, role: ColumnRole): Column {
  return { name, type: "integer", role, values: Int32Array.from(values) };
}

/** A column of yes and no. */
export function flags(name: string, values: readonly boolean[]): Column {
  return { name, type: "boolean", values: Uint8Array.from(values, Number) };
}

/** A column of texts; null is missing. */
export function texts(name: string, values: readonly (string | null)[], role: ColumnRole = "dimension"): Column {
  const dictionary: string[] = [];
  const codes = new Map<string, number>();
  const valid = values.includes(null) ? allPresent(values.length) : undefined;
  const held = Int32Array.from(values, (value, row) => {
    if (value === null) {
      setMissing(valid!, row);
      return -1;
    }
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = dictionary.push(value) - 1));
    return code;
  });
  return { name, type: "text", role, values: held, dictionary, ...(valid === undefined ? {} : { valid }) };
}
