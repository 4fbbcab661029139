import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import { deepest } from "../file/json-text.ts";

/**
 * Checks that a value can stand in a file: texts, finite numbers, true, false, null, and lists and records of these.
 *
 * @throws {UserError} If it cannot, or nests deeper than 200.
 */
export function checkJson(value: unknown, name: string, depth = 0): asserts value is Json {
  if (depth > deepest) throw unfit(name, `lists nested deeper than ${deepest}`);
  if (value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return;
  if (Array.isArray(value)) {
    for (const item of value) checkJson(item, name, depth + 1);
  } else if (typeof value === "object" && [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)) {
    for (const item of Object.values(value)) checkJson(item, name, depth + 1);
  } else throw unfit(name, typeof value === "number" ? String(value) : typeof value);
}

function unfit(name: string, what: string): UserError {
  return new UserError(`"${name}" cannot hold ${what}.`, "Give text, numbers, true or false, or lists and records of these.", { param: name });
}
