import { catalog } from "../../cells/catalog.ts";
import { parse } from "../file/parse.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { NextId } from "../ids.ts";
import { migrate } from "../migrations.ts";
import type { Notebook } from "../notebook.ts";
import { namesIn, uniqueName } from "./names.ts";
import { below, spliced, type Place } from "./place.ts";
import { renamedTogether } from "./renamed-together.ts";

/**
 * Puts the blocks of a text, read as a file is, below a block or at the top. Cells whose names are taken get new ones, and references
 * among the pasted cells follow. Front matter in the text has no effect.
 *
 * @throws {UserError} If there is no such block.
 */
export function pasteText(notebook: Notebook, after: Place | null, text: string, nextId: NextId, known: Catalog = catalog): Notebook {
  const { blocks } = migrate(parse(text, known, nextId).notebook, known).notebook;
  const taken = namesIn(notebook);
  const names = new Map<string, string>();
  for (const block of blocks) {
    if (block.type !== "cell" || names.has(block.name)) continue;
    names.set(block.name, uniqueName(taken, block.name));
    taken.add(names.get(block.name)!);
  }
  return spliced(notebook, below(notebook, after), 0, ...renamedTogether(blocks, names, known));
}
