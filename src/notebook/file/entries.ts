import type { Json } from "../../schema/json.ts";
import { conflictsIn } from "./conflicts.ts";
import { isBlank, withoutOuterBlanks } from "./fences.ts";
import { quoted, readJson, writeJson, type Read } from "./json-text.ts";

/** One `key:` with the lines that belong to it, as written. `key` is null where no key can be read. */
export interface Entry {
  readonly key: string | null;
  readonly lines: readonly string[];
}

const keyed = /^([A-Za-z_][A-Za-z0-9_.-]*):([^]*)$/;
const listed = /^[ \t]*-[ \t]([^]*)$/;
const continues = (line: string): boolean => /^(?:[ \t]|- )/.test(line) || isBlank(line);

/** Whether a line begins an entry. */
export const isKeyLine = (line: string): boolean => keyed.test(line);

/**
 * Takes lines apart into entries: a key and the indented lines below it. A conflict that git left is one entry without a key, so that
 * its two versions stay together.
 */
export function entriesOf(lines: readonly string[]): Entry[] {
  const found: Entry[] = [];
  const conflicts = conflictsIn(lines);
  let start = 0;
  while (start < lines.length) {
    const conflict = conflicts.get(start);
    let end = (conflict ?? start) + 1;
    if (conflict === undefined) while (end < lines.length && continues(lines[end]!)) end++;
    const own = withoutOuterBlanks(lines.slice(start, end));
    if (own.length > 0) found.push({ key: conflict === undefined ? (keyed.exec(own[0]!)?.[1] ?? null) : null, lines: own });
    start = end;
  }
  return found;
}

/** An entry's value: JSON behind the key, or one value per `  - ` line below it. A key with nothing is null. */
export function valueOf(entry: Entry): Read {
  const [first, ...below] = entry.lines;
  const match = keyed.exec(first ?? "");
  if (match === null) return { problem: `The line ${quoted(first ?? "")} is not a name, a colon and a value.` };
  const inline = match[2]!;
  const items = below.filter((line) => !isBlank(line));
  if (!isBlank(inline)) return items.length === 0 ? readJson(inline) : { problem: `The line ${quoted(items[0]!)} belongs to nothing.` };
  if (items.length === 0) return { value: null };
  const list: Json[] = [];
  for (const item of items) {
    const read = readJson(listed.exec(item)?.[1] ?? "");
    if ("problem" in read) return listed.test(item) ? read : { problem: `The line ${quoted(item)} is not an item of a list.` };
    list.push(read.value);
  }
  return { value: list };
}

const isRecord = (value: Json): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** The lines of an entry. A list of records has a line for each, so that one more rule is one more line in a diff. */
export function linesOf(key: string, value: Json): string[] {
  const inLines = Array.isArray(value) && value.length > 0 && value.every(isRecord);
  return inLines ? [`${key}:`, ...value.map((item) => `  - ${writeJson(item)}`)] : [`${key}: ${writeJson(value)}`];
}
