import { FormulaError } from "./formula-error.ts";
import { UserError } from "../errors.ts";
import { signature, type FormulaFunction, type Parameter } from "./function-signature.ts";
import { safePattern } from "./safe-pattern.ts";
import { written, type Scope } from "./scope.ts";
import type { CallNode, ColumnNode, FormulaNode, ValueType } from "./tree.ts";
import { asType, commonType, inWords } from "./types.ts";

type Place = { start: number; end: number };

function checkCount(one: FormulaFunction, given: number, place: Place): void {
  const { parameters } = one;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  const most = parameters.some((parameter) => parameter.rest) ? Infinity : parameters.length;
  if (given >= least && given <= most) return;
  const wants = most === Infinity ? `at least ${least}` : least === most ? String(least) : `${least} or ${most}`;
  throw new FormulaError(
    `${one.name} takes ${wants} ${wants === "1" ? "value" : "values"}. Got ${given}.`,
    `Write ${signature(one)}, such as ${one.example.formula}.`,
    place,
  );
}

function checkWritten(scope: Scope, one: FormulaFunction, parameter: Parameter, node: FormulaNode): void {
  if (parameter.written === undefined) return;
  const isWritten = node.kind === "literal" && typeof node.value === (parameter.written === "number" ? "number" : "string");
  if (!isWritten)
    throw new FormulaError(
      `The ${parameter.name} of ${one.name} must be written out, not computed: ${written(scope, node)}.`,
      `Write it as in ${one.example.formula}.`,
      node,
    );
  if (parameter.choices && !parameter.choices.includes(String(node.value)))
    throw new FormulaError(
      `${JSON.stringify(node.value)} is no ${parameter.name} of ${one.name}.`,
      `Write one of ${parameter.choices.map((choice) => `"${choice}"`).join(", ")}.`,
      node,
    );
  if (parameter.written === "pattern") {
    try {
      safePattern(String(node.value));
    } catch (error) {
      if (error instanceof UserError) throw new FormulaError(error.message, error.remedy, node);
      throw error;
    }
  }
  checkRange(one, parameter, node);
}

/** Bounds of written numbers: what they mean, and what keeps a result from growing without end. */
function checkRange(one: FormulaFunction, parameter: Parameter, node: FormulaNode): void {
  if (node.kind !== "literal" || typeof node.value !== "number") return;
  const { value } = node;
  const refuse = (problem: string, remedy: string) => new FormulaError(problem, remedy, node);
  if (one.name === "round" && Math.abs(value) > 12) throw refuse(`round cannot round to ${value} digits.`, "Write −12 to 12 digits.");
  if (parameter.name === "length" && (value < 1 || value > 1_000))
    throw refuse(`${one.name} cannot fill up to ${value} characters.`, "Write a length from 1 to 1,000.");
  if (parameter.name === "p" && (value < 0 || value > 1)) throw refuse(`There is no quantile ${value}.`, "Write a share from 0 to 1, such as 0.9.");
}

function misfit(scope: Scope, one: FormulaFunction, parameter: Parameter, node: FormulaNode): FormulaError {
  const wants = [
    ...new Set(parameter.takes.map((type) => inWords(type === "integer" ? (parameter.takes.includes("number") ? "number" : type) : type))),
  ];
  const shown = written(scope, node);
  const problem = `${shown} is ${inWords(node.type)}; ${one.name} needs ${wants.join(" or ")}.`;
  const takes = (type: (typeof parameter.takes)[number]) => parameter.takes.includes(type);
  if (node.type === "boolean" && takes("number")) {
    const remedy = one.aggregate ? `Write count_if(${shown}) or share(${shown}).` : `Write (${shown} ? 1 : 0).`;
    return new FormulaError(problem, remedy, node);
  }
  if (node.type === "text" && takes("time")) {
    const remedy = node.kind === "literal" ? 'Write the date as "2025-01-31" or "2025-01-31 13:45".' : `Write time(${shown}).`;
    return new FormulaError(problem, remedy, node);
  }
  if (node.type === "text" && takes("number")) return new FormulaError(problem, `Write number(${shown}).`, node);
  if (node.type === "number" && takes("integer")) return new FormulaError(problem, `Write floor(${shown}).`, node);
  if (takes("text")) return new FormulaError(problem, `Write text(${shown}).`, node);
  if (takes("boolean")) return new FormulaError(problem, `Write a comparison, such as ${shown} > 0.`, node);
  return new FormulaError(problem, `Write ${signature(one)}, such as ${one.example.formula}.`, node);
}

