import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Shares the open notebook through the page's own interface, and gives the file's bytes. */
export async function share(page: Page, options: Record<string, unknown>): Promise<Buffer> {
  const base64 = await page.evaluate(async (wanted) => {
    const blob = await window.journeybook.share(wanted);
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.addEventListener("load", resolve);
      reader.readAsDataURL(blob);
    });
    return (reader.result as string).replace(/^[^,]*,/, "");
  }, options);
  return Buffer.from(base64, "base64");
}

/** A folder of this run for shared pages, to be opened as a reader opens them. */
export class Desk {
  readonly #folder = mkdtempSync(join(tmpdir(), "journeybook-"));
  #count = 0;

  /** Lays a page down and gives its address. */
  lay(bytes: Buffer): string {
    const path = join(this.#folder, `shared-${++this.#count}.html`);
    writeFileSync(path, bytes);
    return pathToFileURL(path).href;
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Head {
  level: string;
  notebook: string;
  removed: { cell?: string; column?: string; what: string; why: string }[];
  parts: { name: string; packed: number; bytes: number }[];
  lock?: object;
}

const between = (html: string, id: string): string => new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? "";

/** What a shared page holds, taken apart as anyone could: its head, and all of its data unpacked. */
export function heldBy(bytes: Buffer): { head: Head; text: string } {
  const html = bytes.toString("utf8");
  const head = JSON.parse(between(html, "journeybook-notebook")) as Head;
  const data = Buffer.from(between(html, "journeybook-data"), "base64");
  const texts: string[] = [];
  let at = 0;
  for (const { packed } of head.lock === undefined ? head.parts : []) {
    texts.push(inflateRawSync(data.subarray(at, at + packed)).toString("utf8"));
    at += packed;
  }
  return { head, text: [JSON.stringify(head), ...texts].join("\n") };
}
