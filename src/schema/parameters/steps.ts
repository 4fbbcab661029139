import type { Condition } from "../conditions.ts";
import type { Json } from "../json.ts";
import type { ConditionsSpec, ParameterType, StepsSpec } from "../parameter.ts";
import { mostSteps, type FunnelStep } from "../steps.ts";
import { conditions } from "./conditions.ts";
import { duration } from "./duration.ts";
import { isRecord, wrong } from "./say.ts";

const remedy = 'Write {"where":[{"column":"event","is":"add_to_cart"}]}, for example.';
const on: ConditionsSpec = { type: "conditions", of: "from" };

function step(raw: Json, name: string): FunnelStep {
  if (!isRecord(raw)) throw wrong(name, "a list of steps", raw, remedy);
  const { name: own, where, within, except, anchored } = raw;
  if (own !== undefined && typeof own !== "string") throw wrong(name, "steps whose name is text", own, remedy);
  if (anchored !== undefined && typeof anchored !== "boolean") throw wrong(name, "anchored or not", anchored, 'Write "anchored": true.');
  const excluded = except === undefined ? [] : conditions.read(except, on, name);
  return {
    ...(own === undefined || own.trim() === "" ? {} : { name: own.trim() }),
    where: conditions.read(where ?? null, on, name),
    ...(within === undefined ? {} : { within: duration.read(within, { type: "duration" }, name) }),
    ...(excluded.length === 0 ? {} : { except: excluded }),
    ...(anchored === true ? { anchored } : {}),
  };
}

/** Steps in their order, from two to fifty. */
export const steps: ParameterType<StepsSpec> = {
  fallback: () => undefined,
  read(raw, _spec, name) {
    if (!Array.isArray(raw) || raw.length < 2 || raw.length > mostSteps) throw wrong(name, `a list of 2 to ${mostSteps} steps`, raw, remedy);
    return raw.map((item) => step(item, name));
  },
  references: (value) => [...new Set(value.flatMap(({ where, except = [] }) => conditions.references([...where, ...except])))],
  rename(value, from, to) {
    const all = (list: Condition[]) => conditions.rename(list, from, to);
    return value.map((item) => ({ ...item, where: all(item.where), ...(item.except === undefined ? {} : { except: all(item.except) }) }));
  },
};
