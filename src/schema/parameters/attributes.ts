import type { Json } from "../json.ts";
import type { AttributeLine } from "../mapping.ts";
import type { AttributesSpec, ParameterType } from "../parameter.ts";
import { renamed } from "../reference.ts";
import { isRecord, isTexts, wrong } from "./say.ts";

const remedy = 'Write {"from":"crm","customer":"id","columns":["country","plan"]}, for example.';

function line(raw: Json, name: string): AttributeLine {
  if (!isRecord(raw) || typeof raw["from"] !== "string" || typeof raw["customer"] !== "string" || !isTexts(raw["columns"])) {
    throw wrong(name, "lines with a table (from), its customer column and columns", raw, remedy);
  }
  const asOf = raw["asOf"];
  if (asOf !== undefined && typeof asOf !== "string") throw wrong(`${name}.asOf`, "the column that says since when a row holds", asOf, remedy);
  return { from: raw["from"], customer: raw["customer"], columns: raw["columns"], ...(asOf === undefined ? {} : { asOf }) };
}

/** The lines of a journey that say what customers are, rather than what they did. */
export const attributes: ParameterType<AttributesSpec> = {
  fallback: () => [],
  read(raw, _spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of tables and their columns", raw, remedy);
    return raw.map((item) => line(item, name));
  },
  references: (value) => value.map((item) => item.from),
  rename: (value, from, to) => value.map((item) => ({ ...item, from: renamed(item.from, from, to) })),
};
