import type { Catalogued } from "../../cells/cell.ts";
import type { JsonRecord } from "../../schema/json.ts";
import type { ParamSchema } from "../../schema/parameter.ts";
import { namePattern } from "../../schema/reference.ts";
import type { CellBlock, UnknownBlock } from "../notebook.ts";
import type { Chunk } from "./chunks.ts";
import { isConflictMark } from "./conflicts.ts";
import { entriesOf, valueOf } from "./entries.ts";
import { openingFence } from "./fences.ts";
import { quoted } from "./json-text.ts";

/** Kinds of cell by name. */
export type Catalog = ReadonlyMap<string, Catalogued>;

/** What a cell's first line says. */
interface Head {
  kind: string | null;
  /** Null where what follows the @ is not a whole number. */
  major: number | null;
  name: string | null;
  words: number;
}

/** Reads a cell's fence. What is not understood becomes an unknown block with the whole text and the reason. */
export function readCell(chunk: Chunk, catalog: Catalog, id: number): CellBlock | UnknownBlock {
  const head = headOf(chunk.lines[0]!);
  const body = chunk.lines.slice(1, -1);
  const unknown = (reason: UnknownBlock["reason"], problem: string): UnknownBlock => ({
    id,
    type: "unknown",
    text: chunk.lines.join("\n"),
    name: head.name !== null && namePattern.test(head.name) ? head.name : null,
    kind: head.kind,
    reason,
    problem,
  });
  if (body.some(isConflictMark)) return unknown("conflict", "Git left a conflict in this cell: two versions of the same lines.");
  const { kind, major, name } = head;
  if (kind === null || head.words > 2) return unknown("fence", 'A cell\'s first line is the word "cell", a kind and a name.');
  if (name === null) return unknown("name", "This cell has no name.");
  if (!namePattern.test(name)) return unknown("name", `${quoted(name)} is not a name: small letters, digits and _, beginning with a letter.`);
  const known = catalog.get(kind);
  if (known === undefined) return unknown("kind", `This version of Journeybook has no ${quoted(kind)} cells.`);
  if (major === null || major < 1 || major > known.kind.major)
    return unknown("major", `This version of Journeybook knows ${kind} cells up to ${kind}@${known.kind.major}.`);
  const read = readBody(body, major === known.kind.major ? known.params : null);
  return "problem" in read ? unknown("body", read.problem) : { id, type: "cell", kind, major, name, ...read };
}

function headOf(line: string): Head {
  const [, first = null, name = null, ...more] = openingFence(line)!.info.split(/[ \t]+/);
  const [kind = null, major = "1", ...extra] = first?.split("@") ?? [];
  const isMajor = extra.length === 0 && /^\d{1,9}$/.test(major);
  return { kind, major: isMajor ? Number(major) : null, name, words: (first === null ? 0 : 1) + (name === null ? 0 : 1) + more.length };
}

/** A body's parameters, and the lines of keys its schema does not have. Of an older major every key is a parameter: its schema is gone. */
export function readBody(lines: readonly string[], known: ParamSchema | null): Pick<CellBlock, "params" | "extra"> | { problem: string } {
  const params: JsonRecord = {};
  const extra: string[] = [];
  for (const entry of entriesOf(lines)) {
    const { key } = entry;
    if (key !== null && (known === null ? key === "__proto__" : !Object.hasOwn(known, key))) {
      extra.push(...entry.lines);
      continue;
    }
    const read = valueOf(entry);
    if ("problem" in read) return read;
    if (Object.hasOwn(params, key!)) return { problem: `This cell says "${key}" twice.` };
    params[key!] = read.value;
  }
  return { params, extra };
}
