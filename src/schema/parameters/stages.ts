import type { Json } from "../json.ts";
import type { ParameterType, StagesSpec } from "../parameter.ts";
import { stageStates, type StageRule, type StateCondition } from "../stages.ts";
import { conditions } from "./conditions.ts";
import { isRecord, wrong } from "./say.ts";

const remedy =
  'Write {"stage":"retention","where":[{"column":"event","is":"purchase"}],"state":[{"of":"purchases","atLeast":1}]}, for example; a state is of purchases, days_since_purchase, events or last_nps.';

const isBound = (raw: Json | undefined): raw is number | undefined => raw === undefined || (typeof raw === "number" && Number.isFinite(raw));

function state(raw: Json, name: string): StateCondition {
  const of = isRecord(raw) ? stageStates.find((word) => word === raw["of"]) : undefined;
  if (!isRecord(raw) || of === undefined) throw wrong(name, "what held before an event", raw, remedy);
  const { atLeast, atMost } = raw;
  if (!isBound(atLeast) || !isBound(atMost) || (atLeast === undefined && atMost === undefined))
    throw wrong(name, 'a state with "atLeast" or "atMost" and a number', raw, remedy);
  return { of, ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
}

function rule(raw: Json, spec: StagesSpec, name: string): StageRule {
  const stage = isRecord(raw) && typeof raw["stage"] === "string" ? raw["stage"].trim() : "";
  if (!isRecord(raw) || stage === "") throw wrong(name, "rules that each name a stage", raw, remedy);
  const where = conditions.read(raw["where"] ?? [], { type: "conditions", of: spec.of }, `${name}.where`);
  const states = raw["state"] ?? [];
  if (!Array.isArray(states)) throw wrong(`${name}.state`, "a list of states", states, remedy);
  return { stage, where, ...(states.length === 0 ? {} : { state: states.map((item) => state(item, `${name}.state`)) }) };
}

/** Which events are of which stage, the first rule that holds deciding. */
export const stages: ParameterType<StagesSpec> = {
  fallback: (spec) => (spec.optional ? [] : undefined),
  read(raw, spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of stages", raw, remedy);
    return raw.map((item) => rule(item, spec, name));
  },
  references: (value) => [...new Set(value.flatMap(({ where }) => conditions.references(where)))],
  rename: (value, from, to) => value.map((item) => ({ ...item, where: conditions.rename(item.where, from, to) })),
};
