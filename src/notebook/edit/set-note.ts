import { UserError } from "../../schema/errors.ts";
import type { Notebook } from "../notebook.ts";
import { noteSchemas } from "../notes.ts";
import { indexOf, spliced } from "./place.ts";
import { patched, type ParamPatch } from "./set-params.ts";

/**
 * Merges lines into a comment or a decision; undefined takes one out.
 *
 * @returns The same notebook when nothing changes.
 * @throws {UserError} If there is no such comment or decision, or it has no such line.
 */
export function setNote(notebook: Notebook, id: number, patch: ParamPatch): Notebook {
  const index = indexOf(notebook, id);
  const block = notebook.blocks[index]!;
  if (block.type !== "note") throw new UserError("This is no comment and no decision.", "Change it where it stands.");
  const params = patched(noteSchemas[block.kind], block.kind, block.params, patch);
  return JSON.stringify(params) === JSON.stringify(block.params) ? notebook : spliced(notebook, index, 1, { ...block, params });
}
