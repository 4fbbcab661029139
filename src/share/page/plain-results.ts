import type { Column, ColumnValues } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import { isRecord } from "../../schema/parameters/say.ts";
import type { CellResult } from "../../schema/result.ts";

const arrays = { Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type ArrayName = keyof typeof arrays;

/** JSON has no number that is not finite: a missing one is null, an endless one its word. */
const written = (value: number): Json => (Number.isFinite(value) ? value : Number.isNaN(value) ? null : String(value));

/** Results as text, with each column's numbers as they are: from the text comes the same again. */
export function plainResults(results: Readonly<Record<string, CellResult>>): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(results, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? { array: value.constructor.name, of: Array.from(value as ColumnValues, written) } : value,
  );
  return new TextEncoder().encode(text);
}

function revived(_key: string, value: unknown): unknown {
  if (!isRecord(value as Json)) return value;
  const { array, of } = value as Record<string, Json>;
  if (typeof array !== "string" || !Array.isArray(of) || !Object.hasOwn(arrays, array)) return value;
  return arrays[array as ArrayName].from(of.map((item) => (item === null ? NaN : Number(item))));
}

function isColumn(column: Column, rows: number): boolean {
  const { name, values, dictionary, valid, type } = column;
  if (typeof name !== "string" || !ArrayBuffer.isView(values) || values.length !== rows) return false;
  if (valid !== undefined && (!(valid instanceof Uint8Array) || valid.length < (rows + 7) >> 3)) return false;
  return type !== "text" || (Array.isArray(dictionary) && values.every((code) => code < dictionary.length));
}

function isResult(result: CellResult): boolean {
  const { tables, facts, warnings, excluded, n } = result;
  if (!isRecord((tables as unknown as Json) ?? null) || !Array.isArray(facts) || !Array.isArray(warnings) || typeof n !== "number") return false;
  const areTables = Object.values(tables).every(({ rows, columns }) => Array.isArray(columns) && columns.every((column) => isColumn(column, rows)));
  return areTables && isRecord((excluded as unknown as Json) ?? null);
}

/** The results a text stands for, by cell. @throws {UserError} If it is damaged. */
export function resultsOf(bytes: Uint8Array): Map<string, CellResult> {
  try {
    const found = Object.entries(JSON.parse(new TextDecoder().decode(bytes), revived) as Record<string, CellResult>);
    if (found.every(([, result]) => isResult(result))) return new Map(found);
  } catch {
    // Said below.
  }
  throw new UserError("What the cells found is damaged in this page.", "Ask for the page again.");
}
