import type { AnyNode } from "acorn";
import { FormulaError } from "./formula-error.ts";

/** What a construct is called, and what to write instead. */
const refused: Partial<Record<AnyNode["type"], readonly [string, string]>> = {
  MemberExpression: ["a dot or square brackets", 'Columns have no parts: write the column\'s name alone, or col("its name").'],
  ChainExpression: ["?.", "Columns have no parts: write the column's name alone."],
  ArrowFunctionExpression: ["a function of your own", "Write the expression itself; the functions there are come from the list."],
  FunctionExpression: ["a function of your own", "Write the expression itself; the functions there are come from the list."],
  ClassExpression: ["a class", "Write an expression of columns."],
  AssignmentExpression: ["=", "Write == to compare; a new column's name stands to the left of the formula."],
  UpdateExpression: ["++ or --", "Write + 1 or - 1."],
  SequenceExpression: ["a comma", "Write one formula; each column has its own."],
  ArrayExpression: ["a list in square brackets", "Write one_of(x, a, b) to compare with several values."],
  ObjectExpression: ["curly brackets", "Write an expression of columns."],
  NewExpression: ["new", 'Write time("2025-01-31") or date(2025, 1, 31) for a date.'],
  ThisExpression: ["this", "Write a column's name."],
  Super: ["super", "Write a column's name."],
  TaggedTemplateExpression: ["a tagged template", 'Write text in double quotes: "…".'],
  TemplateLiteral: ["a text with ${…} in it", 'Write concat("…", x) to put values into text.'],
  SpreadElement: ["...", "Write the values one by one."],
  AwaitExpression: ["await", "Write an expression of columns."],
  YieldExpression: ["yield", "Write an expression of columns."],
  ImportExpression: ["import", "Write an expression of columns."],
  MetaProperty: ["import.meta or new.target", "Write an expression of columns."],
};

/** The refusal of a construct that formulas do not have: what was written, where, and what to write instead. */
export function refusal(node: AnyNode, text: string): FormulaError {
  const [what, remedy] = refused[node.type] ?? [node.type, "Write an expression of columns."];
  return notAllowed(node, text, what, remedy);
}

/** The same, for an operator or literal that only this construct makes unwelcome. */
export function notAllowed(place: { start: number; end: number }, text: string, what: string, remedy: string): FormulaError {
  const written = text.slice(place.start, place.end);
  const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  return new FormulaError(`Formulas cannot have ${what}, at column ${place.start + 1}: ${shown}`, remedy, place);
}
