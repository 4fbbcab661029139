import { catalog } from "../../cells/catalog.ts";
import type { Catalog } from "../file/read-cell.ts";
import { blockText } from "../file/serialize.ts";
import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { openNotebook } from "../open.ts";

/** The notebook as a text says it is. Blocks that are in both stay the same blocks, so that nothing is drawn anew without need. */
export function restored(notebook: Notebook, text: string, nextId: NextId, known: Catalog = catalog): Notebook {
  const ids = new Map(notebook.blocks.map((block) => [blockText(block, known), block.id]));
  const { notebook: then } = openNotebook(text, known, nextId);
  const blocks = then.blocks.map((block) => {
    const key = blockText(block, known);
    const id = ids.get(key);
    ids.delete(key);
    return id === undefined ? block : { ...block, id };
  });
  return { ...then, blocks };
}
