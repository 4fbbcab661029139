import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { below, spliced, type Place } from "./place.ts";

/** Puts prose below a block, or at the top. @throws {UserError} If there is no such block. */
export function insertProse(notebook: Notebook, after: Place | null, text: string, nextId: NextId): Notebook {
  return spliced(notebook, below(notebook, after), 0, { id: nextId(), type: "prose", text });
}
