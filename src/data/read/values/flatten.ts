import { UserError } from "../../../schema/errors.ts";
import type { ValueTable } from "./value-table.ts";
import type { Value } from "./value-column.ts";

/** Nested deeper than this, records are kept as text. */
const deepest = 16;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date) && !ArrayBuffer.isView(value);
}

/** A value inside a list, or of a kind that columns do not have, as text. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : ArrayBuffer.isView(inner) ? "…" : inner)) ?? "";
}

/** The same, where it is not nested too deeply even for that. */
function nested(table: ValueTable, value: unknown): string {
  try {
    return asText(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(`"${table.file}" has records nested thousands deep, which cannot be read.`, "Write it as a flatter table.");
  }
}

/** Puts a value into a table's row: records as one column for each of their values, named with dots; lists as text. */
export function flatten(table: ValueTable, name: string, value: unknown, depth = 0): void {
  if (isRecord(value) && depth < deepest) {
    for (const [key, inner] of Object.entries(value)) flatten(table, name === "" ? key : `${name}.${key}`, inner, depth + 1);
  } else if (typeof value === "object" && value !== null && !(value instanceof Date)) table.put(name || "value", nested(table, value));
  else table.put(name || "value", value as Value);
}
