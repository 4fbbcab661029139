import { insertCell } from "../../notebook/edit/insert-cell.ts";
import { insertProse } from "../../notebook/edit/insert-prose.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import { serialize } from "../../notebook/file/serialize.ts";
import { counter } from "../../notebook/ids.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { fromObservable } from "../../share/observable/from-observable.ts";
import { fileKind, fileParam } from "../workspace/wanted-files.ts";

const told = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** An Observable notebook as one of ours: its prose, and a cell for each data file; and what became of it, in a sentence. */
export function takenNotebook(html: string): { text: string; notice: string } {
  const { title, blocks, left } = fromObservable(html);
  const nextId = counter();
  let notebook: Notebook = { front: { format: 1, title, unknown: [] }, blocks: [] };
  const kind = fileKind();
  let files = 0;
  for (const block of blocks) {
    const after = notebook.blocks.at(-1)?.id ?? null;
    if ("prose" in block) notebook = insertProse(notebook, after, block.prose, nextId);
    else if (kind !== null) {
      const name = nameFrom(block.file);
      notebook = insertCell(notebook, after, { kind, ...(name === "" ? {} : { name }), params: { [fileParam(kind)!]: block.file } }, nextId);
      files++;
    }
  }
  const gone = left === 0 ? "" : ` ${told(left, "cell")} of code ${left === 1 ? "was" : "were"} left out: a notebook here holds none.`;
  return { text: serialize(notebook), notice: `Taken from Observable: the prose, and ${told(files, "data file")} to be chosen.${gone}` };
}
