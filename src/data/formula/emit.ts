import type { Column } from "../../schema/column.ts";
import { safePattern } from "../../schema/formula/safe-pattern.ts";
import type { CallNode, ComparisonNode, ComparisonOperator, FormulaNode, LiteralNode, LogicalNode } from "../../schema/formula/tree.ts";
import { access, type Access } from "./access.ts";
import type { FormulaRun } from "./formula-run.ts";
import { instant } from "./functions/time-kernels.ts";
import { prefix } from "./register.ts";

const comparing: Record<ComparisonOperator, string> = {
  "==": "equal",
  "!=": "unequal",
  "<": "less",
  "<=": "at_most",
  ">": "greater",
  ">=": "at_least",
};
/** The comparison that certainly holds where another certainly fails, and nothing is missing. */
const opposite: Record<ComparisonOperator, ComparisonOperator> = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
const arithmetic: Readonly<Record<string, string>> = { "/": "divide", "%": "remainder", "**": "power" };

const numeric = (node: FormulaNode) => node.type === "number" || node.type === "integer" || node.type === "time";
/** Cheap enough to be computed twice, and sure to be the same both times. */
const simple = (node: FormulaNode) => node.kind === "column" || node.kind === "literal" || node.kind === "instant";

/**
 * Rewrites checked formulas into Arquero's expression language.
 *
 * Nothing a person wrote gets into the expression: columns become generated names, literals JSON, everything else our own words. There are
 * three ways to write a condition: its value (true, false or null), and the plain tests that it certainly holds or certainly fails, which need
 * no null and run at the speed of typed arrays. Each visits a node's parts once, so an expression is never much longer than its formula.
 */
export class Emitter {
  /** What the expression reads, by the names it uses. */
  readonly data: Record<string, Access> = {};
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly run: FormulaRun;
  private readonly aggregate: (node: CallNode) => string;
  private readonly names = new Map<string, string>();

  /** @param aggregate What stands for an aggregate's result in the expression. */
  constructor(columns: ReadonlyMap<string, Column>, run: FormulaRun, aggregate: (node: CallNode) => string) {
    this.columns = columns;
    this.run = run;
    this.aggregate = aggregate;
  }

  /** The expression of a node's value: NaN for a missing number or time, null for a missing text or truth value. */
  value(node: FormulaNode): string {
    switch (node.kind) {
      case "literal":
        return this.literal(node);
      case "instant":
        return `(${instant(this.run, node.text)})`;
      case "column":
        return this.plainBoolean(node.name) ? `(${this.codes(node.name)} === 1)` : this.column(node.name);
      case "unary":
        return node.operator === "-" ? `(-${this.value(node.operand)})` : this.call("not", [this.value(node.operand)]);
      case "arithmetic": {
        const sides = [this.value(node.left), this.value(node.right)];
        if (node.type === "text") return this.call("join", ["$.run", ...sides]);
        const name = arithmetic[node.operator];
        return name === undefined ? this.call("finite", ["$.run", sides.join(` ${node.operator} `)]) : this.call(name, ["$.run", ...sides]);
      }
      case "comparison":
        return this.call(comparing[node.operator], [this.value(node.left), this.value(node.right)]);
      case "logical":
        return this.logical(node);
      case "fallback":
        return `(${this.call("is_missing", [this.kept(node.left)])} ? ${this.value(node.right)} : ${this.call("kept", ["$.run"])})`;
      case "conditional": {
        const missing = numeric(node) ? "NaN" : "null";
        const test = `${this.kept(node.test)} === true`;
        const fails = `${this.call("kept", ["$.run"])} === false`;
        return `(${test} ? ${this.value(node.consequent)} : ${fails} ? ${this.value(node.alternate)} : ${missing})`;
      }
      case "call":
        return node.aggregate ? this.aggregate(node) : this.function(node);
    }
  }

  /** The expression that is true where a condition certainly holds, and false where it fails or is missing. */
  holds(node: FormulaNode): string {
    if (node.kind === "logical") return `(${this.holds(node.left)} ${node.operator} ${this.holds(node.right)})`;
    if (node.kind === "unary") return this.fails(node.operand);
    if (node.kind === "comparison") return this.compared(node, node.operator) ?? `(${this.value(node)} === true)`;
    if (node.kind === "call" && node.name === "is_missing") return this.missing(node.parameters[0]!);
    return `(${this.value(node)} === true)`;
  }

