import type { Json } from "../../schema/json.ts";
import type { ParamSchema, RawParams } from "../../schema/parameter.ts";
import { parameterType } from "../../schema/parameters.ts";
import { canonicalParams } from "../file/canonical-params.ts";

/**
 * How a cell's parameters differ, a phrase each. Values count in their canonical form, so that a default written out is no change.
 *
 * @example paramChanges({}, { grain: "month" }, { grain: "week" }) // ["grain month → week"]
 */
export function paramChanges(schema: ParamSchema, before: RawParams, after: RawParams): string[] {
  const [old, now] = [canonicalParams(schema, before), canonicalParams(schema, after)];
  return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((key) => {
    const [from, to] = [old[key], now[key]];
    const isSame = JSON.stringify(from ?? fallback(schema, key)) === JSON.stringify(to ?? fallback(schema, key));
    return isSame ? [] : [phrase(key, from, to)];
  });
}

function fallback(schema: ParamSchema, key: string): Json | undefined {
  const spec = Object.hasOwn(schema, key) ? schema[key] : undefined;
  return spec === undefined ? undefined : (parameterType(spec).fallback(spec) as Json | undefined);
}

/** What became of one value, in words. */
export function phrase(key: string, from: Json | undefined, to: Json | undefined): string {
  if (to === undefined) return `${key} no longer set (was ${shown(from!)})`;
  if (from === undefined) return `${key} set to ${shown(to)}`;
  if (Array.isArray(from) && Array.isArray(to)) {
    const [gone, come] = [without(from, to), without(to, from)];
    if (gone.length + come.length === 0) return `${key} in another order`;
    const parts = [...gone.map((item) => `without ${shown(item)}`), ...come.map((item) => `with ${shown(item)}`)];
    return `${key} ${parts.join(", ")}`;
  }
  return `${key} ${shown(from)} → ${shown(to)}`;
}

function without(list: Json[], other: Json[]): Json[] {
  const there = new Set(other.map((item) => JSON.stringify(item)));
  return list.filter((item) => !there.has(JSON.stringify(item)));
}

function shown(value: Json): string {
  const text = typeof value === "string" && value !== "" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
