import { catalog } from "../../cells/catalog.ts";
import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import type { ParamSchema, RawParams } from "../../schema/parameter.ts";
import { resolveOne, controlOf } from "../../schema/parameters.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { Notebook } from "../notebook.ts";
import { checkJson } from "./check-json.ts";
import { followRenamed } from "./follow-renamed.ts";
import { cellAt, indexOf, spliced, type Place } from "./place.ts";

/** Parameters to merge into a cell's; undefined and null take one out. */
export type ParamPatch = { readonly [name: string]: Json | undefined };

/**
 * Merges parameters into a cell. A value that suits its parameter is kept in canonical form, any other as it is given: the cell then
 * says that it is invalid, and why. Parameters that follow a control follow it to its new name.
 *
 * @returns The same notebook when nothing changes.
 * @throws {UserError} If there is no such cell or parameter, or a value cannot stand in a file.
 */
export function setParams(notebook: Notebook, place: Place, patch: ParamPatch, known: Catalog = catalog): Notebook {
  const cell = cellAt(notebook, place);
  const params = patched(known.get(cell.kind)?.params ?? {}, cell.kind, cell.params, patch);
  const isSame = JSON.stringify(params) === JSON.stringify(cell.params);
  if (isSame) return notebook;
  return followRenamed(spliced(notebook, indexOf(notebook, place), 1, { ...cell, params }), notebook, known);
}

/** Parameters with others merged into them. @throws {UserError} As `setParams`. */
export function patched(schema: ParamSchema, kind: string, params: RawParams, patch: ParamPatch): RawParams {
  const merged = new Map(Object.entries(params));
  for (const [name, value] of Object.entries(patch)) {
    if (!Object.hasOwn(schema, name))
      throw new UserError(`${kind} has no parameter "${name}".`, `It has ${Object.keys(schema).join(", ")}.`, { param: name });
    if (value === undefined || value === null) {
      merged.delete(name);
      continue;
    }
    checkJson(value, name);
    merged.set(name, settled(schema, name, value));
  }
  return Object.fromEntries(merged);
}

function settled(schema: ParamSchema, name: string, value: Json): Json {
  if (controlOf(value) !== null) return value;
  try {
    return resolveOne(name, schema[name]!, value);
  } catch (error) {
    if (error instanceof UserError) return value;
    throw error;
  }
}
