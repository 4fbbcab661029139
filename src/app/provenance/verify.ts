import { catalog } from "../../cells/catalog.ts";
import { EngineClient } from "../../engine/client.ts";
import { startWorker } from "../../engine/start-worker.ts";
import { number } from "../../figures/formats/number.ts";
import { withAncestors } from "../../notebook/scheduler/queue.ts";
import { graph } from "../../notebook/graph.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import { Scheduler } from "../../notebook/scheduler/scheduler.ts";
import { isRecord } from "../../schema/parameters/say.ts";
import { shortHash, type Pin } from "../../schema/pin.ts";
import type { Table } from "../../schema/table.ts";
import { hasControls } from "../workspace/choices.ts";
import { fileParam } from "../workspace/wanted-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { compared, type Found, type WholeTable } from "./differences.ts";

/** What was found of one cell: whether it agrees, null where that cannot be told; and why, in a sentence. */
export interface Verdict {
  name: string;
  agrees: boolean | null;
  says: string;
}

type Rows = (name: string, table: string, from: number, to: number) => Promise<Table>;

const wholeOf =
  (cell: string, rows: Rows): WholeTable =>
  async (name, head) =>
    head.truncatedFrom === undefined ? head : await rows(cell, name, 0, head.truncatedFrom);

function pinned(block: CellBlock, { result }: CellState): string {
  const pin = block.params["pin"];
  if (fileParam(block.kind) === null) return "";
  if (!isRecord(pin)) return " It is not pinned, so nothing says what its files were before.";
  const { sha256, rows } = pin as unknown as Pin;
  const isSame = result?.warnings.every(({ code }) => !code.startsWith("pin")) === true;
  return isSame ? ` Its files are those that were pinned: ${shortHash(sha256)}…, ${number(rows, navigator.language)} rows.` : "";
}

async function verdict(block: CellBlock, shown: CellState, anew: CellState | undefined, rows: Record<"shown" | "anew", Rows>): Promise<Verdict> {
  const { name } = block;
  if (shown.state === "kept") return { name, agrees: null, says: "Cannot be computed anew: its data is not in this page." };
  if (anew?.result === undefined || anew.result === null || !anew.current) {
    const why = anew?.problem?.problem ?? "it did not come to a result";
    const isSame = shown.result === null || !shown.current;
    return { name, agrees: isSame ? null : false, says: isSame ? `Has no result: ${why}` : `Could not be computed anew: ${why}` };
  }
  if (shown.result === null || !shown.current) return { name, agrees: null, says: "Is not up to date here, so there is nothing to compare." };
  const wrong = anew.result.warnings.find(({ code }) => code.startsWith("pin"));
  const found = (state: CellState, from: Rows): Found => ({ result: state.result!, whole: wholeOf(name, from) });
  const { differences, values } = await compared(found(shown, rows.shown), found(anew, rows.anew));
  if (wrong !== undefined) return { name, agrees: wrong.code === "pin" ? false : null, says: wrong.text };
  if (differences.length > 0) return { name, agrees: false, says: `Differs: ${differences.join("; ")}.` };
  return { name, agrees: true, says: `Agrees in all ${number(values, navigator.language)} values.${pinned(block, anew)}` };
}

/** The cells a verification runs: all, or one with those it reads. */
function notebookFor(notebook: Notebook, only: string | null): Notebook {
  if (only === null) return notebook;
  const names = new Set(withAncestors([only], graph(notebook, catalog)));
  return { ...notebook, blocks: notebook.blocks.filter((block) => block.type === "cell" && (names.has(block.name) || hasControls(block))) };
}

/**
 * Reads the files once more and computes cells anew, in a worker of its own that knows nothing of what was found before, and compares every
 * table with what is shown.
 *
 * It needs as much memory again as the notebook.
 *
 * @param only The cell to verify, with those it reads; null for the whole notebook.
 */
export async function verify(workspace: Workspace, only: string | null, signal: AbortSignal, tell: (fraction: number) => void): Promise<Verdict[]> {
  const { runs, choices, settings, files } = workspace;
  const notebook = notebookFor(choices.notebook, only);
  const engine = new EngineClient(startWorker);
  const scheduler = new Scheduler(engine, catalog);
  const end = (): void => {
    scheduler.close();
    engine.close();
  };
  signal.addEventListener("abort", end);
  try {
    scheduler.subscribe("*", () => {
      const all = scheduler.all();
      tell(all.filter(({ state }) => state !== "queued" && state !== "running").length / Math.max(1, all.length));
    });
    scheduler.update({ notebook, settings, files: files.entries });
    await scheduler.settled();
    const rows = {
      shown: (...asked: Parameters<Rows>) => runs.rows(...asked),
      anew: (...asked: Parameters<Rows>) => scheduler.rows(...asked),
    };
    const verdicts: Verdict[] = [];
    for (const block of notebook.blocks) {
      if (signal.aborted) break;
      if (block.type === "cell") verdicts.push(await verdict(block, runs.state(block.name), scheduler.state(block.name), rows));
    }
    return verdicts;
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}
