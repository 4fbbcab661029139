import { catalog } from "../../cells/catalog.ts";
import { UserError } from "../../schema/errors.ts";
import { referencesOf, renameIn } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { Block, Notebook } from "../notebook.ts";
import { schemaOf } from "../schema-of.ts";
import { checkName, namesIn } from "./names.ts";
import { cellAt, type Place } from "./place.ts";

/**
 * Renames a cell, and with it every reference to it. Where several cells have the old name, references stay: they mean the others too.
 *
 * @returns The same notebook when the name is the same.
 * @throws {UserError} If there is no such cell, the name cannot be one, or another cell has it.
 */
export function renameCell(notebook: Notebook, place: Place, name: string, known: Catalog = catalog): Notebook {
  const cell = cellAt(notebook, place);
  if (name === cell.name) return notebook;
  checkName(name);
  if (namesIn(notebook).has(name)) throw new UserError(`Another cell is called "${name}".`, "Choose a name that no cell has.");
  const isOnly = notebook.blocks.filter((block) => block.type !== "prose" && block.name === cell.name).length === 1;
  const blocks = notebook.blocks.map((block): Block => {
    const pointed = isOnly ? repointed(block, cell.name, name, known) : block;
    return block === cell ? ({ ...pointed, name } as Block) : pointed;
  });
  return { ...notebook, blocks };
}

/** A block with its references to one cell changed; the same block where it has none. */
function repointed(block: Block, from: string, to: string, known: Catalog): Block {
  const schema = schemaOf(block, known);
  if ((block.type !== "cell" && block.type !== "note") || schema === undefined) return block;
  const refers = referencesOf(schema, block.params).some((text) => reference(text).cell === from);
  return refers ? { ...block, params: renameIn(schema, block.params, from, to) } : block;
}
