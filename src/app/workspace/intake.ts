import { catalog } from "../../cells/catalog.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import type { Json } from "../../schema/json.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Edits } from "./edits.ts";
import type { FileShelf, ShelvedFile } from "./file-shelf.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import type { Suggestions } from "./suggestions.ts";
import { offersOf } from "./suggestions.ts";
import { fileKind, fileParam, filesWantedBy } from "./wanted-files.ts";

/** How sure a guess must be to be written without asking. */
const sure = 0.5;

const mappingOf = (kind: string): string | null => {
  const schema = catalog.get(kind)?.params ?? {};
  return Object.keys(schema).find((name) => schema[name]!.type === "mapping") ?? null;
};

function journeyIn(notebook: Notebook): { block: CellBlock; param: string } | null {
  for (const block of notebook.blocks) {
    if (block.type !== "cell" || catalog.get(block.kind)?.kind.provides !== "journey") continue;
    const param = mappingOf(block.kind);
    if (param !== null) return { block, param };
  }
  return null;
}

/** Takes in data files: each becomes a cell that reads it, then a guessed line in the journey, then offers of what to ask. */
export class Intake {
  /** Cells that are read for the first time and whose output is still to be looked at. */
  readonly #awaited = new Set<string>();

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly edits: Edits,
    private readonly suggestions: Suggestions,
    private readonly notices: Notices,
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

  /** Looks at a cell's output when it arrives: guesses the journey for a file just taken in, and notes what to offer. */
  arrived({ name, state, shape, current }: CellState): void {
    if (shape === null || !current || (state !== "done" && state !== "cached")) return;
    this.suggestions.consider(name, shape);
    if (!this.#awaited.delete(name)) return;
    if (shape.provides === "journey") return;
    // Edits from within the scheduler's own telling would run inside it.
    queueMicrotask(() => this.#guessJourney(shape));
  }

  /** Adds an offered cell below the one it reads. */
  take(block: CellBlock, kind: string, suggestion: Suggestion): void {
    const place = this.document.notebook.blocks.findIndex(({ id }) => id === block.id) + 1;
    const name = this.edits.addCell({ kind, params: suggestion.params }, place);
    if (name !== null) this.suggestions.welcome(name);
  }

  forget(): void {
    this.#awaited.clear();
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

  #guessJourney(shape: InputShape): void {
    const offer = offersOf(shape).find(({ kind }) => catalog.get(kind)?.kind.provides === "journey");
    if (offer === undefined || offer.suggestion.confidence < sure) return;
    const existing = journeyIn(this.document.notebook);
    if (existing === null) {
      const { blocks } = this.document.notebook;
      const place = blocks.findIndex((block) => block.type === "cell" && block.name === shape.name) + 1;
      const name = this.edits.addCell({ kind: offer.kind, params: offer.suggestion.params }, place === 0 ? blocks.length : place);
      if (name !== null) this.suggestions.welcome(name);
    } else this.#addLine(existing, offer.suggestion, shape.name);
  }

  #addLine({ block, param }: { block: CellBlock; param: string }, suggestion: Suggestion, table: string): void {
    const lines = suggestion.params[param];
    const before = block.params[param];
    if (!Array.isArray(lines) || (before !== undefined && !Array.isArray(before))) return;
    this.edits.setParams(block.id, { [param]: [...(before ?? []), ...lines] });
    this.notices.show({ text: `${table} is now part of ${block.name}. ${suggestion.why}`, action: { label: "Undo", run: () => this.edits.undo() } });
  }
}
