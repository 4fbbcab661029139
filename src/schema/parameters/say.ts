import { UserError } from "../errors.ts";
import type { Json } from "../json.ts";

/** The one sentence for a parameter that has the wrong value, and what it should be. */
export function wrong(name: string, expected: string, raw: Json | undefined, remedy: string): UserError {
  const got = raw === undefined ? "nothing" : JSON.stringify(raw);
  return new UserError(`"${name}" must be ${expected}. Got ${got.length > 80 ? `${got.slice(0, 77)}…` : got}.`, remedy, { param: name });
}

/** A record and not a list or null. */
export function isRecord(raw: Json | undefined): raw is { [key: string]: Json } {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** A list of texts that are not empty. */
export function isTexts(raw: Json | undefined): raw is string[] {
  return Array.isArray(raw) && raw.every((item) => typeof item === "string" && item !== "");
}
