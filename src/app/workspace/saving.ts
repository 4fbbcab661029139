import { keepNotebook } from "../storage/notebooks.ts";
import type { KeptNotebook } from "../storage/kept-notebook.ts";
import { Topic } from "../topics/topic.ts";
import type { FileShelf } from "./file-shelf.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import { canSaveToFiles, pickPlace } from "./pick-files.ts";

/** How long typing may go on before the draft is written, in milliseconds. */
const draftDelay = 400;

interface Writable {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}
type WritableHandle = FileSystemFileHandle & {
  createWritable(): Promise<Writable>;
  requestPermission?(options: { mode: "readwrite" }): Promise<PermissionState>;
};

/** Saving to the notebook's file, and the draft this machine keeps of what is not saved yet. */
export class Saving {
  readonly topic = new Topic();
  /** Whether the draft has everything the notebook has. */
  draftKept = true;
  #timer = 0;
  #isOpen = false;

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly notices: Notices,
    /** What of the page is kept with the draft, beside the notebook. */
    private readonly beside: () => Pick<KeptNotebook, "folded" | "manual" | "identities">,
  ) {
    document.topic.listen(() => this.#changed());
    files.topic.listen(() => this.#changed());
    globalThis.addEventListener("beforeunload", (event) => {
      if (this.#isOpen && !document.isSaved && !this.draftKept) event.preventDefault();
    });
    globalThis.document.addEventListener("visibilitychange", () => {
      if (globalThis.document.visibilityState === "hidden" && !this.draftKept) void this.keepDraft();
    });
  }

  /** Whether there is a notebook to keep a draft of. */
  set isOpen(open: boolean) {
    this.#isOpen = open;
  }

  /** Saves to the notebook's file; where it has none, asks where, or downloads it. */
  async save(): Promise<void> {
    const { handle } = this.document;
    if (handle === null) return await this.saveAs();
    try {
      if (await this.#isChanged(handle)) return;
      await this.#write(handle as WritableHandle);
    } catch {
      this.notices.show({
        text: `${handle.name} could not be written. The draft on this machine is as it was.`,
        action: { label: "Save as a new file", run: () => void this.saveAs() },
      });
    }
  }

  /** Saves to a new file. */
  async saveAs(): Promise<void> {
    if (!canSaveToFiles) return this.#download();
    try {
      const handle = await pickPlace(this.document.fileName);
      if (handle !== null) await this.#write(handle as WritableHandle);
    } catch {
      this.#download();
    }
  }

  /** Writes the draft now. */
  async keepDraft(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isOpen) return;
    const { document } = this;
    const { notebook } = document;
    const text = document.text();
    const handles = this.files.files.flatMap(({ handle }) => (handle === undefined ? [] : [handle]));
    const kept = await keepNotebook({
      id: document.id,
      title: notebook.front.title,
      fileName: document.fileName,
      cells: notebook.blocks.filter(({ type }) => type !== "prose" && type !== "note").length,
      at: Date.now(),
      text,
      savedText: document.keptSavedText,
      history: document.history,
      ...this.beside(),
      ...(document.modified === null ? {} : { modified: document.modified }),
      ...(document.handle === null ? {} : { handle: document.handle }),
      ...(handles.length === 0 ? {} : { files: handles }),
    });
    this.draftKept = kept && document.text() === text;
    this.topic.tell();
  }

  /** Keeps the draft soon. */
  touch(): void {
    this.#changed();
  }

  /** Whether the file has changed since this page read or wrote it; the reader is then told, and nothing is written over it. */
  async #isChanged(handle: FileSystemFileHandle): Promise<boolean> {
    const { modified } = this.document;
    if (modified === null || (await handle.getFile()).lastModified === modified) return false;
    this.notices.show({
      text: `${handle.name} was changed elsewhere since it was opened here. Nothing was written, so that neither is lost.`,
      action: { label: "Save as a new file", run: () => void this.saveAs() },
    });
    return true;
  }

  #changed(): void {
    if (!this.#isOpen) return;
    this.draftKept = false;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.keepDraft(), draftDelay);
  }

  async #write(handle: WritableHandle): Promise<void> {
    const text = this.document.text();
    await handle.requestPermission?.({ mode: "readwrite" });
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
    this.document.saved(text, handle.name, handle, (await handle.getFile()).lastModified);
    this.notices.say(`Saved to ${handle.name}.`);
  }

  #download(): void {
    const text = this.document.text();
    const name = this.document.fileName;
    const link = globalThis.document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.document.saved(text, name, null);
    this.notices.show({ text: `${name} is in your downloads.` });
  }
}
