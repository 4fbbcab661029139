import type { ParamSchema } from "../schema/parameter.ts";
import type { Catalog } from "./file/read-cell.ts";
import type { Block } from "./notebook.ts";
import { noteSchemas } from "./notes.ts";

/** What is known of a block's parameters; undefined of one that has none, or of a kind that is not known. */
export function schemaOf(block: Block, known: Catalog): ParamSchema | undefined {
  if (block.type === "note") return noteSchemas[block.kind];
  return block.type === "cell" ? known.get(block.kind)?.params : undefined;
}
