import { serialize } from "../../notebook/file/serialize.ts";
import { openNotebook } from "../../notebook/open.ts";
import { isKitFile } from "../../share/observable/notebook-kit.ts";
import { notebookId } from "../../share/page/embedded.ts";
import { takenNotebook } from "../observable/taken-notebook.ts";
import { keptNotebook, openBefore, rememberOpen } from "../storage/notebooks.ts";
import type { KeptNotebook } from "../storage/kept-notebook.ts";
import { DraftLock } from "./draft-lock.ts";
import { isNotebookName } from "./dropped-files.ts";
import type { FileShelf, ShelvedFile } from "./file-shelf.ts";
import type { NotebookDocument, Origin } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import { pickNotebook } from "./pick-files.ts";
import { isSample, sampleFile, type Sample } from "./samples.ts";
import type { Saving } from "./saving.ts";
import { filesWantedBy } from "./wanted-files.ts";

type AskingHandle = FileSystemFileHandle & {
  queryPermission?(options: { mode: "read" }): Promise<PermissionState>;
  requestPermission?(options: { mode: "read" }): Promise<PermissionState>;
};

/** Opening notebooks, from files, samples and what this machine keeps, and leaving them. */
export class Opening {
  /** Handles of data files the open notebook had before the page was loaded again. */
  #lost: AskingHandle[] = [];
  readonly #lock = new DraftLock();

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly saving: Saving,
    private readonly notices: Notices,
    /** Called around the change of notebook: false before the old one goes, true once the new one stands. */
    private readonly turn: (open: boolean, kept?: KeptNotebook) => void,
  ) {}

  /** Opens a notebook's text. What the reader should know of it is shown. */
  openText(text: string, origin: Origin, files: readonly ShelvedFile[] = [], kept?: KeptNotebook): void {
    const { notebook, notices } = openNotebook(text);
    this.turn(false);
    this.#lost = [];
    this.files.clear();
    this.files.add(files);
    // Saved means that nothing was changed: that a file is written in other words than Journeybook's own changes nothing.
    const savedText = origin.savedText === text ? serialize(notebook) : origin.savedText;
    this.document.open(notebook, { ...origin, savedText });
    this.turn(true, kept);
    void this.#lock.take(this.document.id);
    rememberOpen(this.document.id);
    void this.saving.keepDraft();
    if (notices.length > 0) this.notices.show({ text: notices.map((notice) => notice.text).join(" ") });
  }

  /** Opens the notebook that is in this page; where this tab had changed it before it was loaded again, with the changes. */
  async openShared(text: string, fileName: string): Promise<void> {
    const id = openBefore();
    const kept = id === null ? undefined : await keptNotebook(id);
    const saved = serialize(openNotebook(text).notebook);
    if (kept?.savedText === saved && kept.fileName === fileName) await this.openKept(kept);
    else this.openText(text, { fileName, savedText: text });
  }

  /** Opens a notebook from its file. */
  async openFile({ name, file, handle }: ShelvedFile, data: readonly ShelvedFile[] = []): Promise<void> {
    try {
      const text = await file.text();
      if (/\.html?$/i.test(name)) return this.#openPage(name, text, data);
      const origin: Origin = { fileName: name, savedText: text, modified: file.lastModified };
      this.openText(text, handle === undefined ? origin : { ...origin, handle }, data);
    } catch {
      this.notices.show({ text: `${name} could not be read. Was it moved or deleted? Choose it again.` });
    }
  }

  /** Takes the prose and the data files of an Observable notebook into a new notebook. */
  #openPage(name: string, html: string, data: readonly ShelvedFile[]): void {
    if (!isKitFile(html)) {
      const isShared = html.includes(`id="${notebookId}"`);
      const remedy = isShared ? "It is a page of its own: open it in the browser, by a double-click." : "Notebooks end in .journey.md.";
      this.notices.show({ text: `${name} is not a notebook file. ${remedy}` });
      return;
    }
    const { text, notice } = takenNotebook(html);
    this.openText(text, { fileName: null, savedText: null }, data);
    this.notices.show({ text: notice });
  }

  /** Lets the reader choose a notebook. */
  async choose(): Promise<void> {
    const [file] = await pickNotebook();
    if (file === undefined) return;
    if (isNotebookName(file.name)) await this.openFile(file);
    else this.notices.show({ text: `${file.name} is not a notebook. Notebooks end in .journey.md.` });
  }

  startEmpty(): void {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.openText(`---\nformat: 1\ntimezone: ${JSON.stringify(zone)}\n---\n`, { fileName: null, savedText: null });
  }

  /** Opens a notebook that waits for the reader's files, as a new one. */
  openStarter({ text }: Sample): void {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const local = text.replace(/^title: .*$/m, (title) => `${title}\ntimezone: ${JSON.stringify(zone)}`);
    this.openText(local, { fileName: null, savedText: null });
  }

  /** Opens a notebook that comes with the page, and its data where the page has it. */
  async openSample(sample: Sample): Promise<void> {
    this.openText(sample.text, { fileName: `${sample.name}.journey.md`, savedText: sample.text });
    const { id } = this.document;
    const found = await Promise.all(filesWantedBy(this.document.notebook).map(sampleFile));
    if (this.document.id !== id) return;
    this.files.add(found.flatMap((file) => (file === null ? [] : [{ name: file.name, file }])));
  }

  /** Opens a notebook this machine keeps, with its undo history, and its files where the browser still opens them. */
  async openKept(kept: KeptNotebook): Promise<void> {
    const { fileName, savedText, history, handle, modified, files = [], text } = kept;
    const isOwn = await this.#lock.take(kept.id);
    const origin: Origin = {
      fileName,
      savedText,
      history,
      ...(isOwn ? { id: kept.id } : {}),
      ...(handle === undefined ? {} : { handle }),
      ...(modified === undefined ? {} : { modified }),
    };
    this.openText(text, origin, [], kept);
    const { id } = this.document;
    if (!isOwn) this.notices.show({ text: "This notebook is open in another tab too. What you change here is kept as a draft of its own." });
    this.#lost = files;
    const open = await Promise.all(files.map(async (file: AskingHandle) => (await file.queryPermission?.({ mode: "read" })) === "granted"));
    if (open.length > 0 && open.every(Boolean)) await this.reconnect();
    else if (files.length > 0) this.files.topic.tell();
    // A file of the reader's may have the name of a sample: only a notebook that came with the page gets its data from there.
    if (!isSample(fileName, savedText)) return;
    const wanted = filesWantedBy(this.document.notebook).filter((name) => this.files.matching(name).length === 0 && !this.canReconnect([name]));
    const found = await Promise.all(wanted.map(sampleFile));
    if (this.document.id === id) this.files.add(found.flatMap((file) => (file === null ? [] : [{ name: file.name, file }])));
  }

  /** Opens what this tab had open before it was loaded again; says so when it was not saved. */
  async restore(): Promise<boolean> {
    const id = openBefore();
    const kept = id === null ? undefined : await keptNotebook(id);
    if (kept === undefined) return false;
    await this.openKept(kept);
    if (!this.document.isSaved && this.notices.current === null) this.notices.show({ text: "Restored what you had not saved." });
    return true;
  }

  /** Whether all these files can be opened again without choosing them. */
  canReconnect(names: readonly string[]): boolean {
    return names.length > 0 && names.every((name) => this.#lost.some((handle) => handle.name === name));
  }

  /** Opens the files the notebook had before; the browser may ask the reader. */
  async reconnect(): Promise<boolean> {
    const found: ShelvedFile[] = [];
    for (const handle of this.#lost) {
      try {
        if ((await handle.requestPermission?.({ mode: "read" })) !== "granted") continue;
        found.push({ name: handle.name, file: await handle.getFile(), handle });
      } catch {
        // A file that is gone stays missing, and its cell asks for it.
      }
    }
    this.#lost = this.#lost.filter((handle) => !found.some(({ name }) => name === handle.name));
    this.files.add(found);
    return found.length > 0;
  }

  /** Back to the start page. The notebook stays among the recent ones. */
  async leave(): Promise<void> {
    await this.saving.keepDraft();
    rememberOpen(null);
    this.#lock.release();
    this.turn(false);
  }
}
