import type { Catalog } from "../file/read-cell.ts";
import { serialize } from "../file/serialize.ts";
import { catalog } from "../../cells/catalog.ts";
import type { Notebook } from "../notebook.ts";

const bare = { format: 1, title: "", unknown: [] };
const head = `${serialize({ front: bare, blocks: [] })}\n`;

/**
 * Blocks as the text of a notebook, for the clipboard; `pasteText` reads it back. The head of the file is left out where nothing is then
 * taken for one.
 *
 * @param ids The blocks; they are written in the order of the notebook.
 */
export function copyText(notebook: Notebook, ids: readonly number[], known: Catalog = catalog): string {
  const chosen = new Set(ids);
  const text = serialize({ front: bare, blocks: notebook.blocks.filter(({ id }) => chosen.has(id)) }, known);
  const body = text.slice(head.length);
  return body.startsWith("---") ? text : body;
}
