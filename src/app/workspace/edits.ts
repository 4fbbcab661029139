import { duplicate } from "../../notebook/edit/duplicate.ts";
import { insertCell, type NewCell } from "../../notebook/edit/insert-cell.ts";
import { insertProse } from "../../notebook/edit/insert-prose.ts";
import { move } from "../../notebook/edit/move.ts";
import { remove } from "../../notebook/edit/remove.ts";
import { renameCell } from "../../notebook/edit/rename-cell.ts";
import { setFront } from "../../notebook/edit/set-front.ts";
import { setParams } from "../../notebook/edit/set-params.ts";
import { setProse } from "../../notebook/edit/set-prose.ts";
import type { NextId } from "../../notebook/ids.ts";
import type { Block, Notebook } from "../../notebook/notebook.ts";
import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import type { Selection } from "./selection.ts";

const nameOf = (block: Block): string => (block.type === "prose" ? "Text" : `Cell ${block.name ?? ""}`.trim());

/** Everything the reader does to the notebook. Each is one step of undo; what cannot be done is told and changes nothing. */
export class Edits {
  constructor(
    private readonly document: NotebookDocument,
    private readonly selection: Selection,
    private readonly notices: Notices,
  ) {}

  #edit(label: string, change: (notebook: Notebook, nextId: NextId) => Notebook, key?: string): boolean {
    try {
      this.document.edit(label, change, key);
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.notices.show({ text: `${error.message} ${error.remedy}` });
      return false;
    }
  }

  #blockAt(id: number): { block: Block; index: number } | null {
    const index = this.document.notebook.blocks.findIndex((block) => block.id === id);
    return index < 0 ? null : { block: this.document.notebook.blocks[index]!, index };
  }

  /** The place below the selected block, or the end. */
  placeBelowSelection(): number {
    const { blocks } = this.document.notebook;
    const at = blocks.findIndex((block) => block.id === this.selection.id);
    return at < 0 ? blocks.length : at + 1;
  }

  /** Puts a new cell at a place among the blocks and selects it; gives its name, or null where it could not be. */
  addCell(cell: NewCell, place: number): string | null {
    const before = new Set(this.document.notebook.blocks.map(({ id }) => id));
    const after = this.document.notebook.blocks[place - 1]?.id ?? null;
    if (!this.#edit(`Add ${cell.kind}`, (notebook, nextId) => insertCell(notebook, after, cell, nextId))) return null;
    const added = this.document.notebook.blocks.find(({ id }) => !before.has(id));
    if (added?.type !== "cell") return null;
    this.selection.focus(added.id);
    return added.name;
  }

  /** Puts empty prose at a place and gives its id. */
  addProse(place: number, text = ""): number | null {
    const before = new Set(this.document.notebook.blocks.map(({ id }) => id));
    const after = this.document.notebook.blocks[place - 1]?.id ?? null;
    this.#edit("Add text", (notebook, nextId) => insertProse(notebook, after, text, nextId));
    const added = this.document.notebook.blocks.find(({ id }) => !before.has(id));
    if (added === undefined) return null;
    this.selection.focus(added.id);
    return added.id;
  }

  /** Merges parameters into a cell. Quick changes of the same parameters are one step. */
  setParams(id: number, patch: Record<string, Json | undefined>): void {
    const found = this.#blockAt(id);
    if (found?.block.type !== "cell") return;
    const names = Object.keys(patch);
    const label = `Change ${names.join(", ")} of ${found.block.name}`;
    this.#edit(label, (notebook) => setParams(notebook, id, patch), `${id} ${names.join(" ")}`);
  }

  setProse(id: number, text: string): void {
    this.#edit("Change text", (notebook) => setProse(notebook, id, text), `${id}`);
  }

  setTitle(title: string): void {
    this.#edit("Change the title", (notebook) => setFront(notebook, { title }), "title");
  }

  rename(id: number, name: string): void {
    this.#edit(`Rename to ${name}`, (notebook) => renameCell(notebook, id, name));
  }

  duplicate(id: number): void {
    const found = this.#blockAt(id);
    if (found === null || !this.#edit(`Duplicate ${nameOf(found.block)}`, (notebook, nextId) => duplicate(notebook, id, nextId))) return;
    const copy = this.document.notebook.blocks[found.index + 1];
    if (copy !== undefined) this.selection.focus(copy.id);
  }

  /** Moves a block up (−1) or down (1). */
  move(id: number, by: number): void {
    const found = this.#blockAt(id);
    if (found === null) return;
    this.#edit(`Move ${nameOf(found.block)}`, (notebook) => move(notebook, id, found.index + by));
    this.selection.focus(id);
  }

  /** Takes a block out and offers to undo that. */
  remove(id: number): void {
    const found = this.#blockAt(id);
    if (found === null) return;
    const { blocks } = this.document.notebook;
    const next = blocks[found.index + 1] ?? blocks[found.index - 1];
    if (!this.#edit(`Delete ${nameOf(found.block)}`, (notebook) => remove(notebook, id))) return;
    this.notices.show({ text: `${nameOf(found.block)} deleted.`, action: { label: "Undo", run: () => this.undo() } });
    if (next === undefined) this.selection.select(null);
    else this.selection.focus(next.id);
  }

  undo(): void {
    const label = this.document.undo();
    if (label !== null) this.notices.say(`Undone: ${label}.`);
  }

  redo(): void {
    const label = this.document.redo();
    if (label !== null) this.notices.say(`Done again: ${label}.`);
  }
}
