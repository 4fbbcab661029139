import { EngineClient } from "../../engine/client.ts";
import { startWorker } from "../../engine/start-worker.ts";
import type { Figure } from "../../figures/figure.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import { settingsOf } from "../../notebook/settings.ts";
import type { Settings } from "../../schema/settings.ts";
import type { Verb } from "../../schema/verbs.ts";
import type { OwnPage } from "../../share/page/own-page.ts";
import type { KeptNotebook } from "../storage/kept-notebook.ts";
import { storageFault, storageTopic } from "../storage/storage.ts";
import { cellTables, type AskFile, type AskRows } from "../table/cell-tables.ts";
import type { TableSource } from "../table/table-rows.ts";
import { Topic } from "../topics/topic.ts";
import { Choices } from "./choices.ts";
import { Clip } from "./clip.ts";
import { isNotebookName } from "./dropped-files.ts";
import { EarlyWorker } from "./early-worker.ts";
import { Edits } from "./edits.ts";
import { FileMemory } from "./file-memory.ts";
import { FileShelf, type ShelvedFile } from "./file-shelf.ts";
import { FileWatch } from "./file-watch.ts";
import { Intake } from "./intake.ts";
import { Layout } from "./layout.ts";
import { Marks } from "./marks.ts";
import { NotebookDocument } from "./notebook-document.ts";
import { Notices } from "./notices.ts";
import { Opening } from "./opening.ts";
import { Overlays } from "./overlays.ts";
import { pickFiles } from "./pick-files.ts";
import { Runs } from "./runs.ts";
import { Saving } from "./saving.ts";
import { Selection } from "./selection.ts";
import { Sharing } from "./sharing/sharing.ts";
import { Shown } from "./shown.ts";
import { Suggestions } from "./suggestions.ts";
import { Versions } from "./versions.ts";
import { tableCellOf } from "./table-cell-of.ts";
import { View } from "./view.ts";
import { filesWantedBy, wantedFiles } from "./wanted-files.ts";

