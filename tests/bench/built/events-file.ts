import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Page } from "playwright-core";
import { eventsCsv } from "../events/events-csv.ts";

const folder = join(import.meta.dirname, "../../output");

/** Writes a CSV of synthetic events to the disk. */
export async function writeEventsFile(rows: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `events-${rows}.csv`);
  await pipeline(Readable.from(eventsCsv(rows)), createWriteStream(path));
  return path;
}

/** Lets the page have a file of this disk, as a reader's file dialog does: the browser reads it when it is needed. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.id = "chosen";
    input.hidden = true;
    document.body.append(input);
  });
  await page.setInputFiles("#chosen", path);
}

/** A notebook over that file, named "events.csv" in it: its source, its journey, and every analysis of one. */
export const eventsNotebook = `---
format: 1
title: "Events"
timezone: "UTC"
---

\`\`\`cell source lines
file: "events.csv"
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"lines","customer":"customer","time":"time","event":"event","channel":"channel","value":"revenue"}
\`\`\`

\`\`\`cell retention comeback
from: "customers"
\`\`\`
`;
