import type { NotebookDocument } from "./notebook-document.ts";
import type { Edits } from "./edits.ts";
import { joinedLines, journeyIn, knownTogether, listed, type FirstLine } from "./first-lines.ts";
import type { Notices } from "./notices.ts";
import type { Suggestions } from "./suggestions.ts";
import { placeForReader } from "./wanted-files.ts";
import type { JsonRecord } from "../../schema/json.ts";

/** What files just taken in add to the journey: gathered while they are read, then written in one step. */
export class FirstJourney {
  #lines: FirstLine[] = [];

  constructor(
    private readonly document: NotebookDocument,
    private readonly edits: Edits,
    private readonly suggestions: Suggestions,
    private readonly notices: Notices,
    /** Takes note of the journey just made. */
    private readonly made: (name: string) => void,
  ) {}

  add(line: FirstLine): void {
    this.#lines.push(line);
  }

  forget(): void {
    this.#lines = [];
  }

  /** Writes what the files just taken in add to the journey, once, when all of them have been read. */
  write(): void {
    if (this.#lines.length === 0) return;
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
    this.made(name);
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
    return Math.max(placeForReader(blocks), blocks.findLastIndex((block) => block.type === "cell" && names.has(block.name)) + 1);
  }
}
