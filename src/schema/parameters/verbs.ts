import type { Json } from "../json.ts";
import type { ParameterType, VerbsSpec } from "../parameter.ts";
import { renamed } from "../reference.ts";
import { joinKinds, verbNames, type JoinVerb, type Verb, type VerbName } from "../verbs.ts";
import { isRecord, isTexts, wrong } from "./say.ts";

const examples: Record<VerbName, string> = {
  filter: '{"filter":"quantity > 0"}',
  derive: '{"derive":{"amount":"quantity * price"}}',
  select: '{"select":["customer","amount"]}',
  rename: '{"rename":{"old name":"new_name"}}',
  groupby: '{"groupby":["country"]}',
  rollup: '{"rollup":{"revenue":"sum(amount)"}}',
  orderby: '{"orderby":["country",{"desc":"amount"}]}',
  join: '{"join":{"from":"crm","on":["customer_id"],"how":"left"}}',
};

const isFormulas = (raw: Json | undefined): raw is Record<string, string> =>
  isRecord(raw) && Object.keys(raw).length > 0 && Object.values(raw).every((text) => typeof text === "string" && text !== "");

const isOrder = (raw: Json): raw is string | { desc: string } => typeof raw === "string" || (isRecord(raw) && typeof raw["desc"] === "string");

function join(raw: Json | undefined): JoinVerb | null {
  if (!isRecord(raw) || typeof raw["from"] !== "string" || !(isTexts(raw["on"]) || isFormulas(raw["on"]))) return null;
  const how = joinKinds.find((kind) => kind === raw["how"]);
  if (raw["how"] !== undefined && how === undefined) return null;
  return { from: raw["from"], on: raw["on"], how: how ?? "left" };
}

function verb(raw: Json, name: string): Verb {
  const key = isRecord(raw) ? verbNames.find((word) => word in raw) : undefined;
  if (!isRecord(raw) || key === undefined || Object.keys(raw).length !== 1)
    throw wrong(name, `a list of steps (${verbNames.join(", ")})`, raw, `Write ${examples.filter}, for example.`);
  const value = raw[key];
  const suits = () => wrong(name, `a ${key} step of the right form`, raw, `Write ${examples[key]}, for example.`);
  switch (key) {
    case "filter":
      if (typeof value === "string" && value.trim() !== "") return { filter: value.trim() };
      throw suits();
    case "derive":
    case "rollup":
    case "rename":
      if (isFormulas(value)) return { [key]: value } as Verb;
      throw suits();
    case "select":
    case "groupby":
      if (isTexts(value)) return { [key]: value } as Verb;
      throw suits();
    case "orderby":
      if (Array.isArray(value) && value.every(isOrder))
        return { orderby: value.map((item) => (typeof item === "string" ? item : { desc: item.desc })) };
      throw suits();
    case "join": {
      const joined = join(value);
      if (joined) return { join: joined };
      throw suits();
    }
  }
}

/** The steps of a table cell, in order. */
export const verbs: ParameterType<VerbsSpec> = {
  fallback: () => [],
  read(raw, _spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of steps", raw, `Write ${examples.filter}, for example.`);
    return raw.map((item) => verb(item, name));
  },
  references: (value) => value.flatMap((item) => ("join" in item ? [item.join.from] : [])),
  rename: (value, from, to) => value.map((item) => ("join" in item ? { join: { ...item.join, from: renamed(item.join.from, from, to) } } : item)),
};
