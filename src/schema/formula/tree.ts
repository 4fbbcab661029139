import type { ColumnType } from "../column.ts";

/** What an expression gives. `missing` is only the type of a bare `null`, until its neighbours say what is missing. */
export type ValueType = ColumnType | "missing";

export type UnaryOperator = "-" | "!";
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "**";
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

interface Common {
  type: ValueType;
  /** Where it stands in the text: characters [start, end). */
  start: number;
  end: number;
}

export interface LiteralNode extends Common {
  kind: "literal";
  value: string | number | boolean | null;
}
/** A point in time written as ISO text; without an offset of its own it is in the notebook's zone. */
export interface InstantNode extends Common {
  kind: "instant";
  text: string;
}
export interface ColumnNode extends Common {
  kind: "column";
  name: string;
}
export interface UnaryNode extends Common {
  kind: "unary";
  operator: UnaryOperator;
  operand: FormulaNode;
}
/** Numbers; or two texts, with `+`. */
export interface ArithmeticNode extends Common {
  kind: "arithmetic";
  operator: ArithmeticOperator;
  left: FormulaNode;
  right: FormulaNode;
}
export interface ComparisonNode extends Common {
  kind: "comparison";
  operator: ComparisonOperator;
  left: FormulaNode;
  right: FormulaNode;
}
export interface LogicalNode extends Common {
  kind: "logical";
  operator: "&&" | "||";
  left: FormulaNode;
  right: FormulaNode;
}
/** The left where it is not missing, else the right. */
export interface FallbackNode extends Common {
  kind: "fallback";
  left: FormulaNode;
  right: FormulaNode;
}
export interface ConditionalNode extends Common {
  kind: "conditional";
  test: FormulaNode;
  consequent: FormulaNode;
  alternate: FormulaNode;
}
export interface CallNode extends Common {
  kind: "call";
  name: string;
  parameters: FormulaNode[];
  aggregate: boolean;
}

/** One node of a checked formula. Every node knows what it gives. */
export type FormulaNode =
  | LiteralNode
  | InstantNode
  | ColumnNode
  | UnaryNode
  | ArithmeticNode
  | ComparisonNode
  | LogicalNode
  | FallbackNode
  | ConditionalNode
  | CallNode;

/** The nodes directly below one. */
export function children(node: FormulaNode): FormulaNode[] {
  switch (node.kind) {
    case "unary":
      return [node.operand];
    case "arithmetic":
    case "comparison":
    case "logical":
    case "fallback":
      return [node.left, node.right];
    case "conditional":
      return [node.test, node.consequent, node.alternate];
    case "call":
      return node.parameters;
    case "literal":
    case "instant":
    case "column":
      return [];
  }
}
