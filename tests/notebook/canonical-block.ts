import { canonicalParams } from "../../src/notebook/file/canonical-params.ts";
import { canonicalProse } from "../../src/notebook/file/prose.ts";
import { noteSchemas } from "../../src/notebook/notes.ts";
import type { Block } from "../../src/notebook/notebook.ts";
import { smallCatalog } from "./small-catalog.ts";

/** The same block as a file holds it. */
export function canonicalBlock(block: Block): Block {
  if (block.type === "prose") return { ...block, text: canonicalProse(block.text) };
  if (block.type === "note") return { ...block, params: canonicalParams(noteSchemas[block.kind], block.params) };
  return block.type === "cell" ? { ...block, params: canonicalParams(smallCatalog.get(block.kind)!.params, block.params) } : block;
}
