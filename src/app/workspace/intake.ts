import { catalog } from "../../cells/catalog.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { bindStarter } from "../../notebook/starter/bind.ts";
import { wantsOf } from "../../notebook/starter/wants.ts";
import type { Json } from "../../schema/json.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Edits } from "./edits.ts";
import type { FileShelf, ShelvedFile } from "./file-shelf.ts";
import { FirstJourney } from "./first-journey.ts";
import { listed } from "./first-lines.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import { offersOf, type Offer, type Suggestions } from "./suggestions.ts";
import { fileKind, fileParam, filesWantedBy, placeForReader } from "./wanted-files.ts";

/** How sure a guess must be to be written without asking. */
const sure = 0.5;

/** States in which a cell that was waited for will give nothing. */
const givenUp: ReadonlySet<CellState["state"]> = new Set(["error", "invalid", "missing", "cancelled"]);

/** Takes in data files: each becomes a cell that reads it, then a guessed line in the journey, then offers of what to ask. */
export class Intake {
  /** Cells that are read for the first time and whose output is still to be looked at. */
  readonly #awaited = new Set<string>();
  /** Outputs that may be what a starter notebook waits for. */
  #unbound: InputShape[] = [];
  /** Cells just made: brought into view when their results are there, as the cells above them have grown meanwhile. */
  readonly #toShow = new Set<string>();
  readonly #journey: FirstJourney;

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly edits: Edits,
    private readonly suggestions: Suggestions,
    private readonly notices: Notices,
    /** Brings a cell into view. */
    private readonly bring: (name: string) => void,
  ) {
    this.#journey = new FirstJourney(document, edits, suggestions, notices, (name) => this.#welcome(name));
  }

  /** Adds files; those no cell asks for get a cell of their own. */
  receive(files: readonly ShelvedFile[]): void {
    const known = new Set(this.files.names);
    this.files.add(files);
    const asked = new Set(filesWantedBy(this.document.notebook).flatMap((wanted) => this.files.matching(wanted).map(({ name }) => name)));
    for (const { name } of files) {
      if (!asked.has(name) && !known.has(name)) this.#addReader(name);
    }
  }

  /** Gives a cell the files it waits for; a file of another name takes the place of the one name that was missing. */
  give(block: CellBlock, missing: readonly string[], files: readonly ShelvedFile[]): void {
    this.files.add(files);
    const param = fileParam(block.kind);
    const fits = missing.every((wanted) => this.files.matching(wanted).length > 0);
    if (fits || param === null) return;
    const names = files.map(({ name }) => name);
    const before = [block.params[param] ?? []].flat();
    const kept = before.filter((wanted) => typeof wanted === "string" && !missing.includes(wanted));
    const now = [...kept, ...names];
    this.edits.setParams(block.id, { [param]: now.length === 1 ? now[0]! : (now as Json) });
  }

  /** Looks at a cell's output when it arrives: readies a file just taken in, guesses the journey, and notes what to offer. */
  arrived({ name, state, shape, current }: CellState): void {
    // Edits from within the scheduler's own telling would run inside it.
    if (givenUp.has(state) && this.#awaited.delete(name)) queueMicrotask(() => this.#allCame());
    if (shape === null || !current || (state !== "done" && state !== "cached")) return;
    this.suggestions.consider(name, shape);
    if (this.#toShow.delete(name)) queueMicrotask(() => this.bring(name));
    if (this.#awaited.delete(name)) queueMicrotask(() => this.#lookAt(shape));
  }

  /** Adds an offered cell below the one it reads. */
  take(block: CellBlock, kind: string, suggestion: Suggestion): void {
    const place = this.document.notebook.blocks.findIndex(({ id }) => id === block.id) + 1;
    const { params } = suggestion;
    const name = this.edits.addCell({ kind, params, ...(suggestion.name === undefined ? {} : { name: suggestion.name }) }, place);
    if (name !== null) this.#welcome(name);
  }

  #welcome(name: string): void {
    this.suggestions.welcome(name);
    this.#toShow.add(name);
  }

  forget(): void {
    this.#awaited.clear();
    this.#unbound = [];
    this.#toShow.clear();
    this.#journey.forget();
  }

  #addReader(file: string): void {
    const kind = fileKind();
    const param = kind === null ? null : fileParam(kind);
    if (kind === null || param === null) return;
    const stem = nameFrom(file);
    const name = this.edits.addCell(
      { kind, ...(stem === "" ? {} : { name: stem }), params: { [param]: file } },
      placeForReader(this.document.notebook.blocks),
    );
    if (name === null) return;
    this.#awaited.add(name);
    this.suggestions.welcome(name);
  }

  #lookAt(shape: InputShape): void {
    if (wantsOf(this.document.notebook).length > 0) this.#unbound.push(shape);
    else this.#guessLine(shape);
    this.#allCame();
  }

  /** When all files have been read: a starter notebook takes what it waits for, and the journey the rest. */
  #allCame(): void {
    if (this.#awaited.size > 0) return;
    this.#bindStarter();
    if (this.#awaited.size === 0) this.#journey.write();
  }

  /** Puts the files just read into a starter notebook's cells that wait for them; what is left over is taken in as any file. */
  #bindStarter(): void {
    if (this.#unbound.length === 0) return;
    const shapes = this.#unbound;
    this.#unbound = [];
    const { notebook, matches, timeless, freed } = bindStarter(this.document.notebook, shapes);
    if (matches.length > 0) {
      this.edits.change("Put the files in their places", () => notebook);
      const places = `${listed(matches.map(({ source, reader }) => `${reader} is now read by ${source}`))}.`;
      const events = listed([...new Set(freed.map(({ event }) => `"${event}"`))]);
      const text =
        freed.length === 0
          ? `${places} The journey below says which column plays which role.`
          : `${places} There is no event ${events} in it: in ${listed(freed.map(({ cell }) => cell))} every event counts until you choose one.`;
      this.notices.show({ text, action: { label: "Undo", run: () => this.edits.undo() } });
      this.bring(matches[0]!.source);
    }
    if (matches.length === 0 && timeless.length > 0)
      this.notices.show({
        text: `${listed(timeless)} ${timeless.length === 1 ? "has" : "have"} no column of times, so this notebook cannot be about ${timeless.length === 1 ? "it" : "them"}.`,
      });
    for (const shape of shapes) if (!matches.some(({ reader }) => reader === shape.name)) this.#guessLine(shape);
  }

  #guessLine(shape: InputShape): void {
    const offers = offersOf(shape).filter(({ suggestion }) => suggestion.confidence >= sure);
    const ready = offers.find(({ suggestion }) => suggestion.prepares === true);
    const line = offers.find(({ kind }) => catalog.get(kind)?.kind.provides === "journey");
    if (ready !== undefined && line !== undefined) this.#prepare(ready, shape.name);
    else if (line !== undefined) this.#journey.add({ ...line, table: shape.name });
  }

  /** Puts the cell that readies a table below it; the journey is then guessed from what it gives. */
  #prepare({ kind, suggestion: { name: wanted, params, why } }: Offer, table: string): void {
    const place = this.document.notebook.blocks.findIndex((block) => block.type === "cell" && block.name === table) + 1;
    const name = this.edits.addCell({ kind, params, ...(wanted === undefined ? {} : { name: wanted }) }, place);
    if (name === null) return;
    this.#awaited.add(name);
    this.suggestions.settle([table]);
    this.notices.show({ text: `${name} is new. ${why}`, action: { label: "Undo", run: () => this.edits.undo() } });
  }
}
