import { parse } from "./file/parse.ts";
import type { Catalog } from "./file/read-cell.ts";
import type { NextId } from "./ids.ts";
import { migrate } from "./migrations.ts";
import type { Block } from "./notebook.ts";

/** The blocks of a piece of a file that is not its top, so that a rule in it is no front matter, with cells of the newest majors. */
export function readBlocks(text: string, known: Catalog, nextId: NextId): readonly Block[] {
  return migrate(parse(`\n${text}`, known, nextId).notebook, known).notebook.blocks;
}
