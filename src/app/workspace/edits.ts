import { copyText } from "../../notebook/edit/copy-text.ts";
import { duplicate } from "../../notebook/edit/duplicate.ts";
import { insertCell, type NewCell } from "../../notebook/edit/insert-cell.ts";
import { insertNote } from "../../notebook/edit/insert-note.ts";
import { insertProse } from "../../notebook/edit/insert-prose.ts";
import { moveTogether } from "../../notebook/edit/move-together.ts";
import { pasteText } from "../../notebook/edit/paste-text.ts";
import { remove } from "../../notebook/edit/remove.ts";
import { renameCell } from "../../notebook/edit/rename-cell.ts";
import { setFront, type FrontPatch } from "../../notebook/edit/set-front.ts";
import { setNote } from "../../notebook/edit/set-note.ts";
import { setParams } from "../../notebook/edit/set-params.ts";
import { setProse } from "../../notebook/edit/set-prose.ts";
import type { NextId } from "../../notebook/ids.ts";
import type { Block, Notebook, NoteBlock } from "../../notebook/notebook.ts";
import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import type { Selection } from "./selection.ts";

function nameOf(block: Block): string {
  if (block.type === "prose") return "Text";
  return block.type === "note" ? { comment: "Comment", decision: "Decision" }[block.kind] : `Cell ${block.name ?? ""}`.trim();
}

/** Everything the reader does to the notebook. Each is one step of undo; what cannot be done is told and changes nothing. */
export class Edits {
  constructor(
    private readonly document: NotebookDocument,
    private readonly selection: Selection,
    private readonly notices: Notices,
  ) {}

  /** Called before several blocks are taken out at once. */
  beforeMany: () => void = () => undefined;

  #edit(label: string, change: (notebook: Notebook, nextId: NextId) => Notebook, key?: string, time?: number): boolean {
    try {
      this.document.edit(label, change, key, time);
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

  /** Selects what an edit added. */
  #adding(edit: () => boolean): void {
    const before = new Set(this.document.notebook.blocks.map(({ id }) => id));
    if (!edit()) return;
    const added = this.document.notebook.blocks.flatMap(({ id }) => (before.has(id) ? [] : [id]));
    this.selection.selectAll(added);
    if (added.length > 0) this.selection.bring(added.at(-1)!, true);
  }

  #wordsFor(ids: readonly number[]): string {
    const block = ids.length === 1 ? this.#blockAt(ids[0]!)?.block : undefined;
    return block === undefined ? `${ids.length} blocks` : nameOf(block);
  }

  /** The place below the last selected block, or the end. */
  placeBelowSelection(): number {
    const { blocks } = this.document.notebook;
    const at = blocks.findLastIndex((block) => this.selection.has(block.id));
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

  /** Puts a comment or a decision at a place, about the cell above it, and gives its id. */
  addNote(kind: NoteBlock["kind"], place: number): number | null {
    const before = new Set(this.document.notebook.blocks.map(({ id }) => id));
    const { blocks } = this.document.notebook;
    const above = blocks[place - 1];
    const params = above?.type === "cell" ? { about: above.name } : {};
    this.#edit(`Add a ${kind}`, (notebook, nextId) => insertNote(notebook, blocks[place - 1]?.id ?? null, kind, params, nextId));
    const added = this.document.notebook.blocks.find(({ id }) => !before.has(id));
    if (added === undefined) return null;
    this.selection.focus(added.id);
    return added.id;
  }

  /** Merges lines into a comment or a decision. @param session When their writing began, where it is one step of undo. */
  setNote(id: number, patch: Record<string, Json | undefined>, session?: number): void {
    const found = this.#blockAt(id);
    if (found?.block.type !== "note") return;
    const names = Object.keys(patch).join(", ");
    this.#edit(`Change ${names} of a ${found.block.kind}`, (notebook) => setNote(notebook, id, patch), `${id} ${names} ${session ?? ""}`, session);
  }

  /** Merges parameters into a cell. Quick changes of the same parameters are one step. */
  setParams(id: number, patch: Record<string, Json | undefined>): void {
    const found = this.#blockAt(id);
    if (found?.block.type !== "cell") return;
    const names = Object.keys(patch);
    const label = `Change ${names.join(", ")} of ${found.block.name}`;
    this.#edit(label, (notebook) => setParams(notebook, id, patch), `${id} ${names.join(" ")}`);
  }

  /** Writes prose. @param session When its editing began: everything written since is one step. */
  setProse(id: number, text: string, session: number): void {
    this.#edit("Change text", (notebook) => setProse(notebook, id, text), `prose ${id} ${session}`, session);
  }

  /** Changes what holds for the whole notebook. Quick changes of the same setting are one step. */
  setFront(patch: FrontPatch): void {
    const names = Object.keys(patch).map((name) => name.replaceAll("_", " "));
    this.#edit(`Change the ${names.join(", ")}`, (notebook) => setFront(notebook, patch), `front ${names.join(" ")}`);
  }

  rename(id: number, name: string): void {
    this.#edit(`Rename to ${name}`, (notebook) => renameCell(notebook, id, name));
  }

  /** Puts a copy of blocks below the last of them. */
  duplicate(ids: readonly number[]): void {
    const [only] = ids;
    if (only === undefined) return;
    const label = `Duplicate ${this.#wordsFor(ids)}`;
    if (ids.length > 1) return this.paste(copyText(this.document.notebook, ids), label);
    this.#adding(() => this.#edit(label, (notebook, nextId) => duplicate(notebook, only, nextId)));
  }

  /** Puts the blocks of a notebook's text below the selection and selects them. */
  paste(text: string, label = "Paste"): void {
    const after = this.document.notebook.blocks[this.placeBelowSelection() - 1]?.id ?? null;
    this.#adding(() => this.#edit(label, (notebook, nextId) => pasteText(notebook, after, text, nextId)));
  }

  /** Moves blocks together up (−1) or down (1). */
  move(ids: readonly number[], by: -1 | 1): void {
    const places = ids.flatMap((id) => this.#blockAt(id)?.index ?? []);
    if (places.length > 0) this.moveTo(ids, by < 0 ? Math.min(...places) - 1 : Math.max(...places) + 2);
  }

  /** Moves blocks together to a gap between the blocks: 0 is above the first. */
  moveTo(ids: readonly number[], gap: number): void {
    const lead = this.selection.id;
    this.#edit(`Move ${this.#wordsFor(ids)}`, (notebook) => moveTogether(notebook, ids, gap));
    if (lead !== null) this.selection.bring(lead, true);
  }

  /** Takes blocks out and offers to undo that. */
  remove(ids: readonly number[], done = "deleted"): void {
    const last = this.#blockAt(ids.at(-1) ?? -1);
    if (last === null) return;
    const words = this.#wordsFor(ids);
    const chosen = new Set(ids);
    const { blocks } = this.document.notebook;
    if (ids.length > 2) this.beforeMany();
    const isLeft = ({ id }: Block): boolean => !chosen.has(id);
    const next = blocks.slice(last.index).find(isLeft) ?? blocks.findLast(isLeft);
    if (!this.#edit(`Delete ${words}`, (notebook) => ids.reduce((left, id) => remove(left, id), notebook))) return;
    this.notices.show({ text: `${words} ${done}.`, action: { label: "Undo", run: () => this.undo() } });
    if (next === undefined) this.selection.select(null);
    else this.selection.focus(next.id);
  }

  /** Changes the notebook as a whole, in one step. */
  change(label: string, change: (notebook: Notebook, nextId: NextId) => Notebook): boolean {
    return this.#edit(label, change);
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
