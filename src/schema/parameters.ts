import { UserError } from "./errors.ts";
import type { Json } from "./json.ts";
import type { ParameterType, ParamSchema, ParamSpec, RawParams, Values } from "./parameter.ts";
import { attributes } from "./parameters/attributes.ts";
import { breakdown } from "./parameters/breakdown.ts";
import { choice } from "./parameters/choice.ts";
import { column } from "./parameters/column.ts";
import { columns } from "./parameters/columns.ts";
import { conditions } from "./parameters/conditions.ts";
import { controls } from "./parameters/controls.ts";
import { duration } from "./parameters/duration.ts";
import { exclusions } from "./parameters/exclusions.ts";
import { file } from "./parameters/file.ts";
import { flag } from "./parameters/flag.ts";
import { formula } from "./parameters/formula.ts";
import { input } from "./parameters/input.ts";
import { map } from "./parameters/map.ts";
import { mapping } from "./parameters/mapping.ts";
import { number } from "./parameters/number.ts";
import { pin } from "./parameters/pin.ts";
import { ranges } from "./parameters/ranges.ts";
import { rules } from "./parameters/rules.ts";
import { steps } from "./parameters/steps.ts";
import { stages } from "./parameters/stages.ts";
import { text } from "./parameters/text.ts";
import { verbs } from "./parameters/verbs.ts";
import { weights } from "./parameters/weights.ts";
import { window } from "./parameters/window.ts";
import { windows } from "./parameters/windows.ts";

const types: { [T in ParamSpec["type"]]: ParameterType<Extract<ParamSpec, { type: T }>> } = {
  input,
  column,
  columns,
  choice,
  number,
  duration,
  flag,
  text,
  conditions,
  breakdown,
  formula,
  verbs,
  mapping,
  attributes,
  file,
  window,
  windows,
  ranges,
  weights,
  map,
  rules,
  stages,
  steps,
  controls,
  pin,
  exclusions,
};

/** What is known of a parameter's type. */
export function parameterType(spec: ParamSpec): ParameterType<ParamSpec> {
  return types[spec.type] as unknown as ParameterType<ParamSpec>;
}

/** The control a value is taken from, as in `{"control": "period"}`; null where it stands for itself. */
export function controlOf(raw: Json | undefined): string | null {
  const isControl =
    typeof raw === "object" && raw !== null && !Array.isArray(raw) && Object.keys(raw).length === 1 && typeof raw["control"] === "string";
  return isControl ? (raw["control"] as string) : null;
}

/**
 * One parameter's value, checked and in canonical form, or its default where the file says nothing.
 *
 * @throws {UserError} If the value does not suit its spec, or is missing and has no default.
 */
export function resolveOne(name: string, spec: ParamSpec, raw: Json | undefined): Json {
  const type = parameterType(spec);
  if (raw === undefined || raw === null) {
    const fallback = type.fallback(spec);
    if (fallback !== undefined) return fallback as Json;
    if (spec.type === "file") throw new UserError("There is no file yet.", "Drop one on the page, or choose it in the form.", { param: name });
    throw new UserError(`"${name}" is missing.`, `Choose ${spec.label?.toLowerCase() ?? name.replaceAll("_", " ")} in the form.`, { param: name });
  }
  return type.read(raw, spec, name) as Json;
}

/**
 * All parameters of a cell, checked, in canonical form, and complete.
 *
 * @throws {UserError} The first parameter that is wrong, in the schema's order; its `param` says which.
 */
export function resolve<S extends ParamSchema>(schema: S, raw: RawParams): Values<S> {
  return Object.fromEntries(Object.entries(schema).map(([name, spec]) => [name, resolveOne(name, spec, raw[name])])) as Values<S>;
}

/** The cells that parameters refer to, as written, without repeats. What cannot be read or follows a control refers to nothing. */
export function referencesOf(schema: ParamSchema, raw: RawParams): string[] {
  const found = new Set<string>();
  for (const [name, spec] of Object.entries(schema)) {
    if (controlOf(raw[name]) !== null) continue;
    try {
      const value = resolveOne(name, spec, raw[name]);
      if (value === null) continue;
      for (const reference of parameterType(spec).references(value as never)) found.add(reference);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return [...found];
}

/** The parameters with every reference to one cell changed to another name; what cannot be read stays as it is. */
export function renameIn(schema: ParamSchema, raw: RawParams, from: string, to: string): RawParams {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const spec = schema[name];
      if (spec === undefined || value === null || controlOf(value) !== null) return [name, value];
      try {
        return [name, parameterType(spec).rename(resolveOne(name, spec, value) as never, from, to) as Json];
      } catch (error) {
        if (error instanceof UserError) return [name, value];
        throw error;
      }
    }),
  );
}