/** All that the page knows, without what draws it. */
export class Workspace {
  /** Told when a notebook is opened or left, and when a cell's tables are opened or closed. */
  readonly topic = new Topic();
  readonly document = new NotebookDocument();
  readonly files = new FileShelf();
  readonly layout = new Layout();
  readonly notices = new Notices();
  readonly overlays = new Overlays();
  readonly shown = new Shown();
  readonly selection = new Selection(() => this.document.notebook.blocks);
  readonly #worker = new EarlyWorker(startWorker);
  readonly #engine = new EngineClient(() => this.#worker.start());
  readonly runs = new Runs(this.#engine, (state) => this.#came(state));
  readonly memory = new FileMemory(this.files);
  readonly watch = new FileWatch(this.files, this.notices);
  readonly saving = new Saving(this.document, this.files, this.notices, () => ({
    folded: this.shown.folded,
    manual: !this.runs.auto,
    identities: this.memory.identities,
  }));
  readonly edits = new Edits(this.document, this.selection, this.notices);
  /** Whether the notebook is edited or read. */
  readonly view = new View();
  readonly choices = new Choices(this.document, this.edits, this.view);
  /** Before the cells hear of new files: what they found in the old ones is then kept. */
  readonly versions = new Versions(this.document, this.files, this.runs, this.choices, this.edits);
  readonly clip = new Clip(this.document, this.selection, this.edits, this.notices);
  readonly marks = new Marks(this.document, this.runs, this.edits);
  readonly suggestions = new Suggestions(() => this.document.notebook);
  readonly intake = new Intake(this.document, this.files, this.edits, this.suggestions, this.notices, (name) => this.selection.focusCell(name));
  readonly opening = new Opening(this.document, this.files, this.saving, this.notices, (open, kept) => this.#turn(open, kept));
  readonly sharing: Sharing;
  isOpen = false;
  /** The cell whose tables are shown in the place of the notebook. */
  tableOf: string | null = null;
  /** What is drawn of each cell now: also what its table view offers. */
  readonly #figures = new Map<string, readonly Figure[]>();
  #settings: { of: Notebook["front"]; settings: Settings } | null = null;

  /** @param page The page as its file has it, to write itself again; null where it cannot. */
  constructor(page: OwnPage | null = null) {
    const { document, files, runs } = this;
    this.sharing = new Sharing({ document, files, runs, engine: this.#engine }, page);
    const update = (): void => this.#update();
    this.document.topic.listen(update);
    this.files.topic.listen(update);
    this.choices.topic.listen(update);
    this.shown.topic.listen(() => this.saving.touch());
    this.runs.modeTopic.listen(() => this.saving.touch());
    storageTopic.listen(() => this.#tellFault());
  }

  /** Starts the engine's worker before the first cell asks for it. */
  prepare(): void {
    this.#worker.prepare();
  }

  /** What holds for all computations of the notebook. */
  get settings(): Settings {
    const { front } = this.document.notebook;
    if (this.#settings?.of !== front) this.#settings = { of: front, settings: settingsOf(front).settings };
    return this.#settings.settings;
  }

  cellNamed(name: string): CellBlock | null {
    return this.document.notebook.blocks.find((block): block is CellBlock => block.type === "cell" && block.name === name) ?? null;
  }

  selectedCell(): CellBlock | null {
    const { id } = this.selection;
    return this.document.notebook.blocks.find((block): block is CellBlock => block.type === "cell" && block.id === id) ?? null;
  }

  /** The files a cell reads, as far as they are here. */
  filesOf(block: CellBlock): ShelvedFile[] {
    return wantedFiles(block).flatMap((wanted) => this.files.matching(wanted));
  }

  /** The names and patterns of files the notebook reads and the page does not have. */
  missingFiles(): string[] {
    if (this.sharing.isLocked) return [];
    const { notebook } = this.document;
    const blocks = notebook.blocks.filter((block) => block.type !== "cell" || this.runs.state(block.name).state !== "kept");
    return filesWantedBy({ ...notebook, blocks }).filter((name) => this.files.matching(name).length === 0);
  }

  /** Takes in files of any sort: a notebook is opened, with the data beside it; data goes into the open notebook. */
  async receive(files: readonly ShelvedFile[]): Promise<void> {
    const notebook = files.find(({ name }) => isNotebookName(name));
    const data = files.filter(({ name }) => !isNotebookName(name));
    if (notebook !== undefined) return await this.opening.openFile(notebook, data);
    if (data.length === 0) return;
    if (!this.isOpen) this.opening.startEmpty();
    const known = await this.memory.recognised(data, this.missingFiles());
    // A report takes the data it reads and grows no cells.
    if (this.view.mode === "read") this.files.add(known);
    else this.intake.receive(known);
  }

  /** Lets the reader choose data files, and takes them in. */
  async chooseFiles(): Promise<void> {
    await this.receive(await pickFiles());
  }

  /** Shows the settings of the notebook: the inspector has them while no cell is chosen. */
  openSettings(): void {
    this.selection.select(null);
    this.layout.setInspector(true);
  }

  /** Shows a cell's tables in the place of the notebook, or the notebook again. */
  openTable(name: string | null): void {
    this.tableOf = name;
    this.topic.tell();
  }

  /** Adds a cell that does these steps to a table, below the cell it is of, and goes there. */
  makeTable(cell: string, table: string, verbs: readonly Verb[]): void {
    const made = tableCellOf(cell, table, verbs);
    if (made === null) return;
    this.openTable(null);
    const place = this.document.notebook.blocks.findIndex((block) => block.type === "cell" && block.name === cell) + 1;
    this.edits.addCell(made, place);
  }

  /** Notes what is drawn of a cell. */
  drew(name: string, figures: readonly Figure[]): void {
    this.#figures.set(name, figures);
    if (this.tableOf === name) this.topic.tell();
  }

  /** What is drawn of a cell now. */
  figuresOf(name: string): readonly Figure[] {
    return this.#figures.get(name) ?? [];
  }

  /** The tables of a cell as they can be looked at: as drawn, and whole. */
  tablesOf(name: string): TableSource[] {
    const ask: AskRows = (table, from, to, order, narrowed) => this.runs.rows(name, table, from, to, order ?? undefined, narrowed);
    const write: AskFile = (table, to, order, narrowed, format) =>
      this.runs.file(name, { table, from: 0, to, ...(order === null ? {} : { orderBy: order }), ...narrowed }, format);
    return cellTables(this.runs.state(name).result, this.figuresOf(name), ask, write);
  }

  #update(): void {
    if (!this.isOpen) return;
    this.runs.update({ notebook: this.choices.notebook, settings: this.settings, files: this.files.entries });
  }

  /** Says why nothing is kept here, as soon as that is so. */
  #tellFault(): void {
    const fault = storageFault();
    if (fault !== null && this.isOpen) this.notices.show({ text: fault, action: { label: "Save", run: () => void this.saving.save() } });
  }

  #turn(open: boolean, kept?: KeptNotebook): void {
    this.isOpen = open;
    this.saving.isOpen = open;
    this.tableOf = null;
    this.choices.clear();
    if (!open) {
      this.notices.dismiss();
      this.runs.stop();
      this.runs.dropKept();
      this.sharing.from = null;
      this.#figures.clear();
      this.selection.select(null);
      this.suggestions.clear();
      this.intake.forget();
      this.shown.restore([]);
      this.memory.restore([]);
      this.runs.auto = true;
    } else {
      this.shown.restore(kept?.folded ?? []);
      this.memory.restore(kept?.identities ?? []);
      this.runs.auto = kept?.manual !== true;
      this.selection.select(this.document.notebook.blocks.find(({ type }) => type === "cell")?.id ?? null);
      this.#update();
    }
    void this.versions.turn(open);
    this.topic.tell();
  }

  #came(state: CellState): void {
    this.intake.arrived(state);
    if (state.state === "error") void this.watch.check();
    if ((state.state === "error" || state.state === "invalid") && state.problem !== null) this.notices.say(`${state.name}: ${state.problem.problem}`);
    else if (state.state === "done") this.notices.say(`${state.name} is done.`);
  }
}
