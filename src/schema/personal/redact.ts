import { findPersonal } from "./find-personal.ts";
import type { PersonalType } from "./personal-data.ts";

/**
 * A text with a readable mark in place of each thing it says about a person.
 *
 * Names within sentences stay: they look like any other word.
 *
 * @returns The text, and what was taken out, in order.
 * @example redact("write to ida@mail.example").text // "write to [e-mail removed]"
 */
export function redact(text: string): { text: string; types: PersonalType[] } {
  const found = findPersonal(text);
  let said = "";
  let from = 0;
  for (const { type, start, end } of found) {
    said += `${text.slice(from, start)}[${type} removed]`;
    from = end;
  }
  return { text: said + text.slice(from), types: found.map(({ type }) => type) };
}
