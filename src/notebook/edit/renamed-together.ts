import { renameIn } from "../../schema/parameters.ts";
import type { Catalog } from "../file/read-cell.ts";
import { schemaOf } from "../schema-of.ts";
import type { Block } from "../notebook.ts";

/**
 * Cells renamed all at once, with the references among them. Every name goes by way of one that nobody gives, so that in a chain of
 * names (a to b, b to c) each moves by one step only.
 */
export function renamedTogether(blocks: readonly Block[], names: ReadonlyMap<string, string>, known: Catalog): Block[] {
  const changed = [...names].filter(([from, to]) => from !== to);
  return blocks.map((block): Block => {
    if ((block.type !== "cell" && block.type !== "note") || changed.length === 0) return block;
    const schema = schemaOf(block, known) ?? {};
    let { params } = block;
    changed.forEach(([from], at) => (params = renameIn(schema, params, from, between(at))));
    changed.forEach(([, to], at) => (params = renameIn(schema, params, between(at), to)));
    return block.type === "note" ? { ...block, params } : { ...block, name: names.get(block.name) ?? block.name, params };
  });
}

const between = (at: number): string => `z${"_".repeat(40)}${at}`;
