import { UserError } from "../../schema/errors.ts";
import type { Block, CellBlock, Notebook } from "../notebook.ts";

/** A block by its id, or by the name of a cell; of several cells with one name it is the first. */
export type Place = number | string;

/**
 * Where a block stands.
 *
 * @throws {UserError} If there is none.
 */
export function indexOf(notebook: Notebook, place: Place): number {
  const isIt = (block: Block) => (typeof place === "number" ? block.id === place : block.type !== "prose" && block.name === place);
  const index = notebook.blocks.findIndex(isIt);
  if (index >= 0) return index;
  throw new UserError(
    `There is no ${typeof place === "number" ? "block" : "cell"} "${place}" in this notebook.`,
    "It may have been deleted; undo brings it back.",
  );
}

/**
 * The cell at a place.
 *
 * @throws {UserError} If there is none, or what is there is not understood.
 */
export function cellAt(notebook: Notebook, place: Place): CellBlock {
  const block = notebook.blocks[indexOf(notebook, place)]!;
  if (block.type === "cell") return block;
  const problem = block.type === "unknown" ? block.problem : "This is text.";
  throw new UserError(`"${place}" is not a cell that can be changed: ${problem}`, "Edit it as text.");
}

/** The notebook with the blocks from `index` on, `count` of them, replaced by others. */
export function spliced(notebook: Notebook, index: number, count: number, ...blocks: readonly Block[]): Notebook {
  return { ...notebook, blocks: notebook.blocks.toSpliced(index, count, ...blocks) };
}

/** Where a block goes that is put below another; null is the top. */
export function below(notebook: Notebook, after: Place | null): number {
  return after === null ? 0 : indexOf(notebook, after) + 1;
}
