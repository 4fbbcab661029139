import { controlKinds, type ControlKind, type ControlLine } from "../controls.ts";
import type { Json } from "../json.ts";
import type { ControlsSpec, ParameterType } from "../parameter.ts";
import { namePattern, renamed } from "../reference.ts";
import { isRecord, isTexts, wrong } from "./say.ts";
import { window } from "./window.ts";

const remedy = 'Write {"name":"period","kind":"grain","options":["week","month"],"value":"month"}, for example.';

type Raw = { [key: string]: Json };

/** The chosen value of a control, or the one it begins with where the file says none. */
function chosen(what: ControlKind, raw: Raw, options: readonly string[] | undefined, name: string): Json {
  const value = raw["value"] ?? null;
  if (what === "dates") return value === null ? null : window.read(value, { type: "window" }, name);
  if (what === "number") {
    const [min, max] = [raw["min"] ?? -Infinity, raw["max"] ?? Infinity] as [number, number];
    if (typeof value === "number" && value >= min && value <= max) return value;
    throw wrong(name, `a number${Number.isFinite(min) ? ` from ${min}` : ""}${Number.isFinite(max) ? ` to ${max}` : ""}`, value, remedy);
  }
  const isOpen = what === "channel" || what === "segment";
  if (value === null && isOpen) return null;
  if (value === null && what === "text") return "";
  if (value === null) return options![0]!;
  if (typeof value === "string" && (options === undefined || options.includes(value))) return value;
  throw wrong(name, options === undefined ? "text" : `one of ${options.map((word) => JSON.stringify(word)).join(", ")}`, value, remedy);
}

function line(raw: Json, param: string): ControlLine {
  if (!isRecord(raw)) throw wrong(param, "a list of controls", raw, remedy);
  const { name, label, from, column, min, max } = raw;
  if (typeof name !== "string" || !namePattern.test(name))
    throw wrong(param, "controls that each have a name of small letters, digits and _", name, remedy);
  const own = `${param}.${name}`;
  const kind = controlKinds.find((known) => known === raw["kind"]);
  if (kind === undefined) throw wrong(`${own}.kind`, `one of ${controlKinds.join(", ")}`, raw["kind"], remedy);
  const options = isTexts(raw["options"]) ? raw["options"] : undefined;
  const lists = kind === "grain" || kind === "choice";
  if ((lists && (options?.length ?? 0) === 0) || (raw["options"] !== undefined && options === undefined))
    throw wrong(`${own}.options`, "a list of what may be chosen", raw["options"], remedy);
  for (const [key, bound] of Object.entries({ min, max }))
    if (bound !== undefined && typeof bound !== "number") throw wrong(`${own}.${key}`, "a number", bound, remedy);
  return {
    name,
    kind,
    ...(typeof label === "string" && label.trim() !== "" ? { label } : {}),
    ...(typeof from === "string" && from !== "" ? { from } : {}),
    ...(typeof column === "string" && column !== "" ? { column } : {}),
    ...(options === undefined ? {} : { options }),
    ...(typeof min === "number" ? { min } : {}),
    ...(typeof max === "number" ? { max } : {}),
    value: chosen(kind, raw, options, `${own}.value`),
  };
}

/** What the reader may choose, a line for each control; a name occurs once. */
export const controls: ParameterType<ControlsSpec> = {
  fallback: () => undefined,
  read(raw, _spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of controls", raw, remedy);
    const lines = raw.map((item) => line(item, name));
    const twice = lines.find((item, at) => lines.findIndex((other) => other.name === item.name) !== at);
    if (twice !== undefined) throw wrong(name, "controls with different names", twice.name, `Give one of the two "${twice.name}" another name.`);
    return lines;
  },
  references: (value) => [...new Set(value.flatMap(({ from }) => from ?? []))],
  rename: (value, from, to) => value.map((item) => (item.from === undefined ? item : { ...item, from: renamed(item.from, from, to) })),
};
