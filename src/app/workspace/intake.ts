import { catalog } from "../../cells/catalog.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { bindStarter } from "../../notebook/starter/bind.ts";
import { wantsOf } from "../../notebook/starter/wants.ts";
import type { Json, JsonRecord } from "../../schema/json.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Edits } from "./edits.ts";
import type { FileShelf, ShelvedFile } from "./file-shelf.ts";
import { joinedLines, journeyIn, knownTogether, listed, type FirstLine } from "./first-lines.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import { offersOf, type Offer, type Suggestions } from "./suggestions.ts";
import { fileKind, fileParam, filesWantedBy } from "./wanted-files.ts";

/** How sure a guess must be to be written without asking. */
const sure = 0.5;

/** States in which a cell that was waited for will give nothing. */
const givenUp: ReadonlySet<CellState["state"]> = new Set(["error", "invalid", "missing", "cancelled"]);

/** Takes in data files: each becomes a cell that reads it, then a guessed line in the journey, then offers of what to ask. */
export class Intake {
  /** Cells that are read for the first time and whose output is still to be looked at. */
  readonly #awaited = new Set<string>();
  /** What their outputs add to the journey, written together when all have come. */
  #lines: FirstLine[] = [];
  /** Outputs that may be what a starter notebook waits for. */
  #unbound: InputShape[] = [];
  /** The journey just made: shown when it is there, as the cells above it have grown meanwhile. */
  #opened: string | null = null;

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly edits: Edits,
    private readonly suggestions: Suggestions,
    private readonly notices: Notices,
    /** Brings a cell into view. */
    private readonly bring: (name: string) => void,
  ) {}

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
    if (givenUp.has(state) && this.#awaited.delete(name))
      queueMicrotask(() => {
        this.#bindStarter();
        this.#writeLines();
      });
    if (shape === null || !current || (state !== "done" && state !== "cached")) return;
    this.suggestions.consider(name, shape);
    if (this.#opened === name) {
      this.#opened = null;
      queueMicrotask(() => this.bring(name));
    }
    if (this.#awaited.delete(name)) queueMicrotask(() => this.#lookAt(shape));
  }

  /** Adds an offered cell below the one it reads. */
  take(block: CellBlock, kind: string, suggestion: Suggestion): void {
    const place = this.document.notebook.blocks.findIndex(({ id }) => id === block.id) + 1;
    const { params } = suggestion;
    const name = this.edits.addCell({ kind, params, ...(suggestion.name === undefined ? {} : { name: suggestion.name }) }, place);
    if (name !== null) this.suggestions.welcome(name);
  }

  forget(): void {
    this.#awaited.clear();
    this.#lines = [];
    this.#unbound = [];
    this.#opened = null;
  }

  #addReader(file: string): void {
    const kind = fileKind();
    const param = kind === null ? null : fileParam(kind);
    if (kind === null || param === null) return;
    const stem = nameFrom(file);
    const name = this.edits.addCell({ kind, ...(stem === "" ? {} : { name: stem }), params: { [param]: file } }, this.#placeForReader());
    if (name === null) return;
    this.#awaited.add(name);
    this.suggestions.welcome(name);
  }

  /** Below the last cell that reads a file, or at the end. */
  #placeForReader(): number {
    const { blocks } = this.document.notebook;
    const last = blocks.findLastIndex((block) => block.type === "cell" && fileParam(block.kind) !== null);
    return last < 0 ? blocks.length : last + 1;
  }

  #lookAt(shape: InputShape): void {
    if (wantsOf(this.document.notebook).length > 0) this.#unbound.push(shape);
    else this.#guessLine(shape);
    this.#bindStarter();
    this.#writeLines();
  }

  /** Puts the files just read into a starter notebook's cells that wait for them; what is left over is taken in as any file. */
  #bindStarter(): void {
    if (this.#awaited.size > 0 || this.#unbound.length === 0) return;
    const shapes = this.#unbound;
    this.#unbound = [];
    const { notebook, matches, timeless } = bindStarter(this.document.notebook, shapes);
    if (matches.length > 0) {
      this.edits.change("Put the files in their places", () => notebook);
      const text = `${listed(matches.map(({ source, reader }) => `${reader} is now read by ${source}`))}. The journey below says which column plays which role.`;
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
    else if (line !== undefined) this.#lines.push({ ...line, table: shape.name });
  }

  /** Puts the cell that readies a table below it; the journey is then guessed from what it gives. */
  #prepare({ kind, suggestion: { name: wanted, params, why } }: Offer, table: string): void {
    const place = this.document.notebook.blocks.findIndex((block) => block.type === "cell" && block.name === table) + 1;
    const name = this.edits.addCell({ kind, params, ...(wanted === undefined ? {} : { name: wanted }) }, place);
    if (name === null) return;
    this.#awaited.add(name);
    this.notices.show({ text: `${name} is new. ${why}`, action: { label: "Undo", run: () => this.edits.undo() } });
  }

  /** Writes what the files just taken in add to the journey, once, when all of them have been read. */
  #writeLines(): void {
    if (this.#awaited.size > 0 || this.#lines.length === 0) return;
    const { blocks } = this.document.notebook;
    const place = ({ table }: FirstLine): number => blocks.findIndex((block) => block.type === "cell" && block.name === table);
    const existing = journeyIn(this.document.notebook);
    const before = (existing?.params ?? {}) as JsonRecord;
    const kind = (existing ?? this.#lines[0]!).kind;
    const { lines, strangers } = knownTogether(
      before,
      this.#lines.filter((line) => line.kind === kind).sort((a, b) => place(a) - place(b)),
    );
    // Lines that only add to a journey wait until a file makes one.
    const first = lines.find(({ suggestion }) => existing !== null || suggestion.adds !== true);
    if (first === undefined && (existing === null || strangers.length === 0)) return;
    this.#lines = [];
    const name = existing?.name ?? (first === undefined ? null : this.#addJourney(first, lines));
    if (name === null) return;
    if (existing !== null && first !== undefined) this.edits.setParams(existing.id, joinedLines(before, lines));
    this.suggestions.settle(lines.map(({ table }) => table));
    this.#tell(name, lines, strangers);
  }

  #addJourney({ kind, suggestion: { name: wanted } }: FirstLine, lines: readonly FirstLine[]): string | null {
    const cell = { kind, params: joinedLines({}, lines), ...(wanted === undefined ? {} : { name: wanted }) };
    const name = this.edits.addCell(cell, this.#placeBelow(new Set(lines.map(({ table }) => table))));
    if (name === null) return null;
    this.suggestions.welcome(name);
    this.#opened = name;
    return name;
  }

  #tell(journey: string, lines: readonly FirstLine[], strangers: readonly FirstLine[]): void {
    const tables = lines.map(({ table }) => table);
    const why = lines.length === 1 ? ` ${lines[0]!.suggestion.why}` : "";
    const joined = tables.length === 0 ? "" : `${listed(tables)} ${tables.length === 1 ? "is" : "are"} now part of ${journey}.${why}`;
    const left = strangers.map(
      ({ table }) => `${table} is left out: it knows customers by e-mail only. Join it with their numbers in a table cell first.`,
    );
    const text = [joined, ...left].filter((sentence) => sentence !== "").join(" ");
    this.notices.show({ text, action: { label: "Undo", run: () => this.edits.undo() } });
  }

  /** Below the last of some cells and of those that read files. */
  #placeBelow(names: ReadonlySet<string>): number {
    const { blocks } = this.document.notebook;
    return Math.max(this.#placeForReader(), blocks.findLastIndex((block) => block.type === "cell" && names.has(block.name)) + 1);
  }
}
