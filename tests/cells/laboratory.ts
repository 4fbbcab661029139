import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "../../src/cells/catalog.ts";
import { kernels } from "../../src/cells/kernels.ts";
import { Needs } from "../../src/engine/needs.ts";
import type { ComputeReply, ComputeRequest, Engine, FileEntry, RowsQuery, TableFormat, Unanswered } from "../../src/engine/protocol.ts";
import { Workspace } from "../../src/engine/worker/workspace.ts";
import { UserError } from "../../src/schema/errors.ts";
import type { Pick } from "../../src/schema/pick.ts";
import type { CellState } from "../../src/notebook/cell-state.ts";
import type { Notebook } from "../../src/notebook/notebook.ts";
import { openNotebook } from "../../src/notebook/open.ts";
import { Scheduler } from "../../src/notebook/scheduler/scheduler.ts";
import { settingsOf } from "../../src/notebook/settings.ts";

const top = join(import.meta.dirname, "../..");

/** What the worker answered, or what it lacks or refused as an error. */
function answered<T extends object>(reply: T | Unanswered): T {
  if (!("state" in reply)) return reply;
  throw reply.state === "needs" ? new Needs(reply.keys) : new UserError(reply.problem.problem, reply.problem.remedy);
}

/** The worker's side of the engine called directly, so that cells run in a test as they do in the page. */
class Bench implements Engine {
  readonly workspace = new Workspace(catalog, kernels, () => undefined);
  readonly requests = new Map<string, ComputeRequest>();
  private jobs = 0;

  run(request: ComputeRequest): Promise<ComputeReply> {
    this.requests.set(request.name, request);
    return this.workspace.compute(++this.jobs, request);
  }

  async rows(query: RowsQuery) {
    return answered(await this.workspace.rows(query));
  }

  async members(request: ComputeRequest, pick: Pick) {
    return answered(await this.workspace.members(request, pick));
  }

  async file(query: RowsQuery, format: TableFormat) {
    return answered(await this.workspace.file(query, format));
  }

  forget(): void {
    this.requests.clear();
  }

  holds(): boolean {
    return true;
  }
}

/** A notebook that has run: its cells' states, and what can be asked of them. */
export interface Run {
  notebook: Notebook;
  states: Map<string, CellState>;
  /** The customers behind a mark of a cell. */
  members(name: string, pick: Pick): Promise<string[]>;
  request(name: string): ComputeRequest;
}

/** The files of the sample, as a page would hold them. */
export function sampleFiles(): Map<string, FileEntry> {
  const folder = join(top, "sample-data");
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !/\.(ts|md)$/.test(entry.name) ? [entry.name] : [],
  );
  return new Map(names.map((name) => [name, { name, file: new Blob([readFileSync(join(folder, name))]), modified: 0 }]));
}

/** A file of text. */
export function fileOf(name: string, text: string): Map<string, FileEntry> {
  return new Map([[name, { name, file: new Blob([text]), modified: 0 }]]);
}

/** Runs a notebook to its end. */
export async function runNotebook(text: string, files: Map<string, FileEntry> = sampleFiles()): Promise<Run> {
  const { notebook } = openNotebook(text);
  const engine = new Bench();
  const scheduler = new Scheduler(engine, catalog);
  scheduler.update({ notebook, settings: settingsOf(notebook.front).settings, files });
  await scheduler.settled();
  return {
    notebook,
    states: new Map(scheduler.all().map((state) => [state.name, state])),
    members: async (name, pick) => (await engine.members(engine.requests.get(name)!, pick)).customers,
    request: (name) => engine.requests.get(name)!,
  };
}

/** The cells most analyses of the sample start from, as the tour has them before its first analysis. */
export function foundation(): string {
  const tour = readFileSync(join(top, "notebooks/tour.journey.md"), "utf8");
  const all = [...tour.matchAll(/^```cell (\w+) [^]*?^```$/gm)];
  const analysis = all.findIndex(([, kind]) => kind !== "source" && kind !== "table" && kind !== "journey");
  const cells = all.slice(0, analysis).map((match) => match[0]);
  return `---\nformat: 1\ntimezone: "Europe/Berlin"\ncurrency: "EUR"\n---\n\n${cells.join("\n\n")}\n`;
}

/** A kind's example, from its documentation, as a notebook that runs on the sample. */
export function example(kind: string): string {
  const doc = readFileSync(join(top, "src/cells", kind, "doc.md"), "utf8");
  const cells = [...doc.matchAll(/^```cell [^]*?^```$/gm)].map((match) => match[0]);
  const isWhole = cells.some((cell) => cell.startsWith("```cell source "));
  return `${isWhole ? '---\nformat: 1\ntimezone: "Europe/Berlin"\n---\n' : foundation()}\n${cells.join("\n\n")}\n`;
}