  /** The expression that is true where a condition certainly fails. */
  private fails(node: FormulaNode): string {
    if (node.kind === "logical") return `(${this.fails(node.left)} ${node.operator === "&&" ? "||" : "&&"} ${this.fails(node.right)})`;
    if (node.kind === "unary") return this.holds(node.operand);
    if (node.kind === "comparison") return this.compared(node, opposite[node.operator]) ?? `(${this.value(node)} === false)`;
    if (node.kind === "call" && node.name === "is_missing") return `(!${this.missing(node.parameters[0]!)})`;
    return `(${this.value(node)} === false)`;
  }

  /** A comparison as a plain test, where that is right for missing values too. */
  private compared(node: ComparisonNode, operator: ComparisonOperator): string | null {
    const { left, right } = node;
    if (numeric(left)) {
      if (operator === "!=" && !(simple(left) && simple(right))) return null;
      const [a, b] = [this.value(left), this.value(right)];
      if (operator === "!=") return `(${a} < ${b} || ${a} > ${b})`;
      return `(${a} ${operator === "==" ? "===" : operator} ${b})`;
    }
    if (left.type !== "text" || (operator !== "==" && operator !== "!=")) return null;
    if (left.kind === "column" && right.kind === "literal") return this.coded(left.name, operator, right);
    return right.kind === "column" && left.kind === "literal" ? this.coded(right.name, operator, left) : null;
  }

  /** Equality of a text column and a text, by the dictionary's code. */
  private coded(name: string, operator: "==" | "!=", literal: LiteralNode): string {
    if (literal.value === null) return "false";
    const code = this.columns.get(name)!.dictionary!.indexOf(String(literal.value));
    const codes = this.codes(name);
    if (operator === "==") return code < 0 ? "false" : `(${codes} === ${code})`;
    return `(${codes} >= 0 && ${codes} !== ${code})`;
  }

  private missing(node: FormulaNode): string {
    if (node.kind === "column" && node.type === "text") return `(${this.codes(node.name)} < 0)`;
    if (node.kind === "column" && numeric(node)) return `(${this.column(node.name)} !== ${this.column(node.name)})`;
    return this.call("is_missing", [this.value(node)]);
  }

  /** The right side is computed only where it matters, so that a check before a division keeps the division from being counted. */
  private logical({ operator, left, right }: LogicalNode): string {
    const settled = operator === "&&" ? "false" : "true";
    const both = this.call(operator === "&&" ? "and" : "or", [this.call("kept", ["$.run"]), this.value(right)]);
    return `(${this.kept(left)} === ${settled} ? ${settled} : ${both})`;
  }

  private function(node: CallNode): string {
    const { name, parameters } = node;
    if (name === "is_missing") return this.call(name, [this.value(parameters[0]!)]);
    if (name === "text") return this.asText(parameters[0]!);
    if (name === "concat") return this.call(name, ["$.run", ...parameters.map((one) => this.asText(one))]);
    if (name === "time" && parameters[0]!.type === "time") return this.value(parameters[0]!);
    if (name === "matches" || name === "extract") {
      const pattern = this.run.patterns.push(safePattern(String((parameters[1] as LiteralNode).value))) - 1;
      return this.call(name, ["$.run", this.value(parameters[0]!), String(pattern)]);
    }
    return this.call(name, ["$.run", ...parameters.map((one) => this.value(one))]);
  }

  private asText(node: FormulaNode): string {
    if (node.type === "text") return this.value(node);
    return this.call(node.type === "time" ? "text_of_time" : "text", ["$.run", this.value(node)]);
  }

  private kept(node: FormulaNode): string {
    return this.call("keep", ["$.run", this.value(node)]);
  }

  private call(name: string, values: string[]): string {
    return `${prefix}${name}(${values.join(", ")})`;
  }

  private literal({ value, type }: LiteralNode): string {
    if (value === null) return type === "number" || type === "integer" || type === "time" ? "NaN" : "null";
    return typeof value === "number" ? `(${value})` : JSON.stringify(value);
  }

  private plainBoolean(name: string): boolean {
    const column = this.columns.get(name)!;
    return column.type === "boolean" && column.valid === undefined;
  }

  private column(name: string): string {
    return this.named(`c:${name}`, () => access(this.columns.get(name)!));
  }

  /** The column's buffer as it is: codes of texts, ones and zeros of truth values. */
  private codes(name: string): string {
    return this.named(`k:${name}`, () => this.columns.get(name)!.values);
  }

  private named(key: string, made: () => Access): string {
    let name = this.names.get(key);
    if (name === undefined) {
      name = `x${this.names.size}`;
      this.names.set(key, name);
      this.data[name] = made();
    }
    return `d.${name}`;
  }
}
