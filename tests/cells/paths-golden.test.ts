import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileOf, runNotebook } from "./laboratory.ts";
import { rowsOf } from "./retention-run.ts";

const shared = join(import.meta.dirname, "../../../shared");
const file = join(shared, "data/eventlogs/running_example.csv");
const absent = !existsSync(file);

const notebook = `---
format: 1
timezone: "UTC"
---

\`\`\`cell source log
file: "running_example.csv"
\`\`\`

\`\`\`cell journey cases
events:
  - {"from":"log","customer":"case_id","time":"timestamp","event":"activity"}
\`\`\`

\`\`\`cell paths ways
from: "cases"
follow: "event"
collapse_repeats: false
\`\`\`
`;

interface Golden {
  cases: number;
  start: Record<string, number>;
  end: Record<string, number>;
  dfg: Record<string, number>;
  top_variants: [string, number][];
}

describe.skipIf(absent)("the running example of process mining (skipped where ../shared is not there)", () => {
  test("has the reference's directly-follows graph, starts, ends and variants", async () => {
    // pm4py, ../shared/golden/running_example.json
    const golden = (JSON.parse(readFileSync(join(shared, "golden/running_example.json"), "utf8")) as Record<string, Golden>)[
      "running_example(notebook csv, ;-separated)"
    ]!;
    const run = await runNotebook(notebook, fileOf("running_example.csv", readFileSync(file, "utf8")));
    const { tables, n } = run.states.get("ways")!.result!;
    const edges = rowsOf(tables["transitions"]!);
    const pick = (isEdge: (from: string, to: string) => boolean, name: (from: string, to: string) => string) =>
      Object.fromEntries(
        edges.flatMap(({ from, to, occurrences }) =>
          isEdge(String(from), String(to)) ? [[name(String(from), String(to)), occurrences] as const] : [],
        ),
      );
    const isEnd = (to: string) => to === "(left)" || to === "(still active)";
    expect(n).toBe(golden.cases);
    expect(
      pick(
        (from, to) => from !== "(start)" && !isEnd(to),
        (from, to) => `${from} -> ${to}`,
      ),
    ).toEqual(golden.dfg);
    expect(
      pick(
        (from) => from === "(start)",
        (_, to) => to,
      ),
    ).toEqual(golden.start);
    const last: Record<string, number> = {};
    for (const { from, to, occurrences } of edges) if (isEnd(String(to))) last[String(from)] = (last[String(from)] ?? 0) + Number(occurrences);
    expect(last).toEqual(golden.end);
    const variants = rowsOf(tables["variants"]!).map(({ path, customers }) => [String(path).replaceAll(" → ", " > "), customers]);
    expect(new Map(variants as [string, number][])).toEqual(new Map(golden.top_variants));
  });
});
