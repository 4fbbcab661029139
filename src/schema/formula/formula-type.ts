import type { ColumnType } from "../column.ts";
import { FormulaError } from "./formula-error.ts";
import { parseFormula, type FormulaOptions } from "./parse-formula.ts";

/**
 * What a column made by a formula holds, or null while the formula is wrong.
 *
 * @example formulaType("quantity * 2", [{ name: "quantity", type: "integer" }]) // "integer"
 */
export function formulaType(text: string, columns: readonly { name: string; type: ColumnType }[], options: FormulaOptions = {}): ColumnType | null {
  try {
    return parseFormula(text, columns, options).type;
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
