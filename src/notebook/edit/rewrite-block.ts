import { catalog } from "../../cells/catalog.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { readBlocks } from "../read-blocks.ts";
import { indexOf, spliced, type Place } from "./place.ts";

/**
 * Replaces a block by the blocks of a text: how a block that is not understood is put right, or a conflict decided.
 *
 * @throws {UserError} If there is no such block.
 */
export function rewriteBlock(notebook: Notebook, place: Place, text: string, nextId: NextId, known: Catalog = catalog): Notebook {
  const index = indexOf(notebook, place);
  const [first, ...rest] = readBlocks(text, known, nextId);
  const blocks = first === undefined ? [] : [{ ...first, id: notebook.blocks[index]!.id }, ...rest];
  return spliced(notebook, index, 1, ...blocks);
}
