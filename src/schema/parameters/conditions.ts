import { operators, type Condition, type MembershipCondition, type Operator } from "../conditions.ts";
import type { Json } from "../json.ts";
import type { ConditionsSpec, ParameterType } from "../parameter.ts";
import { isRecord, wrong } from "./say.ts";

const remedy = 'Write conditions such as {"column":"event","is":"purchase"}, nested by "any", "all" or "not".';
const deepest = 32;

function isScalar(raw: Json | undefined): raw is string | number | boolean {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean";
}

function operand(operator: Operator, raw: Json | undefined, name: string): Json {
  if (operator === "missing" && typeof raw === "boolean") return raw;
  if ((operator === "in" || operator === "notIn") && Array.isArray(raw) && raw.every(isScalar)) return raw;
  if ((operator === "contains" || operator === "matches") && typeof raw === "string") return raw;
  if (!["missing", "in", "notIn", "contains", "matches"].includes(operator) && isScalar(raw)) return raw;
  throw wrong(name, `a condition with a value that suits "${operator}"`, raw, remedy);
}

function membership(raw: { [key: string]: Json }, name: string): MembershipCondition {
  const { cell, table, row, segment } = raw;
  if (typeof cell !== "string") throw wrong(name, 'a mark or a segment of a cell ("in")', raw, remedy);
  return {
    in: {
      cell,
      ...(typeof table === "string" ? { table } : {}),
      ...(isRecord(row) ? { row } : {}),
      ...(typeof segment === "string" ? { segment } : {}),
    },
  };
}

function condition(raw: Json, name: string, depth: number): Condition {
  if (depth > deepest || !isRecord(raw)) throw wrong(name, depth > deepest ? "less deeply nested" : "a list of conditions", raw, remedy);
  const list = (inner: Json | undefined) => (Array.isArray(inner) ? inner : [inner as Json]).map((item) => condition(item, name, depth + 1));
  if ("any" in raw) return { any: list(raw["any"]) };
  if ("all" in raw) return { all: list(raw["all"]) };
  if ("not" in raw) return { not: list(raw["not"]) };
  if (isRecord(raw["in"])) return membership(raw["in"], name);
  const used = operators.filter((operator) => operator in raw);
  if (typeof raw["column"] !== "string" || raw["column"] === "" || used.length !== 1) throw wrong(name, "a column and one comparison", raw, remedy);
  return { column: raw["column"], [used[0]!]: operand(used[0]!, raw[used[0]!], name) };
}

function cells(list: readonly Condition[]): string[] {
  return list.flatMap((item) => {
    if ("column" in item) return [];
    if ("any" in item) return cells(item.any);
    if ("all" in item) return cells(item.all);
    if ("not" in item) return cells(item.not);
    return [item.in.cell];
  });
}

function renameIn(item: Condition, from: string, to: string): Condition {
  const all = (list: Condition[]) => list.map((inner) => renameIn(inner, from, to));
  if ("column" in item) return item;
  if ("any" in item) return { any: all(item.any) };
  if ("all" in item) return { all: all(item.all) };
  if ("not" in item) return { not: all(item.not) };
  return item.in.cell === from ? { in: { ...item.in, cell: to } } : item;
}

/** A list of conditions, all of which must hold. */
export const conditions: ParameterType<ConditionsSpec> = {
  fallback: (spec) => (spec.optional ? [] : undefined),
  read(raw, _spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of conditions", raw, remedy);
    return raw.map((item) => condition(item, name, 0));
  },
  references: cells,
  rename: (value, from, to) => value.map((item) => renameIn(item, from, to)),
};
