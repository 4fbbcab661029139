import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "../../../src/cells/cell.ts";
import { catalog } from "../../../src/cells/catalog.ts";
import { kernels } from "../../../src/cells/kernels.ts";
import { writeReading } from "../../../src/data/read/arrow/write-reading.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { openNotebook } from "../../../src/notebook/open.ts";
import { settingsOf } from "../../../src/notebook/settings.ts";
import { resolve } from "../../../src/schema/parameters.ts";
import { kRange } from "../../../src/share/gate/gate-results.ts";
import type { Embedded } from "../../../src/share/page/embedded.ts";
import { packParts, type Part } from "../../../src/share/page/parts.ts";
import { headText, sharedFormat } from "../../../src/share/page/shared-head.ts";

/** An example notebook with the rows of the sample it reads, as the page shares it. @param top The project's folder. */
export async function sharedNotebook(top: string, name: string): Promise<Embedded> {
  const { notebook } = openNotebook(readFileSync(join(top, "notebooks", `${name}.journey.md`), "utf8"));
  const job: Job = {
    ...settingsOf(notebook.front).settings,
    seed: 1,
    cancelled: false,
    progress: () => undefined,
    files: (names) =>
      Promise.resolve([names].flat().map((file) => ({ name: file, blob: new Blob([readFileSync(join(top, "sample-data", file))]), modified: 0 }))),
  };
  const parts: Part[] = [];
  for (const block of notebook.blocks) {
    const known = block.type === "cell" ? catalog.get(block.kind) : undefined;
    if (block.type !== "cell" || known === undefined) continue;
    const readings = (await kernels.get(block.kind)?.readings?.(resolve(known.params, block.params) as never, job)) ?? [];
    for (const reading of readings) parts.push({ name: reading.name, kind: "file", bytes: writeReading(reading), modified: 0 });
  }
  const { parts: heads, data } = await packParts(parts, null);
  const head = {
    format: sharedFormat,
    notebook: serialize(notebook),
    fileName: `${name}.journey.md`,
    level: "everything" as const,
    k: kRange.default,
    view: "edit" as const,
    columns: {},
    removed: [],
    parts: heads,
  };
  return { notebook: headText(head), data };
}
