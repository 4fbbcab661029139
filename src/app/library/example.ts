import { catalog } from "../../cells/catalog.ts";
import { docs } from "../../cells/registry.ts";
import { copyText } from "../../notebook/edit/copy-text.ts";
import { parse } from "../../notebook/file/parse.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import { referencesOf, renameIn } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";

const isCell = (block: { type: string }): block is CellBlock => block.type === "cell";
const gives = (cell: CellBlock): string | undefined => catalog.get(cell.kind)?.kind.provides;

/** What a cell's parameter takes that refers to another cell: a journey, a table. */
function accepts({ kind, params }: CellBlock, name: string): readonly string[] {
  const schema = catalog.get(kind)?.params ?? {};
  return Object.entries(schema).flatMap(([key, spec]) => {
    const value = params[key];
    return spec.type === "input" && typeof value === "string" && reference(value).cell === name ? spec.accepts : [];
  });
}

/**
 * The example of a kind's page as the text of a notebook, to be pasted. Where the notebook has a cell that gives what the example reads, the
 * example reads that one; where it has none, the cells it needs come with it.
 *
 * @returns Null where the page has no example.
 */
export function exampleText(kind: string, notebook: Notebook): string | null {
  const example = parse(docs.get(kind) ?? "").notebook;
  const cells = example.blocks.filter(isCell);
  const own = cells.filter((cell) => cell.kind === kind);
  if (own.length === 0) return null;
  const there = notebook.blocks.filter(isCell);
  let isBound = true;
  const bound = own.map((cell): CellBlock => {
    const schema = catalog.get(kind)?.params ?? {};
    let { params } = cell;
    for (const name of new Set(referencesOf(schema, params).map((text) => reference(text).cell))) {
      if (own.some((other) => other.name === name) || there.some((other) => other.name === name)) continue;
      const helper = cells.find((other) => other.name === name);
      const wanted = helper === undefined ? accepts(cell, name) : [gives(helper)];
      const instead = there.findLast((other) => wanted.includes(gives(other) ?? ""));
      if (instead === undefined) isBound = false;
      else params = renameIn(schema, params, name, instead.name);
    }
    return { ...cell, params };
  });
  const blocks = isBound ? bound : cells;
  return copyText(
    { ...example, blocks },
    blocks.map(({ id }) => id),
  );
}
