import type { Condition } from "../conditions.ts";
import type { Json } from "../json.ts";
import type { ConditionsSpec, ParameterType, RulesSpec } from "../parameter.ts";
import { ruleMeasures, type DidRule, type PlaceRule, type Rule, type RuleMeasure, type SegmentRule, type SequenceRule } from "../rules.ts";
import { conditions } from "./conditions.ts";
import { duration } from "./duration.ts";
import { isRecord, wrong } from "./say.ts";
import { window } from "./window.ts";

const remedy = 'Write {"name":"loyal","rules":[{"did":[{"column":"event","is":"purchase"}],"atLeast":3,"within":"365 days"}]}, for example.';
const deepest = 16;
const on: ConditionsSpec = { type: "conditions", of: "from" };

type Raw = { [key: string]: Json };

const listOf = (raw: Json | undefined, name: string): Condition[] => conditions.read(raw ?? null, on, name);

function count(raw: Json | undefined, name: string): number {
  if (typeof raw === "number" && Number.isFinite(raw)) return raw;
  throw wrong(name, "a number", raw, 'Write "atLeast": 2, for example.');
}

function did(raw: Raw, name: string): DidRule {
  const measure = raw["measure"] ?? "times";
  if (!ruleMeasures.includes(measure as RuleMeasure)) throw wrong(name, `counted in ${ruleMeasures.join(", ")}`, measure, remedy);
  const bounded = raw["atLeast"] !== undefined || raw["atMost"] !== undefined;
  return {
    did: listOf(raw["did"], name),
    ...(measure === "times" ? {} : { measure: measure as RuleMeasure }),
    ...(raw["atLeast"] === undefined && bounded ? {} : { atLeast: count(raw["atLeast"] ?? 1, name) }),
    ...(raw["atMost"] === undefined ? {} : { atMost: count(raw["atMost"], name) }),
    ...(raw["within"] === undefined ? {} : { within: duration.read(raw["within"], { type: "duration" }, name) }),
    ...(raw["between"] === undefined ? {} : { between: window.read(raw["between"], { type: "window" }, name) }),
  };
}

function place(raw: Raw, name: string): PlaceRule {
  const of = raw["of"] === undefined ? {} : { of: listOf(raw["of"], name) };
  return "first" in raw ? { first: listOf(raw["first"], name), ...of } : { last: listOf(raw["last"], name), ...of };
}

function sequence(raw: Raw, name: string): SequenceRule {
  const steps = raw["sequence"];
  if (!Array.isArray(steps) || steps.length < 2 || steps.length > 8) throw wrong(name, "a sequence of 2 to 8 steps", steps, remedy);
  return {
    sequence: steps.map((step) => listOf(step, name)),
    ...(raw["within"] === undefined ? {} : { within: duration.read(raw["within"], { type: "duration" }, name) }),
    ...(raw["without"] === undefined ? {} : { without: listOf(raw["without"], name) }),
  };
}

function rule(raw: Json, name: string, depth: number): Rule {
  if (depth > deepest || !isRecord(raw)) throw wrong(name, depth > deepest ? "less deeply nested" : "a rule", raw, remedy);
  const list = (inner: Json | undefined) => (Array.isArray(inner) ? inner : [inner as Json]).map((item) => rule(item, name, depth + 1));
  if ("any" in raw) return { any: list(raw["any"]) };
  if ("all" in raw) return { all: list(raw["all"]) };
  if ("not" in raw) return { not: list(raw["not"]) };
  if ("did" in raw) return did(raw, name);
  if ("sequence" in raw) return sequence(raw, name);
  if ("first" in raw || "last" in raw) return place(raw, name);
  return listOf([raw], name)[0] as Rule;
}

function segment(raw: Json, name: string): SegmentRule {
  if (!isRecord(raw) || typeof raw["name"] !== "string" || raw["name"].trim() === "" || !Array.isArray(raw["rules"]))
    throw wrong(name, "segments, each with a name and rules", raw, remedy);
  const own = raw["name"].trim();
  return { name: own, rules: raw["rules"].map((item) => rule(item, `${name}.${own}`, 0)) };
}

/** The lists of conditions directly inside a rule. */
function inside(item: Rule): Condition[][] {
  if ("did" in item) return [item.did];
  if ("sequence" in item) return [...item.sequence, item.without ?? []];
  if ("first" in item) return [item.first, item.of ?? []];
  if ("last" in item) return [item.last, item.of ?? []];
  return "any" in item || "all" in item || "not" in item ? [] : [[item]];
}

/** The rules inside a rule. */
function parts(item: Rule): Rule[] {
  if ("any" in item) return item.any;
  if ("all" in item) return item.all;
  return "not" in item ? item.not : [];
}

const cellsOf = (rules: readonly Rule[]): string[] =>
  rules.flatMap((item) => [...cellsOf(parts(item)), ...inside(item).flatMap((list) => conditions.references(list))]);

function renameRule(item: Rule, from: string, to: string): Rule {
  const all = (list: Rule[]) => list.map((inner) => renameRule(inner, from, to));
  const within = (list: Condition[]) => conditions.rename(list, from, to);
  if ("any" in item) return { any: all(item.any) };
  if ("all" in item) return { all: all(item.all) };
  if ("not" in item) return { not: all(item.not) };
  if ("did" in item) return { ...item, did: within(item.did) };
  if ("sequence" in item)
    return { ...item, sequence: item.sequence.map(within), ...(item.without === undefined ? {} : { without: within(item.without) }) };
  const of = "of" in item && item.of !== undefined ? { of: within(item.of) } : {};
  if ("first" in item) return { ...item, first: within(item.first), ...of };
  if ("last" in item) return { ...item, last: within(item.last), ...of };
  return within([item])[0] as Rule;
}

/** Named segments, each with rules that its customers meet; a segment's name occurs once. */
export const rules: ParameterType<RulesSpec> = {
  fallback: (spec) => (spec.optional ? [] : undefined),
  read(raw, _spec, name) {
    if (!Array.isArray(raw) || raw.length === 0) throw wrong(name, "a list of segments", raw, remedy);
    const segments = raw.map((item) => segment(item, name));
    const names = segments.map((item) => item.name);
    const twice = names.find((item, at) => names.indexOf(item) !== at);
    if (twice !== undefined) throw wrong(name, "segments with different names", twice, `Give one of the two segments "${twice}" another name.`);
    return segments;
  },
  references: (value) => [...new Set(value.flatMap((item) => cellsOf(item.rules)))],
  rename: (value, from, to) => value.map((item) => ({ ...item, rules: item.rules.map((inner) => renameRule(inner, from, to)) })),
};
