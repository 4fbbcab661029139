import type { Json } from "../json.ts";
import { roles, type EventLine, type RoleValue } from "../mapping.ts";
import type { MappingSpec, ParameterType } from "../parameter.ts";
import { renamed } from "../reference.ts";
import { conditions } from "./conditions.ts";
import { isRecord, isTexts, wrong } from "./say.ts";

const remedy = 'Write {"from":"orders","customer":"customer_id","time":"ordered_at","event":"=purchase"}, for example.';
const scales = ["nps", "csat", "ces"] as const;

function role(raw: Json, name: string): RoleValue {
  if (typeof raw === "string" && raw !== "") return raw;
  if (isTexts(raw) && raw.length > 0) return raw.length === 1 ? raw[0]! : raw;
  throw wrong(name, "a column, a list of columns, or a constant", raw, 'Write "customer_id", ["user_id","anonymous_id"] or "=purchase".');
}

function line(raw: Json, name: string): EventLine {
  if (!isRecord(raw) || typeof raw["from"] !== "string") throw wrong(name, "lines that each name a table (from)", raw, remedy);
  for (const needed of ["customer", "time", "event"]) {
    if (!(needed in raw)) throw wrong(name, `lines that each say which column is the ${needed}`, raw, remedy);
  }
  const found: Record<string, unknown> = { from: raw["from"] };
  for (const key of roles) {
    if (key in raw) found[key] = role(raw[key]!, `${name}.${key}`);
  }
  const scale = scales.find((word) => word === raw["scale"]);
  if (raw["scale"] !== undefined && scale === undefined)
    throw wrong(`${name}.scale`, '"nps", "csat" or "ces"', raw["scale"]!, 'Write "nps" for 0 to 10.');
  if (scale !== undefined) found["scale"] = scale;
  if (raw["where"] !== undefined) found["where"] = conditions.read(raw["where"], { type: "conditions", of: "from" }, `${name}.where`);
  return found as unknown as EventLine;
}

/** The lines of a journey, one per table and event. */
export const mapping: ParameterType<MappingSpec> = {
  fallback: () => undefined,
  read(raw, _spec, name) {
    if (!Array.isArray(raw) || raw.length === 0) throw wrong(name, "a list of tables and their columns' roles", raw, remedy);
    return raw.map((item) => line(item, name));
  },
  references: (value) => value.flatMap((item) => [item.from, ...conditions.references(item.where ?? [])]),
  rename: (value, from, to) =>
    value.map((item) => ({
      ...item,
      from: renamed(item.from, from, to),
      ...(item.where === undefined ? {} : { where: conditions.rename(item.where, from, to) }),
    })),
};
