import { compute } from "../../src/cells/chart/compute.ts";
import { params as schema, type ChartParams } from "../../src/cells/chart/params.ts";
import { scalarAt, type Scalar } from "../../src/schema/scalar.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import type { Column } from "../../src/schema/column.ts";
import { allPresent, setMissing } from "../../src/schema/missing.ts";
import type { Table } from "../../src/schema/table.ts";

const isList = (given: object): given is readonly Scalar[] => Array.isArray(given);

/** A table of plain columns: texts, numbers, truth values; times are named with a type. */
export function tableOf(columns: Record<string, readonly Scalar[] | { type: Column["type"]; values: readonly Scalar[]; unit?: string }>): DataTable {
  const made = Object.entries(columns).map(([name, given]): Column => {
    const { values, ...about } = isList(given) ? { values: given } : given;
    const first = values.find((value) => value !== null);
    const type = "type" in about ? about.type : typeof first === "string" ? "text" : typeof first === "boolean" ? "boolean" : "number";
    const valid = allPresent(values.length);
    values.forEach((value, row) => value === null && setMissing(valid, row));
    const rest = { name, type, ...(values.includes(null) ? { valid } : {}), ...("unit" in about ? { unit: about.unit } : {}) } as Omit<
      Column,
      "values"
    >;
    if (type !== "text") return { ...rest, values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))) };
    const dictionary = [...new Set(values.filter((value) => value !== null).map(String))];
    return { ...rest, dictionary, values: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(String(value)))) };
  });
  return { rows: made[0]?.values.length ?? 0, unit: "event", columns: made };
}

/** A chart of a table, computed as in the worker. */
export function chartOf(table: DataTable, params: RawParams, timezone = "UTC") {
  const resolved = resolve(schema, { from: "t", ...params }) as ChartParams;
  const no = () => {
    throw new Error("A chart reads tables only.");
  };
  const job = { ...defaultSettings, timezone, seed: 1, cancelled: false, progress: () => undefined, files: no };
  return compute({ table: () => table, journey: no, segments: no }, resolved, job).then((result) => ({ result, params: resolved }));
}

/** A table's columns as plain values. */
export function valuesOf(table: Table): Record<string, Scalar[]> {
  return Object.fromEntries(table.columns.map((column) => [column.name, Array.from({ length: table.rows }, (_, row) => scalarAt(column, row))]));
}
