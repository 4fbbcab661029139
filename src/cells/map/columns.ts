import type { Column, ColumnRole } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";

/** A column of numbers; what is not finite is missing. */
export function numbers(name: string, values: readonly number[], role: ColumnRole, unit?: string): Column {
  let valid: Uint8Array | undefined;
  values.forEach((value, row) => {
    if (!Number.isFinite(value)) setMissing((valid ??= allPresent(values.length)), row);
  });
  const made = Float64Array.from(values, (value) => (Number.isFinite(value) ? value : Number.NaN));
  return { name, type: "number", role, values: made, ...(unit === undefined ? {} : { unit }), ...(valid === undefined ? {} : { valid }) };
}

/** A column of counts. */
export function integers(name: string, values: readonly number[], role: ColumnRole = "count"): Column {
  return { name, type: "integer", role, values: Int32Array.from(values) };
}

/** A column of texts; null is missing. */
export function texts(name: string, values: readonly (string | null)[], role: ColumnRole | null = "dimension"): Column {
  const dictionary = [...new Set(values)].filter((text) => text !== null);
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  let valid: Uint8Array | undefined;
  values.forEach((text, row) => {
    if (text === null) setMissing((valid ??= allPresent(values.length)), row);
  });
  return {
    name,
    type: "text",
    values: Int32Array.from(values, (text) => (text === null ? -1 : codes.get(text)!)),
    dictionary,
    ...(role === null ? {} : { role }),
    ...(valid === undefined ? {} : { valid }),
  };
}

/** A value with its bounds as three columns. */
export function bounded(name: string, values: readonly { value: number; lower: number; upper: number }[], role: ColumnRole): Column[] {
  return [
    numbers(
      name,
      values.map(({ value }) => value),
      role,
    ),
    numbers(
      `${name}_lower`,
      values.map(({ lower }) => lower),
      "lower",
    ),
    numbers(
      `${name}_upper`,
      values.map(({ upper }) => upper),
      "upper",
    ),
  ];
}
