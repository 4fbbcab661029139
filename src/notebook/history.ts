import { catalog } from "../cells/catalog.ts";
import { parse } from "./file/parse.ts";
import type { Catalog } from "./file/read-cell.ts";
import { blockText, serialize } from "./file/serialize.ts";
import { counter } from "./ids.ts";
import type { Block, FrontMatter, Notebook } from "./notebook.ts";
import { readBlocks } from "./read-blocks.ts";

/** Edits of one field closer than this, in milliseconds, are one step. */
const together = 1_000;

/** How an edit is called and what it is an edit of. */
export interface Edit {
  /** What was done: "Change grain of comeback". */
  label: string;
  /** When, in milliseconds of a clock that does not go back. */
  time: number;
  /** Quick successive edits with the same key are one step; without a key an edit is always its own. */
  key?: string;
}

/** A notebook and the edit that led to it. */
interface Step {
  notebook: Notebook;
  label: string;
  key: string | null;
  time: number;
}

/**
 * A history as plain JSON. Blocks and front matter are texts of the file format, each different one once, so that whatever a browser's
 * storage gives back is read as carefully as a stranger's file.
 */
export interface HistoryState {
  at: number;
  limit: number;
  fronts: string[];
  blocks: [id: number, text: string][];
  steps: { label: string; front: number; blocks: number[]; crlf: boolean }[];
}

/** Undo and redo over notebooks that never change. Times and keys of edits are given, so that the same edits are the same history. */
export class History {
  readonly #steps: Step[];
  #at: number;
  readonly #limit: number;
  /** Whether the next edit may join the last one: not after an undo, which would lose what was undone to. */
  #open = false;

  /** @param limit How many edits can be undone. */
  constructor(notebook: Notebook, limit = 200) {
    this.#steps = [{ notebook, label: "", key: null, time: 0 }];
    this.#at = 0;
    this.#limit = limit;
  }

  /** The notebook as it stands. */
  get notebook(): Notebook {
    return this.#steps[this.#at]!.notebook;
  }

  /** What undo would take back, or null. */
  get undoLabel(): string | null {
    return this.#at > 0 ? this.#steps[this.#at]!.label : null;
  }

  /** What redo would do again, or null. */
  get redoLabel(): string | null {
    return this.#steps[this.#at + 1]?.label ?? null;
  }

  /** Takes an edit in. An edit that changed nothing is none; what was undone is gone. */
  apply(notebook: Notebook, { label, time, key }: Edit): void {
    if (notebook === this.notebook) return;
    const last = this.#steps[this.#at]!;
    const joins = this.#open && key !== undefined && last.key === key && time - last.time <= together;
    this.#steps.splice(this.#at + (joins ? 0 : 1), Infinity, { notebook, label, key: key ?? null, time });
    if (this.#steps.length > this.#limit + 1) this.#steps.shift();
    this.#at = this.#steps.length - 1;
    this.#open = true;
  }

  /** Goes back one edit and gives its label, or null where there is none. */
  undo(): string | null {
    const label = this.undoLabel;
    if (label !== null) this.#at--;
    this.#open = false;
    return label;
  }

  /** Does again what was undone last and gives its label, or null. */
  redo(): string | null {
    const label = this.redoLabel;
    if (label !== null) this.#at++;
    this.#open = false;
    return label;
  }

  /** The whole history as plain JSON, for a draft. */
  state(known: Catalog = catalog): HistoryState {
    const fronts = new Map<FrontMatter, number>();
    const blocks = new Map<Block, number>();
    const steps = this.#steps.map(({ notebook, label }) => ({
      label,
      front: place(fronts, notebook.front),
      blocks: notebook.blocks.map((block) => place(blocks, block)),
      crlf: notebook.newline !== undefined,
    }));
    return {
      at: this.#at,
      limit: this.#limit,
      fronts: [...fronts.keys()].map((front) => serialize({ front, blocks: [] }, known)),
      blocks: [...blocks.keys()].map((block) => [block.id, blockText(block, known)]),
      steps,
    };
  }

  /** The history that a state was taken from, or null where the state cannot be one. */
  static restore(state: unknown, known: Catalog = catalog): History | null {
    if (!isState(state)) return null;
    const fronts = state.fronts.map((text) => parse(text, known).notebook.front);
    const blocks = state.blocks.map(([id, text]) => blockFrom(id, text, known));
    const notebooks = state.steps.map((step): Notebook | null => {
      const front = fronts[step.front];
      const own = step.blocks.map((at) => blocks[at]).filter((block) => block !== undefined);
      const ids = new Set(own.map((block) => block.id));
      if (front === undefined || ids.size < step.blocks.length) return null;
      return { front, blocks: own, ...(step.crlf ? { newline: "\r\n" } : {}) };
    });
    if (!notebooks.every((notebook) => notebook !== null)) return null;
    const history = new History(notebooks[0]!, state.limit);
    history.#steps.splice(0, 1, ...notebooks.map((notebook, at) => ({ notebook, label: state.steps[at]!.label, key: null, time: 0 })));
    history.#at = state.at;
    return history;
  }
}

/** An item's number among those there are; a new one gets the next. */
function place<T>(places: Map<T, number>, item: T): number {
  const found = places.get(item) ?? places.size;
  places.set(item, found);
  return found;
}

/** The one block a text holds, which is not the top of a file. Empty prose has no text; a text that holds more is kept as prose. */
function blockFrom(id: number, text: string, known: Catalog): Block {
  const blocks = readBlocks(text, known, counter());
  return blocks.length === 1 ? { ...blocks[0]!, id } : { id, type: "prose", text };
}

const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] => Array.isArray(value) && value.every(isItem);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isBlock = (value: unknown): value is [number, string] => Array.isArray(value) && isCount(value[0]) && isText(value[1]);

function isStep(value: unknown): value is HistoryState["steps"][number] {
  const step = value as Partial<HistoryState["steps"][number]> | null;
  return typeof step === "object" && step !== null && isText(step.label) && isCount(step.front) && isList(step.blocks, isCount);
}

function isState(value: unknown): value is HistoryState {
  const state = value as Partial<HistoryState> | null;
  if (typeof state !== "object" || state === null || !isList(state.steps, isStep) || !isCount(state.at) || !isCount(state.limit)) return false;
  return state.at < state.steps.length && isList(state.fronts, isText) && isList(state.blocks, isBlock);
}
