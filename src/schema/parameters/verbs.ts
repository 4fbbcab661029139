import type { Json } from "../json.ts";
import type { ParameterType, VerbsSpec } from "../parameter.ts";
import { renamed } from "../reference.ts";
import { joinKinds, verbNames, windowKinds, type JoinVerb, type Verb, type VerbName, type WindowColumn, type WindowVerb } from "../verbs.ts";
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
  window: '{"window":{"orderby":["ordered_at"],"columns":{"nth":{"is":"row_number"}}}}',
  dedupe: '{"dedupe":["order_id"]}',
  sample: '{"sample":{"rows":1000,"seed":1}}',
  fold: '{"fold":{"columns":["web","store"],"key":"channel","value":"amount"}}',
  pivot: '{"pivot":{"column":"channel","value":"sum(amount)"}}',
  unroll: '{"unroll":{"column":"tags","by":","}}',
  concat: '{"concat":["orders_2024"]}',
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

const isName = (raw: Json | undefined): raw is string => typeof raw === "string" && raw !== "";

const isWhole = (raw: Json | undefined, least: number): raw is number => typeof raw === "number" && Number.isInteger(raw) && raw >= least;

function windowColumn(raw: Json): WindowColumn | null {
  if (!isRecord(raw)) return null;
  const is = windowKinds.find((kind) => kind === raw["is"]);
  const [of, by] = [raw["of"], raw["by"] ?? 1];
  if (is === undefined || !isWhole(by, 1)) return null;
  if (is === "row_number" || is === "rank") return { is };
  if (!isName(of)) return null;
  return is === "lag" || is === "lead" ? { is, of, by } : { is, of };
}

function window(raw: Json | undefined): WindowVerb | null {
  if (!isRecord(raw) || !isRecord(raw["columns"]) || Object.keys(raw["columns"]).length === 0) return null;
  const order = raw["orderby"] ?? [];
  const columns = Object.entries(raw["columns"]).map(([name, column]) => [name, windowColumn(column ?? null)] as const);
  if (!Array.isArray(order) || !order.every(isOrder) || columns.some(([, column]) => column === null)) return null;
  return {
    orderby: order.map((item) => (typeof item === "string" ? item : { desc: item.desc })),
    columns: Object.fromEntries(columns) as Record<string, WindowColumn>,
  };
}

/** The steps that change a table's form, in canonical form; null where they are not of the right one. */
function reshaping(key: VerbName, raw: Json | undefined): Verb | null {
  if (key === "window") {
    const made = window(raw);
    return made && { window: made };
  }
  if (key === "dedupe") return Array.isArray(raw) && raw.every(isName) ? { dedupe: raw } : null;
  if (key === "concat") return isTexts(raw) && raw.length > 0 ? { concat: raw } : null;
  if (!isRecord(raw)) return null;
  const { columns, column, key: named, value, by, rows } = raw;
  const seed = raw["seed"] ?? 1;
  if (key === "sample") return isWhole(rows, 1) && isWhole(seed, 0) ? { sample: { rows, seed } } : null;
  if (key === "fold")
    return isTexts(columns) && columns.length > 0 && isName(named) && isName(value) && named !== value
      ? { fold: { columns, key: named, value } }
      : null;
  if (key === "pivot") return isName(column) && isName(value) ? { pivot: { column, value } } : null;
  return isName(column) && isName(by) ? { unroll: { column, by } } : null;
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
    default: {
      const made = reshaping(key, value);
      if (made) return made;
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
  references: (value) => value.flatMap((item) => ("join" in item ? [item.join.from] : "concat" in item ? item.concat : [])),
  rename: (value, from, to) =>
    value.map((item) => {
      if ("concat" in item) return { concat: item.concat.map((name) => renamed(name, from, to)) };
      return "join" in item ? { join: { ...item.join, from: renamed(item.join.from, from, to) } } : item;
    }),
};
