import * as fc from "fast-check";
import { duplicate } from "../../src/notebook/edit/duplicate.ts";
import { insertCell } from "../../src/notebook/edit/insert-cell.ts";
import { insertProse } from "../../src/notebook/edit/insert-prose.ts";
import { move } from "../../src/notebook/edit/move.ts";
import { pasteText } from "../../src/notebook/edit/paste-text.ts";
import { remove } from "../../src/notebook/edit/remove.ts";
import { renameCell } from "../../src/notebook/edit/rename-cell.ts";
import { rewriteBlock } from "../../src/notebook/edit/rewrite-block.ts";
import { setFront } from "../../src/notebook/edit/set-front.ts";
import { setParams } from "../../src/notebook/edit/set-params.ts";
import { setProse } from "../../src/notebook/edit/set-prose.ts";
import type { NextId } from "../../src/notebook/ids.ts";
import type { Notebook } from "../../src/notebook/notebook.ts";
import { UserError } from "../../src/schema/errors.ts";
import { movableText } from "./arbitrary-notebook.ts";
import { smallCatalog as known } from "./small-catalog.ts";

/** One edit of any sort at a place; one that cannot be done there does nothing. */
export type RandomEdit = (notebook: Notebook, nextId: NextId) => Notebook;

const most = 8;
const at = (notebook: Notebook, place: number): number => notebook.blocks[place % Math.max(1, notebook.blocks.length)]?.id ?? 0;
const name = fc.constantFrom("a", "b", "c_2", "Not a name");
const kind = fc.constantFrom(...known.keys());

/** Edits of every sort, with places, names and texts that often do not fit. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc
  .tuple(fc.nat({ max: 12 }), fc.nat({ max: 99 }), fc.nat({ max: 99 }), name, kind, fc.constantFrom("day", "week", 5, undefined), movableText)
  .map(([what, place, to, word, sort, value, text]): RandomEdit => {
    const edits: RandomEdit[] = [
      (notebook, nextId) => insertCell(notebook, null, { kind: sort, name: word, params: { from: word } }, nextId, known),
      (notebook, nextId) => insertCell(notebook, at(notebook, place), { kind: sort }, nextId, known),
      (notebook, nextId) => insertProse(notebook, at(notebook, place), text, nextId),
      (notebook, nextId) => duplicate(notebook, at(notebook, place), nextId),
      (notebook, nextId) => pasteText(notebook, at(notebook, place), text, nextId, known),
      (notebook, nextId) => rewriteBlock(notebook, at(notebook, place), text, nextId, known),
      (notebook) => setParams(notebook, at(notebook, place), { grain: value }, known),
      (notebook) => setParams(notebook, at(notebook, place), { from: word, return: [{ in: { cell: word } }] }, known),
      (notebook) => setProse(notebook, at(notebook, place), text),
      (notebook) => renameCell(notebook, at(notebook, place), word, known),
      (notebook) => setFront(notebook, { title: text, week_start: word }),
      (notebook) => move(notebook, at(notebook, place), to),
      (notebook) => remove(notebook, at(notebook, place)),
    ];
    const edit = edits[what]!;
    return (notebook, nextId) => {
      try {
        const crowded = notebook.blocks.length > most ? remove(notebook, at(notebook, to)) : notebook;
        return edit(crowded, nextId);
      } catch (error) {
        if (error instanceof UserError) return notebook;
        throw error;
      }
    };
  });
