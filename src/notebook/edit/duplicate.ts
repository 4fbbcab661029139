import { UserError } from "../../schema/errors.ts";
import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { namesIn, uniqueName } from "./names.ts";
import { indexOf, spliced, type Place } from "./place.ts";

/**
 * Puts a copy of a block below it; a cell's copy has a name of its own, and what refers to the cell still does.
 *
 * @throws {UserError} If there is no such block, or it is one that is not understood.
 */
export function duplicate(notebook: Notebook, place: Place, nextId: NextId): Notebook {
  const index = indexOf(notebook, place);
  const block = notebook.blocks[index]!;
  if (block.type === "unknown") throw new UserError(`This cannot be duplicated: ${block.problem}`, "Edit it as text first.");
  const copy = block.type === "cell" ? { ...block, name: uniqueName(namesIn(notebook), block.name) } : block;
  return spliced(notebook, index + 1, 0, { ...copy, id: nextId() });
}
