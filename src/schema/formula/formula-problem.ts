import type { ColumnType } from "../column.ts";
import { toProblem, type Problem } from "../errors.ts";
import { FormulaError } from "./formula-error.ts";
import { parseCondition, parseFormula, type FormulaOptions } from "./parse-formula.ts";

/** A problem of a formula, and the characters [start, end) it is about. */
export interface FormulaProblem extends Problem {
  start: number;
  end: number;
}

/**
 * What is wrong with a formula while it is typed, or null when nothing is.
 *
 * @param options With `condition`, it must be true or false, as a filter's formula must.
 * @example formulaProblem("quantity *", [{ name: "quantity", type: "integer" }])?.problem // "The formula ends too early."
 */
export function formulaProblem(
  text: string,
  columns: readonly { name: string; type: ColumnType }[],
  options: FormulaOptions & { condition?: boolean } = {},
): FormulaProblem | null {
  try {
    (options.condition ? parseCondition : parseFormula)(text, columns, options);
    return null;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { ...toProblem(error), start: error.start, end: error.end };
  }
}
