import type { Notebook } from "../notebook.ts";
import { indexOf, spliced, type Place } from "./place.ts";

/**
 * Moves a block so that it is the one at `to`, counted from 0 and kept within the notebook.
 *
 * @returns The same notebook when it stands there already.
 * @throws {UserError} If there is no such block.
 */
export function move(notebook: Notebook, place: Place, to: number): Notebook {
  const from = indexOf(notebook, place);
  const target = Math.max(0, Math.min(notebook.blocks.length - 1, Math.trunc(to) || 0));
  return target === from ? notebook : spliced(spliced(notebook, from, 1), target, 0, notebook.blocks[from]!);
}
