import type { NextId } from "../ids.ts";
import type { NoteBlock, Notebook } from "../notebook.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { below, spliced, type Place } from "./place.ts";

/** Puts a comment or a decision below a block, or at the top. @throws {UserError} If there is no such block. */
export function insertNote(notebook: Notebook, after: Place | null, kind: NoteBlock["kind"], params: RawParams, nextId: NextId): Notebook {
  return spliced(notebook, below(notebook, after), 0, { id: nextId(), type: "note", kind, name: null, params, extra: [] });
}
