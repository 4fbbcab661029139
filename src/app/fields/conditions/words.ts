import type { Condition, Operator } from "../../../schema/conditions.ts";
import type { Json } from "../../../schema/json.ts";

/** An operator in words, as a chip says it. */
export const operatorWords: Record<Operator, string> = {
  is: "is",
  isNot: "is not",
  in: "is one of",
  notIn: "is none of",
  atLeast: "at least",
  atMost: "at most",
  above: "above",
  below: "below",
  contains: "contains",
  matches: "matches",
  missing: "is missing",
};

/** A value as a chip or an input shows it: texts as they are, lists with commas. */
export function valueWords(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
}

/** The operator a column condition uses. */
export function operatorOf(condition: Condition): Operator {
  return (Object.keys(operatorWords) as Operator[]).find((operator) => operator in condition) ?? "is";
}

/**
 * A condition in words.
 *
 * @example conditionWords({ column: "event", is: "purchase" }) // "event is purchase"
 */
export function conditionWords(condition: Condition): string {
  if ("column" in condition) {
    const operator = operatorOf(condition);
    if (operator === "missing") return `${condition.column} is ${condition.missing === false ? "not missing" : "missing"}`;
    return `${condition.column} ${operatorWords[operator]} ${valueWords(condition[operator])}`;
  }
  const list = (inner: Condition[], word: string) => inner.map(conditionWords).join(` ${word} `);
  if ("any" in condition) return list(condition.any, "or");
  if ("all" in condition) return list(condition.all, "and");
  if ("not" in condition) return `not (${list(condition.not, "and")})`;
  const { cell, segment, row } = condition.in;
  return `in ${cell}${segment === undefined ? "" : ` ${segment}`}${row === undefined ? "" : ` (${valueWords(Object.values(row))})`}`;
}
