import type { CellState } from "../../../notebook/cell-state.ts";
import { blockText } from "../../../notebook/file/serialize.ts";
import type { Notebook } from "../../../notebook/notebook.ts";
import type { CellResult } from "../../../schema/result.ts";

/** Where a cell cannot run, and what it found before can stand in. */
const waiting = new Set(["missing", "blocked", "fresh"]);

/** What cells found before a page was shared without its data: shown as shared for as long as nothing they follow from is changed. */
export class KeptResults {
  #results: ReadonlyMap<string, CellResult> = new Map();
  #cells = "";
  #now: { of: Notebook; same: boolean } | null = null;

  /** Takes over the results of a notebook as it was shared. */
  restore(results: ReadonlyMap<string, CellResult>, notebook: Notebook): void {
    this.#results = results;
    this.#cells = cellsOf(notebook);
    this.#now = null;
  }

  clear(): void {
    this.#results = new Map();
  }

  get names(): ReadonlySet<string> {
    return new Set(this.#results.keys());
  }

  /** A cell's state, with what it found before where it cannot run. */
  seen(state: CellState, notebook: Notebook): CellState {
    const result = this.#results.get(state.name);
    if (result === undefined || state.result !== null || !waiting.has(state.state)) return state;
    if (this.#now?.of !== notebook) this.#now = { of: notebook, same: cellsOf(notebook) === this.#cells };
    if (!this.#now.same) return { ...state, result };
    return { ...state, state: "kept", result, current: true, problem: null, because: null, missingFiles: [] };
  }
}

const cellsOf = ({ blocks, front }: Notebook): string =>
  JSON.stringify([{ ...front, title: "" }, blocks.filter(({ type }) => type !== "prose" && type !== "note").map((block) => blockText(block))]);