/** One value as its parameter takes it. */
function fitted(scope: Scope, one: FormulaFunction, parameter: Parameter, node: FormulaNode): FormulaNode {
  if (node.type === "missing") return parameter.same ? node : asType(node, parameter.takes[0]!)!;
  if (parameter.takes.includes(node.type)) return node;
  const time = parameter.takes.includes("time") ? asType(node, "time") : null;
  if (time !== null) return time;
  throw misfit(scope, one, parameter, node);
}

/** All values of parameters marked `same`, brought to one type. */
function sameTyped(scope: Scope, one: FormulaFunction, nodes: FormulaNode[], parameters: readonly Parameter[], place: Place): ValueType {
  const marked = nodes.filter((_, index) => parameters[index]!.same);
  const anyTime = marked.some((node) => node.type === "time");
  let type: ValueType | null = anyTime ? "time" : "missing";
  for (const node of marked) {
    const next: ValueType | null = anyTime ? (asType(node, "time") === null ? null : "time") : commonType(type, node.type);
    if (next === null) {
      const other = marked.find((candidate) => candidate.type !== node.type && candidate.type !== "missing")!;
      throw new FormulaError(
        `${written(scope, other)} is ${inWords(other.type)} and ${written(scope, node)} is ${inWords(node.type)}; ${one.name} needs one type.`,
        "Bring them to one type with text(…), number(…) or time(…).",
        place,
      );
    }
    type = next;
  }
  if (type !== "missing") for (const [index, node] of nodes.entries()) if (parameters[index]!.same) nodes[index] = asType(node, type)!;
  return type;
}

function orderedEdges(nodes: FormulaNode[], place: Place): void {
  const edges = nodes.slice(1).map((node) => Number(node.kind === "literal" ? node.value : 0));
  if (edges.length === 1 && edges[0]! <= 0)
    throw new FormulaError(`bucket needs a width above 0. Got ${edges[0]}.`, "Write a width, such as 10, or several edges.", place);
  if (edges.some((edge, index) => index > 0 && edge <= edges[index - 1]!))
    throw new FormulaError("The edges of bucket must increase.", "Write them from the least to the greatest, such as bucket(x, 0, 10, 50).", place);
}

/** `x == a || x == b`, which is what one_of means, and what dictionary columns answer fastest. */
function anyEqual(column: ColumnNode, values: FormulaNode[], place: Place): FormulaNode {
  return values
    .map((value): FormulaNode => ({ kind: "comparison", operator: "==", left: column, right: value, type: "boolean", ...place }))
    .reduce((left, right) => ({ kind: "logical", operator: "||", left, right, type: "boolean", ...place }));
}

/** A call of one of our functions, with its values already checked, as a node; some are another way to write an operator. */
export function checkCall(scope: Scope, one: FormulaFunction, given: FormulaNode[], place: Place): FormulaNode {
  checkCount(one, given.length, place);
  const parameters = given.map((_, index) => one.parameters[Math.min(index, one.parameters.length - 1)]!);
  const nodes = given.map((node, index) => {
    checkWritten(scope, one, parameters[index]!, node);
    return fitted(scope, one, parameters[index]!, node);
  });
  const same = sameTyped(scope, one, nodes, parameters, place);
  const type = one.result === "same" ? same : one.result;
  if (one.name === "bucket") orderedEdges(nodes, place);
  if (one.name === "coalesce") return nodes.reduceRight((right, left) => ({ kind: "fallback", left, right, type, ...place }));
  if (one.name === "if_else") return { kind: "conditional", test: nodes[0]!, consequent: nodes[1]!, alternate: nodes[2]!, type, ...place };
  if (one.name === "one_of" && nodes[0]!.kind === "column" && nodes.length <= 33) return anyEqual(nodes[0], nodes.slice(1), place);
  if (one.name === "is_missing" && nodes[0]!.type === "missing") return { kind: "literal", value: true, type: "boolean", ...place };
  return { kind: "call", name: one.name, parameters: nodes, type, aggregate: one.aggregate === true, ...place } satisfies CallNode;
}
