import type { FormulaNode, ValueType } from "./tree.ts";
import { isoTime } from "./iso-time.ts";

const words: Record<ValueType, string> = {
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  time: "a time",
  text: "text",
  missing: "missing",
};

/** A type in words: "price is text", "a whole number". */
export function inWords(type: ValueType): string {
  return words[type];
}

/** Whether values of the type are numbers; a bare null may be one. */
export function isNumeric(type: ValueType): boolean {
  return type === "number" || type === "integer" || type === "missing";
}

/** The type that holds values of both, or null when there is none: whole numbers are numbers, and anything may be missing. */
export function commonType(left: ValueType, right: ValueType): ValueType | null {
  if (left === right || right === "missing") return left;
  if (left === "missing") return right;
  return isNumeric(left) && isNumeric(right) ? "number" : null;
}

/** The node as a value of a type that includes its own: a bare null becomes that type's, and an ISO text a time. Null where it cannot be. */
export function asType(node: FormulaNode, type: ValueType): FormulaNode | null {
  if (node.type === type) return node;
  if (node.type === "missing") return retype(node, type);
  if (type === "number" && node.type === "integer") return node;
  if (type === "time" && node.kind === "literal" && typeof node.value === "string" && isoTime(node.value) !== null)
    return { kind: "instant", text: node.value, type: "time", start: node.start, end: node.end };
  return null;
}

/** A missing value of a definite type; only bare nulls and choices between them have none. */
function retype(node: FormulaNode, type: ValueType): FormulaNode {
  if (node.kind === "conditional") return { ...node, type, consequent: retype(node.consequent, type), alternate: retype(node.alternate, type) };
  if (node.kind === "fallback") return { ...node, type, left: retype(node.left, type), right: retype(node.right, type) };
  return { ...node, type };
}

/** Two nodes brought to one type, or null when they have none in common. */
export function unified(left: FormulaNode, right: FormulaNode): [FormulaNode, FormulaNode, ValueType] | null {
  const type = left.type === "time" || right.type === "time" ? "time" : commonType(left.type, right.type);
  if (type === null) return null;
  const [a, b] = [asType(left, type), asType(right, type)];
  return a === null || b === null ? null : [a, b, type];
}
