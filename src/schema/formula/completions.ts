import type { ColumnType } from "../column.ts";
import { signature, type FormulaFunction } from "./function-signature.ts";
import { functionTable } from "./function-table.ts";

/** One thing that can be written at the cursor. */
export interface Completion {
  label: string;
  type: "column" | "function" | "keyword";
  /** A column's type, or how a function is called. */
  detail: string;
  /** One sentence. */
  info: string;
  /** What is inserted. */
  apply: string;
}

const keywords: readonly [string, string][] = [
  ["true", "The condition that always holds."],
  ["false", "The condition that never holds."],
  ["null", "A missing value."],
];

/** Words that the expression grammar keeps for itself. */
const reserved = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof
  new null return super switch this throw true try typeof var void while with`.split(/\s+/),
);
const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * How a column is written in a formula: its name, or `col("…")` where the name is not a plain word.
 *
 * @example columnInFormula("Customer ID") // 'col("Customer ID")'
 */
export function columnInFormula(name: string): string {
  return plainName.test(name) && !reserved.has(name) ? name : `col(${JSON.stringify(name)})`;
}

const ofFunction = (one: FormulaFunction): Completion => ({
  label: one.name,
  type: "function",
  detail: signature(one),
  info: one.doc,
  apply: one.parameters.length === 0 || one.parameters[0]!.optional ? `${one.name}()` : `${one.name}(`,
});

/**
 * Everything that can be written in a formula over these columns: columns, then functions, then keywords.
 *
 * @param options With `aggregate`, as in a rollup, aggregates come first.
 */
export function completions(columns: readonly { name: string; type: ColumnType }[], options: { aggregate?: boolean } = {}): Completion[] {
  const ofColumns = columns.map(({ name, type }): Completion => ({
    label: name,
    type: "column",
    detail: type,
    info: `The column ${name}.`,
    apply: columnInFormula(name),
  }));
  const functions = [...functionTable.values()];
  const aggregates = functions.filter((one) => one.aggregate).map(ofFunction);
  const others = functions.filter((one) => !one.aggregate).map(ofFunction);
  const words = keywords.map(([label, info]): Completion => ({ label, type: "keyword", detail: "", info, apply: label }));
  return options.aggregate ? [...aggregates, ...ofColumns, ...others, ...words] : [...ofColumns, ...others, ...aggregates, ...words];
}
