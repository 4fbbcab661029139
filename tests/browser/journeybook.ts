import type { Page } from "playwright-core";

/** A result as `window.journeybook.result` gives it. */
export interface PageResult {
  state: string;
  error: { problem: string; remedy: string } | null;
  facts: { code: string; text: string; holds: boolean; values: Record<string, number> }[];
  warnings: { code: string; text: string }[];
  n: number | null;
  excluded: Record<string, number>;
  tables: Record<string, Record<string, unknown[]>>;
  truncated: Record<string, number>;
}

interface PageInterface {
  open(text: string, files?: Record<string, Blob>): Promise<void>;
  result(name: string): PageResult;
  set(name: string, params: Record<string, unknown>): Promise<void>;
  text(): string;
  share(options: Record<string, unknown>): Promise<Blob>;
  timings(): Record<string, number>;
}

declare global {
  interface Window {
    journeybook: PageInterface;
  }
}

/** Opens a notebook with files given as base64, and waits until nothing is left to run. */
export async function openNotebook(page: Page, text: string, files: Record<string, Buffer> = {}): Promise<void> {
  const packed = Object.entries(files).map(([name, bytes]) => [name, bytes.toString("base64")] as const);
  await page.evaluate(
    async ([notebook, list]) => {
      const blobs = list.map(
        ([name, base64]) => [name, new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name)] as const,
      );
      await window.journeybook.open(notebook, Object.fromEntries(blobs));
    },
    [text, packed] as const,
  );
}

/** What a cell found, once everything has run; of its tables only those named, since a large one takes long to leave the browser. */
export function result(page: Page, name: string, ...tables: string[]): Promise<PageResult> {
  return page.evaluate(
    ([cell, wanted]) => {
      const found = window.journeybook.result(cell);
      return { ...found, tables: Object.fromEntries(wanted.map((table) => [table, found.tables[table]!])) };
    },
    [name, tables] as const,
  );
}
