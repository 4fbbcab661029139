import { catalog } from "../../cells/catalog.ts";
import { UserError } from "../../schema/errors.ts";
import type { JsonRecord } from "../../schema/json.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { NextId } from "../ids.ts";
import type { Notebook } from "../notebook.ts";
import { checkName, namesIn, uniqueName } from "./names.ts";
import { below, spliced, type Place } from "./place.ts";
import { patched } from "./set-params.ts";

/** A cell to be: a name that is taken gets a number, and without one it is the kind's. */
export interface NewCell {
  kind: string;
  name?: string;
  params?: JsonRecord;
}

/**
 * Puts a new cell below a block, or at the top.
 *
 * @throws {UserError} If there is no such kind or block, a parameter is not the kind's, or the name cannot be one.
 */
export function insertCell(notebook: Notebook, after: Place | null, cell: NewCell, nextId: NextId, known: Catalog = catalog): Notebook {
  const cataloged = known.get(cell.kind);
  if (cataloged === undefined) throw new UserError(`There is no kind of cell called "${cell.kind}".`, `There are ${[...known.keys()].join(", ")}.`);
  if (cell.name !== undefined) checkName(cell.name);
  const { kind, params: schema } = cataloged;
  return spliced(notebook, below(notebook, after), 0, {
    id: nextId(),
    type: "cell",
    kind: kind.name,
    major: kind.major,
    name: uniqueName(namesIn(notebook), cell.name ?? kind.name),
    params: patched(schema, kind.name, {}, cell.params ?? {}),
    extra: [],
  });
}
