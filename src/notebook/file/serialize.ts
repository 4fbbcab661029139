import { catalog } from "../../cells/catalog.ts";
import type { Block, CellBlock, Notebook, NoteBlock } from "../notebook.ts";
import { noteSchemas } from "../notes.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { canonicalParams } from "./canonical-params.ts";
import { linesOf } from "./entries.ts";
import { fenceAround } from "./fences.ts";
import { writeFrontMatter } from "./front-matter.ts";
import { canonicalProse, proseBreak } from "./prose.ts";
import type { Catalog } from "./read-cell.ts";

/**
 * Writes a notebook as a file; the rules stand at `parse`. The same notebook is the same bytes, and what `parse` reads back is the
 * same notebook with its prose and parameters in canonical form.
 *
 * @example serialize({ front: { format: 1, title: "", unknown: [] }, blocks: [] }) // "---\nformat: 1\n---\n"
 */
export function serialize(notebook: Notebook, known: Catalog = catalog): string {
  const parts = [writeFrontMatter(notebook.front).join("\n")];
  notebook.blocks.forEach((block, at) => {
    const text = blockText(block, known);
    if (block.type === "prose" && (text === "" || notebook.blocks[at - 1]?.type === "prose")) parts.push(proseBreak);
    if (text !== "") parts.push(text);
  });
  const text = `${parts.join("\n\n")}\n`;
  return notebook.newline === undefined ? text : text.replaceAll("\n", notebook.newline);
}

/** One block as it stands in a file, without the blank lines around it. */
export function blockText(block: Block, known: Catalog = catalog): string {
  switch (block.type) {
    case "prose":
      return canonicalProse(block.text);
    case "unknown":
      return block.text;
    case "cell":
      return cellText(block, known);
    case "note":
      return fenced(block.kind, block, canonicalParams(noteSchemas[block.kind], block.params));
  }
}

function cellText(cell: CellBlock, known: Catalog): string {
  const cataloged = known.get(cell.kind);
  const params = cataloged?.kind.major === cell.major ? canonicalParams(cataloged.params, cell.params) : cell.params;
  const kind = cell.major === 1 ? cell.kind : `${cell.kind}@${cell.major}`;
  return fenced(`cell ${kind} ${cell.name}`, cell, params);
}

function fenced(info: string, { extra }: CellBlock | NoteBlock, params: RawParams): string {
  const body = [...Object.entries(params).flatMap(([key, value]) => linesOf(key, value)), ...extra];
  const fence = fenceAround(body);
  return [`${fence}${info}`, ...body, fence].join("\n");
}
