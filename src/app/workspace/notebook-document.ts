import type { Json } from "../../schema/json.ts";
import { counterAfter, type NextId } from "../../notebook/ids.ts";
import { blockText, serialize } from "../../notebook/file/serialize.ts";
import { History } from "../../notebook/history.ts";
import type { Block, Notebook } from "../../notebook/notebook.ts";
import { Topic } from "../topics/topic.ts";

const emptyNotebook: Notebook = { front: { format: 1, title: "", unknown: [] }, blocks: [] };

/** A file's name for a notebook that has none yet, from its title. */
function nameFor(title: string): string {
  const stem = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 48)
    .replace(/-+$/, "");
  return `${stem === "" ? "notebook" : stem}.journey.md`;
}

/** Where a notebook comes from. */
export interface Origin {
  /** The file's name, or null when it has no file yet. */
  fileName: string | null;
  /** The text in that file, or null. */
  savedText: string | null;
  handle?: FileSystemFileHandle;
  /** When that file was last written. */
  modified?: number;
  history?: Json;
  /** Its key among the notebooks this machine keeps. */
  id?: string;
}

function freshId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join("-");
}

/** The open notebook with its undo history, and what of it is in a file. */
export class NotebookDocument {
  readonly topic = new Topic();
  id = freshId();
  handle: FileSystemFileHandle | null = null;
  /** When the notebook's file was last written, as far as this page knows; null where it cannot. */
  modified: number | null = null;
  #history = new History(emptyNotebook);
  #nextId: NextId = counterAfter(emptyNotebook);
  #fileName: string | null = null;
  #savedText: string | null = null;
  #text: { of: Notebook; text: string } | null = null;
  #clean: ((text: string) => string) | null = null;

  get notebook(): Notebook {
    return this.#history.notebook;
  }

  get canUndo(): boolean {
    return this.#history.undoLabel !== null;
  }

  get canRedo(): boolean {
    return this.#history.redoLabel !== null;
  }

  get fileName(): string {
    return this.#fileName ?? nameFor(this.notebook.front.title);
  }

  get savedText(): string | null {
    return this.#savedText;
  }

  /** Whether the file has everything; a notebook that is empty and was never saved has nothing to lose. */
  get isSaved(): boolean {
    return this.#savedText === null ? this.notebook.blocks.length === 0 && this.notebook.front.title === "" : this.text() === this.#savedText;
  }

  /** The undo history as plain values, for a draft. */
  get history(): Json {
    const history = this.#clean === null ? this.#history : new History(this.notebook);
    return history.state() as unknown as Json;
  }

  /** The text in the file as a draft keeps it. */
  get keptSavedText(): string | null {
    return this.#savedText === null || this.#clean === null ? this.#savedText : this.#clean(this.#savedText);
  }

  /** From now on drafts keep no step of undo, and nothing of the file that `clean` takes out; undo itself stays while the page is open. */
  keepNothingBefore(clean: (text: string) => string): void {
    const before = this.#clean;
    this.#clean = before === null ? clean : (text) => clean(before(text));
  }

  /** The notebook as its file holds it. */
  text(): string {
    if (this.#text?.of !== this.notebook) this.#text = { of: this.notebook, text: serialize(this.notebook) };
    return this.#text.text;
  }

  /** One block as the file holds it. */
  textOf(block: Block): string {
    return blockText(block);
  }

  /** Puts another notebook in the place of this one. */
  open(notebook: Notebook, origin: Origin): void {
    const restored = origin.history === undefined ? null : History.restore(origin.history);
    this.#history = restored ?? new History(notebook);
    this.#nextId = counterAfter(this.notebook);
    this.#fileName = origin.fileName;
    this.#savedText = origin.savedText;
    this.handle = origin.handle ?? null;
    this.modified = origin.modified ?? null;
    this.id = origin.id ?? freshId();
    this.#clean = null;
    this.topic.tell();
  }

  /**
   * Applies an edit and remembers it.
   *
   * @param key Quick successive edits with the same key are one step of undo.
   * @param time When it was made; edits of a long session that are one step all give its beginning.
   * @throws {UserError} What the edit throws; the notebook then is as it was.
   */
  edit(label: string, change: (notebook: Notebook, nextId: NextId) => Notebook, key?: string, time = performance.now()): void {
    const next = change(this.notebook, this.#nextId);
    if (next === this.notebook) return;
    this.#history.apply(next, { label, time, ...(key === undefined ? {} : { key }) });
    this.topic.tell();
  }

  /** Takes the last edit back and says which it was. */
  undo(): string | null {
    const label = this.#history.undo();
    if (label !== null) this.topic.tell();
    return label;
  }

  /** Does the last undone edit again and says which it was. */
  redo(): string | null {
    const label = this.#history.redo();
    if (label !== null) this.topic.tell();
    return label;
  }

  /** Notes that a file now has this text. */
  saved(text: string, fileName: string, handle: FileSystemFileHandle | null, modified: number | null = null): void {
    this.#savedText = text;
    this.#fileName = fileName;
    this.handle = handle;
    this.modified = modified;
    this.topic.tell();
  }
}
