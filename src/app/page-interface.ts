import type { Problem } from "../schema/errors.ts";
import type { Json } from "../schema/json.ts";
import type { Fact, Warning } from "../schema/result.ts";
import { scalarAt } from "../schema/scalar.ts";
import type { Table } from "../schema/table.ts";
import type { RunState } from "../notebook/cell-state.ts";
import type { ShelvedFile } from "./workspace/file-shelf.ts";
import type { ShareOptions } from "./workspace/sharing/share-options.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** Rows of a table that a result carries at most. */
const mostRows = 100_000;

/** Files for a notebook: by name, or as the browser has them. */
export type GivenFiles = Record<string, Blob | string> | readonly File[];

/** A table as columns of plain values: times as ISO text, null for missing. */
export type PlainTable = Record<string, Json[]>;

/** What a cell found, as plain values. */
export interface PlainResult {
  state: RunState;
  error: { problem: string; remedy: string } | null;
  facts: Fact[];
  warnings: Warning[];
  n: number | null;
  excluded: Record<string, number>;
  tables: Record<string, PlainTable>;
  /** For each table that has more rows than are here: how many it has. */
  truncated: Record<string, number>;
}

/** The page's own interface, for tests and for pages that embed it. */
export interface PageInterface {
  /** Opens a notebook in the place of the last one; resolves when nothing is left to run. A notebook with problems resolves too. */
  open(text: string, files?: GivenFiles): Promise<void>;
  /** What a cell found, as of now. */
  result(name: string): PlainResult;
  /** Merges parameters into a cell, undefined takes one out; resolves when nothing is left to run. */
  set(name: string, params: Record<string, Json | undefined>): Promise<void>;
  /** The notebook as its file holds it. */
  text(): string;
  /** The notebook as a page of one file; resolves when nothing is left to run and the page is written. */
  share(options: ShareOptions): Promise<Blob>;
  /** Milliseconds in the worker, by cell. */
  timings(): Record<string, number>;
}

function shelved(files: GivenFiles): ShelvedFile[] {
  if (Array.isArray(files)) return (files as readonly File[]).map((file) => ({ name: file.name, file }));
  return Object.entries(files as Record<string, Blob | string>).map(([name, content]) => {
    const lastModified = content instanceof File ? content.lastModified : 0;
    return { name, file: new File([content], name, { lastModified }) };
  });
}

function plainTable(table: Table): PlainTable {
  const rows = Math.min(table.rows, mostRows);
  return Object.fromEntries(
    table.columns.map((column) => [
      column.name,
      Array.from({ length: rows }, (_, row): Json => {
        const value = scalarAt(column, row);
        if (typeof value !== "number") return value;
        if (column.type === "time") return Number.isFinite(value) && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : null;
        return Number.isFinite(value) ? value : null;
      }),
    ]),
  );
}

const plainProblem = ({ problem, remedy }: Problem): { problem: string; remedy: string } => ({ problem, remedy });

/** Makes the page's own interface over a workspace. */
export function pageInterface(workspace: Workspace): PageInterface {
  const { runs, document, edits } = workspace;
  /** Rows of tables that stay in the worker, by result key and table. */
  const fetched = new Map<string, Table>();

  async function settle(): Promise<void> {
    runs.runAll();
    await runs.settled();
    const wanted = new Set<string>();
    for (const { name, key, result, current } of runs.all()) {
      for (const [table, { truncatedFrom, rows }] of Object.entries((current && result?.tables) || {})) {
        if (truncatedFrom === undefined || rows >= mostRows) continue;
        const at = `${key} ${table}`;
        wanted.add(at);
        if (fetched.has(at)) continue;
        try {
          fetched.set(at, await runs.rows(name, table, 0, Math.min(truncatedFrom, mostRows)));
        } catch {
          // The head that came with the result is then what there is.
        }
      }
    }
    for (const at of fetched.keys()) if (!wanted.has(at)) fetched.delete(at);
  }

  return {
    async open(text, files = {}) {
      workspace.opening.openText(text, { fileName: null, savedText: text }, shelved(files));
      await settle();
    },
    result(name) {
      const cell = runs.state(name);
      const { result, key, problem } = cell;
      const entries = Object.entries(result?.tables ?? {}).map(([table, head]) => [table, head, fetched.get(`${key} ${table}`) ?? head] as const);
      const truncated = entries.flatMap(([table, head, here]) => {
        const all = head.truncatedFrom ?? head.rows;
        return all > Math.min(here.rows, mostRows) ? [[table, all] as const] : [];
      });
      return {
        state: runs.has(name) ? cell.state : "missing",
        error: problem === null ? null : plainProblem(problem),
        facts: structuredClone(result?.facts ?? []),
        warnings: structuredClone(result?.warnings ?? []),
        n: result?.n ?? null,
        excluded: { ...result?.excluded },
        tables: Object.fromEntries(entries.map(([table, , here]) => [table, plainTable(here)])),
        truncated: Object.fromEntries(truncated),
      };
    },
    async set(name, params) {
      const block = workspace.cellNamed(name);
      if (block === null) throw new Error(`There is no cell "${name}" in this notebook.`);
      edits.setParams(block.id, params);
      await settle();
    },
    text: () => document.text(),
    async share(options) {
      await settle();
      return (await workspace.sharing.make(options)).blob;
    },
    timings: () => runs.timings(),
  };
}

declare global {
  interface Window {
    journeybook: PageInterface;
  }
}
