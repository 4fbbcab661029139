import type { NoteBlock, UnknownBlock } from "../notebook.ts";
import { noteSchemas } from "../notes.ts";
import type { Chunk } from "./chunks.ts";
import { isConflictMark } from "./conflicts.ts";
import { openingFence } from "./fences.ts";
import { readBody } from "./read-cell.ts";

/** Reads a comment's or a decision's fence. What is not understood becomes an unknown block with the whole text and the reason. */
export function readNote(chunk: Chunk, id: number): NoteBlock | UnknownBlock {
  const kind = openingFence(chunk.lines[0]!)!.info as NoteBlock["kind"];
  const body = chunk.lines.slice(1, -1);
  const unknown = (reason: UnknownBlock["reason"], problem: string): UnknownBlock => {
    return { id, type: "unknown", text: chunk.lines.join("\n"), name: null, kind, reason, problem };
  };
  if (body.some(isConflictMark)) return unknown("conflict", `Git left a conflict in this ${kind}: two versions of the same lines.`);
  const read = readBody(body, noteSchemas[kind]);
  return "problem" in read ? unknown("body", read.problem) : { id, type: "note", kind, name: null, ...read };
}
