import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { columnOf } from "../../schema/table.ts";
import { isNumeric, type Feature, type Sample } from "./feature.ts";
import { featureOf } from "./journey-samples.ts";
import type { ChurnParams } from "./params.ts";

/** What a table gives: its rows as a sample, the fold of each row where a column says so, and columns that are no features. */
export interface TableSample {
  sample: Sample;
  folds: Int32Array | null;
  identifiers: string[];
  excluded: Record<string, number>;
}

function needed(table: DataTable, name: string | null, param: string): Column {
  if (name === null) throw new UserError("A table needs a column that says who left.", "Choose it in the form.", { param });
  const column = columnOf(table, name);
  if (column !== undefined) return column;
  const names = table.columns.map((known) => `"${known.name}"`).slice(0, 12);
  throw new UserError(`There is no column "${name}".`, `Choose one of ${names.join(", ")}.`, { param });
}

const saysLeft = /^(yes|y|true|1|1\.0|left|churned|churn|gone|cancelled)$/i;

function textOf(column: Column, row: number): string | null {
  const value = scalarAt(column, row);
  return value === null ? null : String(value);
}

/** The value that means left: the one asked for, or the one of two that says so. */
function leftValue(values: readonly string[], params: ChurnParams): string {
  const name = params.label!;
  const quoted = values.map((value) => `"${value}"`);
  if (values.length !== 2) {
    const what = values.length < 2 ? `only one value (${quoted.join(", ") || "none"})` : `${values.length} different values`;
    const shown = values.length > 2 ? ` (${quoted.slice(0, 5).join(", ")}${values.length > 5 ? ", …" : ""})` : "";
    throw new UserError(`"${name}" has ${what}${shown}, not two.`, "Choose a column that says of each customer whether they left.", {
      param: "label",
    });
  }
  const fixes = values.map((value) => ({ label: `Use ${value}`, params: { left: value } }));
  if (params.left !== null) {
    if (values.includes(params.left)) return params.left;
    throw new UserError(`No customer has "${params.left}" in "${name}".`, `Write one of ${quoted.join(", ")}.`, { param: "left", fixes });
  }
  const guessed = values.filter((value) => saysLeft.test(value));
  if (guessed.length === 1) return guessed[0]!;
  throw new UserError(`Which value of "${name}" means that a customer left: ${quoted.join(" or ")}?`, "Choose it.", { param: "left", fixes });
}

/** Whether a text column names rows rather than describing them. */
function isIdentifier(feature: Feature): boolean {
  if (isNumeric(feature)) return false;
  const distinct = new Set(feature.codes).size;
  return distinct > 50 && distinct > feature.codes.length / 2;
}

/** The fold of each row: the distinct values of a column, numbered. */
function foldsOf(column: Column, rows: Uint32Array, name: string): Int32Array {
  const texts = Array.from(rows, (row) => textOf(column, row) ?? "");
  const values = [...new Set(texts)].sort();
  if (values.length < 2 || values.length > 50) {
    throw new UserError(`"${name}" has ${values.length} different values, and folds are from 2 to 50.`, "Choose another column, or none.", {
      param: "fold",
    });
  }
  const places = new Map(values.map((value, fold) => [value, fold]));
  return Int32Array.from(texts, (text) => places.get(text)!);
}

/**
 * The rows of a table as a sample. Rows without a label are left out, and so are columns that name rows.
 *
 * @param wantsLabel Whether the label is needed: not to score with a kept model.
 * @throws {UserError} If a column is missing, or the label does not have two values.
 */
export function tableSample(table: DataTable, params: ChurnParams, wantsLabel = true): TableSample {
  const label = wantsLabel ? needed(table, params.label, "label") : null;
  const id = params.id === null ? null : needed(table, params.id, "id");
  const all = Uint32Array.from({ length: table.rows }, (_, row) => (table.selection === undefined ? row : table.selection[row]!));
  const rows = label === null ? all : all.filter((row) => isPresent(label, row));
  const left = label === null ? null : leftValue([...new Set(Array.from(rows, (row) => textOf(label, row)!))].sort(), params);
  const roles = new Set([params.label, params.id, params.fold]);
  const chosen = params.features.length > 0;
  const named = chosen ? params.features.map((name) => needed(table, name, "features")) : table.columns.filter(({ name }) => !roles.has(name));
  const latest = (column: Column) => rows.reduce((most, row) => (isPresent(column, row) ? Math.max(most, column.values[row]!) : most), -Infinity);
  const features = named.map((column) => featureOf(column, column.name, rows, column.type === "time" ? latest(column) : 0));
  const identifiers = chosen ? [] : features.filter(isIdentifier).map(({ name }) => name);
  const recency = params.recency === null ? null : featureOf(needed(table, params.recency, "recency"), params.recency, rows, 0);
  const unlabelled = table.rows - rows.length;
  return {
    sample: {
      ids: Array.from(rows, (row, index) => (id === null ? null : textOf(id, row)) ?? `row ${index + 1}`),
      outcomes: label === null ? new Uint8Array(rows.length) : Uint8Array.from(rows, (row) => (textOf(label, row) === left ? 1 : 0)),
      recency: recency !== null && isNumeric(recency) ? recency.values : null,
      features: features.filter(({ name }) => !identifiers.includes(name)),
    },
    folds: params.fold === null ? null : foldsOf(needed(table, params.fold, "fold"), rows, params.fold),
    identifiers,
    excluded: unlabelled === 0 ? {} : { "no label": unlabelled },
  };
}
