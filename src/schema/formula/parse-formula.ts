import type { ColumnType } from "../column.ts";
import { check } from "./check-expression.ts";
import { FormulaError } from "./formula-error.ts";
import { readExpression } from "./read-expression.ts";
import type { Scope } from "./scope.ts";
import { children, type FormulaNode } from "./tree.ts";
import { inWords } from "./types.ts";

/** What a formula may stand in. */
export interface FormulaOptions {
  /** One value for each group, as in a rollup: columns stand inside aggregates only. Otherwise one value for each row. */
  aggregate?: boolean;
}

/** A checked formula. */
export interface Formula {
  text: string;
  root: FormulaNode;
  /** What it gives, and so what a column made of it holds. */
  type: ColumnType;
  /** The columns it reads. */
  columns: string[];
  /** Whether there is an aggregate in it. */
  aggregate: boolean;
}

function hasAggregate(node: FormulaNode): boolean {
  return (node.kind === "call" && node.aggregate) || children(node).some(hasAggregate);
}

/**
 * Reads a formula: one line of columns, operators and our own functions, and nothing else that JavaScript has.
 *
 * What is missing stays missing: `null < 2`, `x + null` and `!null` are missing, && and || follow three-valued logic, and a division by zero
 * is missing.
 *
 * @param columns The columns it may read, with their types.
 * @throws {FormulaError} With the place of what is wrong, and what to write instead.
 * @example parseFormula("quantity * price", [{ name: "quantity", type: "integer" }, { name: "price", type: "number" }]).type // "number"
 */
export function parseFormula(text: string, columns: readonly { name: string; type: ColumnType }[], options: FormulaOptions = {}): Formula {
  const scope: Scope = {
    text,
    columns: new Map(columns.map(({ name, type }) => [name, type])),
    aggregate: options.aggregate ?? false,
    inside: null,
    used: new Set(),
    nodes: 0,
  };
  const root = check(scope, readExpression(text), 0);
  const { type } = root;
  if (type === "missing")
    throw new FormulaError("The formula is always missing.", "Write what it gives where there is a value.", { start: 0, end: text.length });
  return { text, root, type, columns: [...scope.used], aggregate: hasAggregate(root) };
}

/**
 * Reads a formula that must be a condition, as a filter's.
 *
 * @throws {FormulaError} As `parseFormula`, and if the formula is not true or false.
 */
export function parseCondition(text: string, columns: readonly { name: string; type: ColumnType }[], options: FormulaOptions = {}): Formula {
  const formula = parseFormula(text, columns, options);
  if (formula.type === "boolean") return formula;
  throw new FormulaError(
    `The formula gives ${inWords(formula.type)}; a filter needs a condition that is true or false.`,
    `Write a comparison, such as ${formula.type === "text" ? '… == "…"' : "… > 0"}.`,
    { start: 0, end: text.length },
  );
}
