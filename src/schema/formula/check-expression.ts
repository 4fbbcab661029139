import type { AnyNode, BinaryExpression, CallExpression, Literal, LogicalExpression, UnaryExpression } from "acorn";
import { checkCall } from "./check-call.ts";
import { checkArithmetic, checkComparison, checkUnary, condition, oneType } from "./check-operators.ts";
import { FormulaError } from "./formula-error.ts";
import { signature } from "./function-signature.ts";
import { functionTable } from "./function-table.ts";
import { depthLimit, tooDeep } from "./read-expression.ts";
import { notAllowed, refusal } from "./refusal.ts";
import { calledHere, unknownColumn, written, type Scope } from "./scope.ts";
import type { ArithmeticOperator, ComparisonOperator, FormulaNode } from "./tree.ts";

type Place = { start: number; end: number };

const mostNodes = 1_000;
const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  "==": "==",
  "===": "==",
  "!=": "!=",
  "!==": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const arithmetic: readonly string[] = ["+", "-", "*", "/", "%", "**"] satisfies ArithmeticOperator[];
const otherOperators: Readonly<Record<string, string>> = {
  in: "Write one_of(x, a, b).",
  instanceof: "Write is_missing(x) to ask whether there is a value.",
  "&": "Write && for and.",
  "|": "Write || for or.",
  "^": "Write ** for a power.",
  typeof: "A column's type is shown beside its name.",
  void: "Write null for a missing value.",
  delete: "Write an expression of columns.",
  "~": "Write ! for not.",
};

function literal(scope: Scope, node: Literal): FormulaNode {
  const place = { start: node.start, end: node.end };
  const { value } = node;
  if (node.regex) throw notAllowed(place, scope.text, "a pattern between slashes", 'Write matches(x, "…"), with the pattern in double quotes.');
  if (typeof value === "bigint") throw notAllowed(place, scope.text, "a number with n", "Write it without the n.");
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new FormulaError(`${written(scope, place)} is too large a number.`, "Write a number below 1e308.", place);
    return { kind: "literal", value, type: Number.isSafeInteger(value) && !/[.e]/i.test(node.raw ?? "") ? "integer" : "number", ...place };
  }
  if (value === null) return { kind: "literal", value, type: "missing", ...place };
  if (typeof value === "boolean") return { kind: "literal", value, type: "boolean", ...place };
  return { kind: "literal", value: String(value), type: "text", ...place };
}

function column(scope: Scope, name: string, place: Place): FormulaNode {
  const type = scope.columns.get(name);
  if (type === undefined) throw unknownColumn(scope, name, place);
  if (scope.aggregate && scope.inside === null)
    throw new FormulaError(
      `${written(scope, place)} stands outside an aggregate: there are many rows in a group, and one value is needed.`,
      `Write ${type === "number" || type === "integer" ? "sum" : "first"}(${written(scope, place)}) or another aggregate; what the groups are by is a column already.`,
      place,
    );
  scope.used.add(name);
  return { kind: "column", name, type, ...place };
}

function call(scope: Scope, node: CallExpression, depth: number): FormulaNode {
  const place = { start: node.start, end: node.end };
  const { callee } = node;
  if (callee.type === "MemberExpression" && callee.property.type === "Identifier") {
    const here = calledHere(callee.property.name);
    const remedy = here === null ? "Write one of our functions by its name alone." : `Write ${here}(${written(scope, callee.object)}).`;
    throw notAllowed(place, scope.text, "a method call", remedy);
  }
  if (callee.type !== "Identifier" || node.optional)
    throw notAllowed(place, scope.text, "such a call", "Write a function's name and its values, such as round(x, 2).");
  if (callee.name === "col") {
    const [first] = node.arguments;
    if (node.arguments.length === 1 && first?.type === "Literal" && typeof first.value === "string") return column(scope, first.value, place);
    throw new FormulaError("col takes the name of one column, in quotes.", 'Write col("Customer ID").', place);
  }
  const one = functionTable.get(callee.name);
  if (one === undefined) {
    const here = calledHere(callee.name);
    const known = here === null ? undefined : functionTable.get(here);
    const remedy = here === null ? "Choose one from the list of functions." : `Did you mean ${known ? signature(known) : `the operator ${here}`}?`;
    throw new FormulaError(`There is no function "${callee.name}" (column ${place.start + 1} of the formula).`, remedy, callee);
  }
  if (one.aggregate && scope.inside !== null)
    throw new FormulaError(`${one.name} stands inside ${scope.inside}.`, "Make the inner aggregate in a step of its own, and use its name.", place);
  const inner = one.aggregate ? { ...scope, inside: one.name } : scope;
  const values = node.arguments.map((argument) => check(inner, argument, depth + 1));
  scope.nodes = Math.max(scope.nodes, inner.nodes);
  return checkCall(scope, one, values, place);
}

