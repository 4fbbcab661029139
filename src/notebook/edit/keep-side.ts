import { catalog } from "../../cells/catalog.ts";
import { conflictsIn, side } from "../file/conflicts.ts";
import { parse } from "../file/parse.ts";
import type { Catalog } from "../file/read-cell.ts";
import { serialize } from "../file/serialize.ts";
import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { remove } from "./remove.ts";
import { indexOf, spliced } from "./place.ts";
import { pasteText } from "./paste-text.ts";
import { rewriteBlock } from "./rewrite-block.ts";

/** Which version of a conflict stays: the upper one, the lower one, or one below the other. */
export type Side = "ours" | "theirs" | "both";

/**
 * Decides a conflict that git left. Of both, cells of one name are two afterwards, the lower one under a new name.
 *
 * @param id The block of the conflict.
 * @throws {UserError} If there is no such block.
 */
export function keepSide(notebook: Notebook, id: number, kept: Side, nextId: NextId, known: Catalog = catalog): Notebook {
  const start = indexOf(notebook, id);
  const block = notebook.blocks[start]!;
  if (block.type !== "unknown" || block.reason !== "conflict") return notebook;
  const upper = side(block.text, kept === "theirs" ? "theirs" : "ours");
  let decided = upper.trim() === "" ? remove(notebook, id) : rewriteBlock(notebook, id, upper, nextId, known);
  const end = (): number => start + 1 + decided.blocks.length - notebook.blocks.length;
  const middle = end();
  // A line end before it, since this is not the top of a file.
  if (kept === "both") decided = pasteText(decided, decided.blocks[middle - 1]?.id ?? null, `\n${side(block.text, "theirs")}`, nextId, known);
  return [end(), middle, start].reduce(seamless, decided);
}

/** Two pieces of prose that only the conflict kept apart are one again. */
function seamless(notebook: Notebook, at: number): Notebook {
  const [above, below] = [notebook.blocks[at - 1], notebook.blocks[at]];
  if (above?.type !== "prose" || below?.type !== "prose") return notebook;
  return spliced(notebook, at - 1, 2, { ...above, text: `${above.text}\n\n${below.text}` });
}

/** Whether git left a conflict in the head of the file. */
export const hasFrontConflict = ({ front }: Notebook): boolean => conflictsIn(front.unknown).size > 0;

/** Decides the conflicts in the head of the file. */
export function keepFrontSide(notebook: Notebook, kept: "ours" | "theirs", known: Catalog = catalog): Notebook {
  const unknown = side(notebook.front.unknown.join("\n"), kept).split("\n");
  const text = serialize({ front: { ...notebook.front, unknown }, blocks: [] }, known);
  return { ...notebook, front: parse(text, known).notebook.front };
}
