import type { DataTable } from "../../../src/data/data-table.ts";
import { applyVerbs, type StepCount } from "../../../src/data/verbs/apply-verbs.ts";
import type { Column, ColumnType } from "../../../src/schema/column.ts";
import { scalarAt, type Scalar } from "../../../src/schema/scalar.ts";
import type { Verb } from "../../../src/schema/verbs.ts";

const read = (value: Scalar) => (value === null ? Number.NaN : typeof value === "string" ? Date.parse(value) : Number(value));

/** A column of plain values; times are ISO text or milliseconds, missing is null. */
export function column(name: string, type: ColumnType, values: readonly Scalar[]): Column {
  const missing = values.includes(null);
  const valid = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, row) => (valid[row >> 3]! |= (value === null ? 0 : 1) << (row & 7)));
  const rest = missing ? { valid } : {};
  if (type === "text") {
    const dictionary = [...new Set(values.filter((value) => value !== null))].map(String);
    return { name, type, values: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(String(value)))), dictionary, ...rest };
  }
  if (type === "boolean") return { name, type, values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)), ...rest };
  if (type === "integer") return { name, type, values: Int32Array.from(values, (value) => (value === null ? 0 : Number(value))), ...rest };
  return { name, type, values: Float64Array.from(values, read), ...rest };
}

/** A table of such columns. */
export function tableOf(...columns: Column[]): DataTable {
  return { rows: columns[0]?.values.length ?? 0, unit: "event", columns };
}

/** All values of one column, in the table's order. */
export function valuesOf(table: DataTable, name: string): Scalar[] {
  const found = table.columns.find((candidate) => candidate.name === name)!;
  return Array.from({ length: table.rows }, (_, row) => scalarAt(found, table.selection?.[row] ?? row));
}

/** The rows of a table as lists of values. */
export function rowsOf(table: DataTable): Scalar[][] {
  const columns = table.columns.map(({ name }) => valuesOf(table, name));
  return Array.from({ length: table.rows }, (_, row) => columns.map((values) => values[row]!));
}

export interface Around {
  timezone?: string;
  weekStart?: number;
  others?: Record<string, DataTable>;
}

/** A table after some steps. */
export function after(table: DataTable, verbs: readonly Verb[], { timezone = "UTC", weekStart = 1, others = {} }: Around = {}) {
  return applyVerbs(table, verbs, { timezone, weekStart, progress: () => undefined, table: (name) => others[name]! });
}

/** The values of one formula over a table, and the step that made them. */
export async function derived(
  table: DataTable,
  formula: string,
  around: Around = {},
): Promise<{ values: Scalar[]; column: Column; step: StepCount }> {
  const { table: result, steps } = await after(table, [{ derive: { result: formula } }], around);
  return { values: valuesOf(result, "result"), column: result.columns.at(-1)!, step: steps[0]! };
}