function unary(scope: Scope, node: UnaryExpression, depth: number): FormulaNode {
  const place = { start: node.start, end: node.end };
  const { operator } = node;
  if (operator !== "-" && operator !== "!" && operator !== "+") throw notAllowed(place, scope.text, operator, otherOperators[operator]!);
  const operand = check(scope, node.argument, depth + 1);
  if (operator !== "+") return checkUnary(scope, operator, operand, place);
  checkUnary(scope, "-", operand, place);
  return operand;
}

function binary(scope: Scope, node: BinaryExpression, depth: number): FormulaNode {
  const place = { start: node.start, end: node.end };
  const comparison = comparisons[node.operator];
  const known = comparison !== undefined || arithmetic.includes(node.operator);
  if (!known) throw notAllowed(place, scope.text, node.operator, otherOperators[node.operator] ?? "Write * or / with a power of 2.");
  const left = check(scope, node.left, depth + 1);
  const right = check(scope, node.right, depth + 1);
  if (comparison !== undefined) return checkComparison(scope, comparison, left, right, place);
  return checkArithmetic(scope, node.operator as ArithmeticOperator, left, right, place);
}

function logical(scope: Scope, node: LogicalExpression, depth: number): FormulaNode {
  const place = { start: node.start, end: node.end };
  const { operator } = node;
  const left = check(scope, node.left, depth + 1);
  const right = check(scope, node.right, depth + 1);
  if (operator === "??") {
    const [a, b, type] = oneType(scope, left, right, "??", place);
    return { kind: "fallback", left: a, right: b, type, ...place };
  }
  return { kind: "logical", operator, left: condition(scope, left, operator), right: condition(scope, right, operator), type: "boolean", ...place };
}

/**
 * Checks a parsed expression against the allowlist and gives every node its type.
 *
 * @throws {FormulaError} At the first thing that formulas do not have, that is unknown, or whose types do not fit.
 */
export function check(scope: Scope, node: AnyNode, depth: number): FormulaNode {
  if (depth > depthLimit) tooDeep(node.start);
  scope.nodes += 1;
  if (scope.nodes > mostNodes)
    throw new FormulaError(
      `The formula has more than ${mostNodes} parts.`,
      "Split it: derive a part of it in a step before, and use its name.",
      node,
    );
  const place = { start: node.start, end: node.end };
  switch (node.type) {
    case "ParenthesizedExpression":
      return check(scope, node.expression, depth);
    case "Literal":
      return literal(scope, node);
    case "TemplateLiteral": {
      const words = node.quasis[0]?.value.cooked;
      if (node.expressions.length > 0 || typeof words !== "string") throw refusal(node, scope.text);
      return { kind: "literal", value: words, type: "text", ...place };
    }
    case "Identifier":
      return column(scope, node.name, place);
    case "UnaryExpression":
      return unary(scope, node, depth);
    case "BinaryExpression":
      return binary(scope, node, depth);
    case "LogicalExpression":
      return logical(scope, node, depth);
    case "ConditionalExpression": {
      const test = condition(scope, check(scope, node.test, depth + 1), "?");
      const [consequent, alternate, type] = oneType(
        scope,
        check(scope, node.consequent, depth + 1),
        check(scope, node.alternate, depth + 1),
        "? :",
        place,
      );
      return { kind: "conditional", test, consequent, alternate, type, ...place };
    }
    case "CallExpression":
      return call(scope, node, depth);
    default:
      throw refusal(node, scope.text);
  }
}
