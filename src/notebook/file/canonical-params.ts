import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import type { ParamSchema, ParamSpec, RawParams } from "../../schema/parameter.ts";
import { controlOf, parameterType, resolveOne } from "../../schema/parameters.ts";

/**
 * A cell's parameters as the file holds them: in the schema's order, each in canonical form, defaults included.
 *
 * Left out are those that say nothing (null, an empty list or map, where that is the default), and of those with their default the ones
 * that change only the looks and the ones that do not apply (`when`). A value that does not suit its spec stays as it is, and a key the
 * schema does not have comes last.
 */
export function canonicalParams(schema: ParamSchema, raw: RawParams): RawParams {
  const known = Object.entries(schema).flatMap(([name, spec]): [string, Json][] => {
    const value = canonicalValue(name, spec, raw, schema);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...known, ...Object.entries(raw).filter(([name]) => !Object.hasOwn(schema, name))]);
}

/** One parameter as the file holds it, or undefined where it is left out. */
function canonicalValue(name: string, spec: ParamSpec, params: RawParams, schema: ParamSchema): Json | undefined {
  const raw = Object.hasOwn(params, name) ? params[name] : undefined;
  if (controlOf(raw) !== null) return raw;
  try {
    const value = resolveOne(name, spec, raw);
    const fallback = parameterType(spec).fallback(spec) as Json | undefined;
    const isDefault = JSON.stringify(value) === JSON.stringify(fallback);
    return isDefault && (spec.view === true || saysNothing(value) || !applies(spec, params, schema)) ? undefined : value;
  } catch (error) {
    if (error instanceof UserError) return raw ?? undefined;
    throw error;
  }
}

/** Whether another parameter has a value with which this one counts; where that cannot be told, it does. */
function applies(spec: ParamSpec, params: RawParams, schema: ParamSchema): boolean {
  const other = spec.when === undefined ? undefined : schema[spec.when.param];
  if (spec.when === undefined || other === undefined || controlOf(params[spec.when.param]) !== null) return true;
  try {
    const value = JSON.stringify(resolveOne(spec.when.param, other, params[spec.when.param]));
    return spec.when.is.some((wanted) => JSON.stringify(wanted) === value);
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

function saysNothing(value: Json): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
