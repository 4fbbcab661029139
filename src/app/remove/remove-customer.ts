import { setParams } from "../../notebook/edit/set-params.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { idHash, type Exclusion } from "../../schema/exclusions.ts";
import type { Json } from "../../schema/json.ts";
import { cleanKept, dropVersionsNaming } from "../storage/remove-mentions.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Rows } from "./find-customer.ts";
import { namesOne, withoutIds, withoutMentions } from "./mentions.ts";

/** What was done where it cannot be seen in the notebook. */
export interface Removed {
  /** Sources that leave rows out now. */
  cells: string[];
  /** Earlier versions that were deleted, and other notebooks on this machine that were changed. */
  versions: number;
  notebooks: number;
}

function excluding(notebook: Notebook, rows: readonly Rows[]): Notebook {
  return [...new Set(rows.map(({ cell }) => cell))].reduce((left, cell) => {
    const block = left.blocks.find((one) => one.type === "cell" && one.name === cell);
    if (block?.type !== "cell") return left;
    const before = (block.params["exclude"] ?? []) as unknown as Exclusion[];
    const added = rows.flatMap((one) => (one.cell === cell ? [{ column: one.column, sha256: idHash(one.id) }] : []));
    const isNew = (line: Exclusion): boolean => !before.some(({ column, sha256 }) => column === line.column && sha256 === line.sha256);
    return setParams(left, block.id, { exclude: [...before, ...added.filter(isNew)] as unknown as Json });
  }, notebook);
}

/**
 * Takes a customer out of every result: sources leave their rows out, told by hashes of their ids; words that name them get a mark.
 *
 * The notebook's own change is one step of undo. For good are gone: earlier versions of this notebook and those of others that name them,
 * what drafts on this machine say of them, and the steps of undo before this one as soon as the page is closed.
 *
 * @param words Whether the notebook's words are changed too.
 */
export async function removeCustomer(workspace: Workspace, ids: readonly string[], rows: readonly Rows[], words: boolean): Promise<Removed | null> {
  const { document, edits, versions, saving } = workspace;
  const named = words ? ids : [];
  const isDone = edits.change("Remove a customer", (notebook) => excluding(named.length === 0 ? notebook : withoutMentions(notebook, named), rows));
  if (!isDone) return null;
  document.keepNothingBefore((text) => withoutIds(text, ids));
  const own = versions.all;
  for (const version of own) versions.drop(version);
  const others = await dropVersionsNaming((text) => namesOne(text, ids));
  const notebooks = await cleanKept(
    document.id,
    (text) => namesOne(text, ids),
    (text) => withoutIds(text, ids),
  );
  await saving.keepDraft();
  return { cells: [...new Set(rows.map(({ cell }) => cell))], versions: own.length + others, notebooks };
}
