import { expect, test } from "vitest";
import { business } from "../../sample-data/simulate.ts";
import type { FileEntry } from "../../src/engine/protocol.ts";
import { texts } from "../../src/figures/read.ts";
import { runNotebook } from "./laboratory.ts";

/** A part of the business, so that twenty of them are soon made, and with enough answers to surveys to tell two stores apart. */
const scale = 0.4;

const notebook = `---
format: 1
timezone: "Europe/Berlin"
---

\`\`\`cell source web
file: "web_events.csv.gz"
\`\`\`

\`\`\`cell source said
file: "surveys.csv"
\`\`\`

\`\`\`cell table steps
from: "web"
verbs:
  - {"derive":{"met":"starts_with(event_name, 'pickup_') && touchpoint == 'store' ? 'pick-up' : touchpoint"}}
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"steps","customer":"user_id","time":"ts","event":"event_name","channel":"met","where":[{"column":"bot","is":false}]}
  - {"from":"said","customer":"customer_id","time":"answered_at","event":"=answer","score":"score","scale":"csat","where":[{"column":"scale","is":"csat"}]}
\`\`\`

\`\`\`cell map map
from: "customers"
touchpoint: ["channel"]
conversion:
  - {"column":"event","is":"purchase"}
by: "page"
\`\`\`
`;

async function findsPickUp(seed: number): Promise<boolean> {
  const { files } = business(seed, scale);
  const entries = new Map(
    ["web_events.csv.gz", "surveys.csv"].map((name): [string, FileEntry] => {
      return [name, { name, file: new Blob([files[name] as Uint8Array<ArrayBuffer>]), modified: 0 }];
    }),
  );
  const { states } = await runNotebook(notebook, entries);
  const table = states.get("map")!.result!.tables["opportunities"]!;
  const held = texts(table, "holds_by");
  return texts(table, "touchpoint").some((name, row) => row < 3 && name === "pick-up" && held[row] !== null);
}

test("the planted pain point, picking up in Berlin, is among the first three opportunities on at least 17 of 20 unseen seeds, and holds", async () => {
  let found = 0;
  for (let seed = 121; seed <= 140; seed++) if (await findsPickUp(seed)) found++;
  console.info(`map: the planted pain point is among the first three opportunities on ${found} of 20 seeds, at ${scale * 100}% of the size`);
  // Each seed is another business to which the same was done (sample-data/README.md).
  expect(found).toBeGreaterThanOrEqual(17);
}, 600_000);
