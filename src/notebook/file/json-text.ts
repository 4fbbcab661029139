import type { Json } from "../../schema/json.ts";

/** How deep lists and records may nest. Deeper ones have no use and would exhaust the stack where they are read. */
export const deepest = 200;

/** A value, or one sentence on why the text is none. */
export type Read = { readonly value: Json } | { readonly problem: string };

/**
 * Reads JSON that can be written back without loss.
 *
 * Whole numbers that would be rounded and numbers beyond 1e308 are refused, and so is nesting deeper than 200.
 *
 * @example readJson('{"column":"event"}') // { value: { column: "event" } }
 */
export function readJson(text: string): Read {
  const problem = unkeepable(text);
  if (problem !== null) return { problem };
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { problem: `${quoted(text)} is not a JSON value.` };
  }
}

/** A value as one line of JSON. Characters that end a line elsewhere are escaped, so that no editor and no YAML reader breaks it. */
export function writeJson(value: Json): string {
  return JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A piece of a file for a message: on one line, in quotes, cut at 60 characters. */
export function quoted(text: string): string {
  const line = text.trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}

const quote = 34;
const backslash = 92;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Looks at nesting and at numbers outside strings, in one pass and without recursion. */
function unkeepable(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === 91 || code === 123) {
      if (++depth > deepest) return `Lists and records are nested deeper than ${deepest}.`;
    } else if (code === 93 || code === 125) depth--;
    else if (isDigit(code)) {
      const end = endOfNumber(text, at);
      const digits = text.slice(at, end);
      const value = Number(digits);
      const isKept = Number.isFinite(value) && (String(value) === digits || !/^\d+$/.test(digits));
      if (!isKept) return `The number ${quoted(digits)} cannot be kept exactly; write it in double quotes.`;
      at = end - 1;
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    at += code === backslash ? 2 : 1;
  }
  return at;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (isDigit(text.charCodeAt(end)) || "+-.eE".includes(text[end]!))) end++;
  return end;
}
