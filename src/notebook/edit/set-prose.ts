import { UserError } from "../../schema/errors.ts";
import type { Notebook } from "../notebook.ts";
import { indexOf, spliced } from "./place.ts";

/**
 * Changes prose. The text is kept as it is typed, blank lines at its end included, so that an editor can show it while it is written;
 * the file has it in canonical form.
 *
 * @returns The same notebook when nothing changes.
 * @throws {UserError} If there is no such prose.
 */
export function setProse(notebook: Notebook, id: number, text: string): Notebook {
  const index = indexOf(notebook, id);
  const block = notebook.blocks[index]!;
  if (block.type !== "prose") throw new UserError("This is a cell, not text.", "Change its parameters.");
  return block.text === text ? notebook : spliced(notebook, index, 1, { ...block, text });
}
