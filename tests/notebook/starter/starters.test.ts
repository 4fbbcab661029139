import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openNotebook } from "../../../src/notebook/open.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { bindStarter } from "../../../src/notebook/starter/bind.ts";
import { wantsOf } from "../../../src/notebook/starter/wants.ts";
import { runNotebook } from "../../cells/laboratory.ts";

const folder = join(import.meta.dirname, "../../../notebooks/starters");
const textOf = (name: string): string => readFileSync(join(folder, `${name}.journey.md`), "utf8");

describe.each([
  ["retail", "orders.csv"],
  ["saas", "web_events.csv.gz"],
  ["subscription", "orders.csv"],
  ["services", "tickets.tsv"],
])("the starter %s", (name, file) => {
  const { notebook, notices } = openNotebook(textOf(name));

  test("is canonical, and wants one file", () => {
    expect(notices).toEqual([]);
    expect(serialize(notebook)).toBe(textOf(name));
    expect(wantsOf(notebook)).toHaveLength(1);
  });

  test(`runs on ${file} of the sample until every cell is done`, async () => {
    const reading = `${textOf(name)}\n\`\`\`cell source dropped\nfile: "${file}"\n\`\`\`\n`;
    const { notebook: before, states } = await runNotebook(reading);
    const { notebook: bound, matches } = bindStarter(before, [states.get("dropped")!.shape!]);
    expect(matches).toEqual([{ source: wantsOf(notebook)[0]!.source, reader: "dropped" }]);
    const run = await runNotebook(serialize(bound));
    expect([...run.states.values()].filter(({ state }) => state !== "done").map((cell) => [cell.name, cell.state, cell.problem?.problem])).toEqual(
      [],
    );
  });
});
