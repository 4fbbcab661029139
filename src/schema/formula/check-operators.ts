import { FormulaError } from "./formula-error.ts";
import { isoTime } from "./iso-time.ts";
import { written, type Scope } from "./scope.ts";
import type { ArithmeticOperator, ComparisonOperator, FormulaNode, UnaryOperator } from "./tree.ts";
import { asType, inWords, isNumeric, unified } from "./types.ts";

type Place = { start: number; end: number };

/** How a value of the wrong type becomes a number. */
function asNumber(scope: Scope, node: FormulaNode): string {
  const shown = written(scope, node);
  if (node.type === "text") return `Write number(${shown}).`;
  if (node.type === "boolean") return `Write (${shown} ? 1 : 0).`;
  return `Write between(from, to, "days") for a length of time, or year(${shown}) and the like for a part of it.`;
}

function needsNumbers(scope: Scope, node: FormulaNode, operator: string): FormulaError {
  const remedy = node.type === "time" && operator === "+" ? `Write add(${written(scope, node)}, 1, "days").` : asNumber(scope, node);
  return new FormulaError(`${written(scope, node)} is ${inWords(node.type)}; ${operator} needs numbers.`, remedy, node);
}

/** `a + b` and the like: numbers, or with `+` two texts. */
export function checkArithmetic(scope: Scope, operator: ArithmeticOperator, left: FormulaNode, right: FormulaNode, place: Place): FormulaNode {
  const both = { kind: "arithmetic", operator, ...place } as const;
  if (operator === "+" && left.type === "text" && (right.type === "text" || right.type === "missing"))
    return { ...both, left, right: asType(right, "text")!, type: "text" };
  if (operator === "+" && right.type === "text" && left.type === "missing") return { ...both, left: asType(left, "text")!, right, type: "text" };
  if (operator === "+" && (left.type === "text" || right.type === "text")) {
    const other = left.type === "text" ? right : left;
    throw new FormulaError(
      `${written(scope, left)} is ${inWords(left.type)} and ${written(scope, right)} is ${inWords(right.type)}; + joins two texts or adds two numbers.`,
      `Write text(${written(scope, other)}) to join, or number(…) around the text to add.`,
      place,
    );
  }
  if (operator === "-" && left.type === "time" && right.type === "time")
    throw new FormulaError(
      `${written(scope, place)} takes a time from a time, and does not say in what unit.`,
      `Write between(${written(scope, right)}, ${written(scope, left)}, "days").`,
      place,
    );
  for (const side of [left, right]) if (!isNumeric(side.type)) throw needsNumbers(scope, side, operator);
  const whole = left.type === "integer" && right.type === "integer" && operator !== "/" && operator !== "**";
  const type = whole ? "integer" : "number";
  return {
    ...both,
    left: asType(left, left.type === "missing" ? type : left.type)!,
    right: asType(right, right.type === "missing" ? type : right.type)!,
    type,
  };
}

/** `-x` and `!x`. */
export function checkUnary(scope: Scope, operator: UnaryOperator, operand: FormulaNode, place: Place): FormulaNode {
  if (operator === "!") return { kind: "unary", operator, operand: condition(scope, operand, "!"), type: "boolean", ...place };
  if (!isNumeric(operand.type)) throw needsNumbers(scope, operand, operator);
  const type = operand.type === "integer" ? "integer" : "number";
  if (operand.kind === "literal" && typeof operand.value === "number") return { ...operand, value: -operand.value, ...place };
  return { kind: "unary", operator, operand: asType(operand, type)!, type, ...place };
}

/** A node that must be a condition. */
export function condition(scope: Scope, node: FormulaNode, where: string): FormulaNode {
  const fits = asType(node, "boolean");
  if (fits !== null) return fits;
  const shown = written(scope, node);
  const remedy = isNumeric(node.type) ? `Write ${shown} != 0, or another comparison.` : `Write a comparison, such as !is_missing(${shown}).`;
  throw new FormulaError(`${shown} is ${inWords(node.type)}; ${where} needs a condition that is true or false.`, remedy, node);
}

function mismatch(scope: Scope, operator: string, left: FormulaNode, right: FormulaNode, place: Place): FormulaError {
  const problem = `${written(scope, left)} is ${inWords(left.type)} and ${written(scope, right)} is ${inWords(right.type)}; ${operator} needs two of a kind.`;
  const pair = [left.type, right.type];
  const text = left.type === "text" ? left : right;
  const other = left.type === "text" ? right : left;
  if (pair.includes("time") && text.type === "text") {
    const literal = text.kind === "literal" && isoTime(String(text.value)) === null;
    const remedy = literal ? 'Write the date as "2025-01-31" or "2025-01-31 13:45".' : `Write time(${written(scope, text)}).`;
    return new FormulaError(problem, remedy, place);
  }
  if (pair.includes("text") && isNumeric(other.type)) {
    const remedy = text.kind === "literal" ? "Write the number without quotes." : `Write number(${written(scope, text)}).`;
    return new FormulaError(problem, remedy, place);
  }
  if (left.kind === "comparison" && isNumeric(right.type) && right.type !== "missing") {
    const middle = written(scope, left.right);
    return new FormulaError(problem, `Write ${written(scope, left)} && ${middle} ${operator} ${written(scope, right)}.`, place);
  }
  if (pair.includes("boolean") && pair.includes("text")) return new FormulaError(problem, "Write true or false without quotes.", place);
  return new FormulaError(problem, "Compare values of one type.", place);
}

/** `a == b`, `a < b` and the like: two values of one type. */
export function checkComparison(scope: Scope, operator: ComparisonOperator, left: FormulaNode, right: FormulaNode, place: Place): FormulaNode {
  const bare = left.type === "missing" ? right : right.type === "missing" ? left : null;
  if (bare !== null) {
    const shown = written(scope, bare);
    const remedy = operator === "!=" ? `Write !is_missing(${shown}).` : `Write is_missing(${shown}).`;
    throw new FormulaError("Comparing with null never gives an answer: it is always missing.", remedy, place);
  }
  const pair = unified(left, right);
  if (pair === null) throw mismatch(scope, operator, left, right, place);
  if (pair[2] === "boolean" && operator !== "==" && operator !== "!=")
    throw new FormulaError(`${operator} has no meaning between conditions.`, "Compare them with == or !=, or combine them with && and ||.", place);
  return { kind: "comparison", operator, left: pair[0], right: pair[1], type: "boolean", ...place };
}

/** Two values of which one is taken: the branches of a choice, the sides of `??`. */
export function oneType(
  scope: Scope,
  left: FormulaNode,
  right: FormulaNode,
  what: string,
  place: Place,
): [FormulaNode, FormulaNode, FormulaNode["type"]] {
  const pair = unified(left, right);
  if (pair !== null) return pair;
  throw new FormulaError(
    `${written(scope, left)} is ${inWords(left.type)} and ${written(scope, right)} is ${inWords(right.type)}; ${what} needs one type.`,
    "Bring both to one type with text(…), number(…) or time(…).",
    place,
  );
}
