import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { hasFrontConflict, keepFrontSide, keepSide, type Side } from "../../../src/notebook/edit/keep-side.ts";
import { restored } from "../../../src/notebook/edit/restored.ts";
import { parse } from "../../../src/notebook/file/parse.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { counterAfter } from "../../../src/notebook/ids.ts";
import type { Notebook } from "../../../src/notebook/notebook.ts";
import { smallCatalog } from "../small-catalog.ts";

const folder = mkdtempSync(join(tmpdir(), "merge-"));
afterAll(() => rmSync(folder, { recursive: true }));

const git = (...words: string[]): void => {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...words], { cwd: folder, stdio: "ignore" });
};
let merges = 0;

/** What a real `git merge` leaves in the file. */
function merged(base: string, ours: string, theirs: string): string {
  const name = `${++merges}.journey.md`;
  const file = join(folder, name);
  if (merges === 1) git("init");
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git("add", name);
    git("commit", "-m", "change");
  };
  commit(base);
  git("checkout", "-b", `theirs${merges}`);
  commit(theirs);
  git("checkout", "main");
  commit(ours);
  expect(() => git("merge", `theirs${merges}`)).toThrow();
  const text = readFileSync(file, "utf8");
  git("merge", "--abort");
  return text;
}

const base = `---
format: 1
title: "Visits"
timezone: "UTC"
---

Who comes back?

\`\`\`cell load visits
file: "visits.csv"
\`\`\`

\`\`\`cell stay comeback
from: "visits"
grain: "month"
level: 0.95
\`\`\`

The end.
`;
const read = (text: string): Notebook => parse(text, smallCatalog).notebook;
const canonical = (text: string): string => serialize(read(text), smallCatalog);

/** The notebook with every conflict decided alike. */
function decided(text: string, kept: Side): string {
  let notebook = read(text);
  const nextId = counterAfter(notebook);
  for (;;) {
    const conflict = notebook.blocks.find((block) => block.type === "unknown" && block.reason === "conflict");
    if (conflict === undefined) break;
    notebook = keepSide(notebook, conflict.id, kept, nextId, smallCatalog);
  }
  if (hasFrontConflict(notebook) && kept !== "both") notebook = keepFrontSide(notebook, kept, smallCatalog);
  return serialize(notebook, smallCatalog);
}

const both: readonly [what: string, ours: string, theirs: string][] = [
  ["a parameter", base.replace('"month"', '"week"'), base.replace('"month"', '"day"')],
  ["a text", base.replace("Who comes", "Which visitors come"), base.replace("Who comes", "Does anybody come")],
  ["a cell that one took out", base.replace(/```cell stay[^]*?```\n\n/, ""), base.replace("0.95", "0.9")],
  ["the head of the file", base.replace('"UTC"', '"Asia/Tokyo"'), base.replace('"UTC"', '"Europe/Rome"')],
  [
    "several places",
    base.replace('"UTC"', '"Asia/Tokyo"').replace('"month"', '"week"').replace("The end.", "Few do."),
    base.replace('"UTC"', '"Europe/Rome"').replace('"month"', '"day"').replace("The end.", "Many do."),
  ],
];

test.each(both)("a merge that met in %s gives one side or the other whole", (_what, ours, theirs) => {
  const text = merged(base, ours, theirs);
  expect(text).toContain("<<<<<<<");
  expect(decided(text, "ours")).toBe(canonical(ours));
  expect(decided(text, "theirs")).toBe(canonical(theirs));
});

test("both sides of a cell are two cells, the lower one under a new name", () => {
  const [, ours, theirs] = both[0]!;
  const text = decided(merged(base, ours, theirs), "both");
  expect(text).not.toContain("<<<<<<<");
  const cells = read(text).blocks.flatMap((block) => (block.type === "cell" ? [[block.name, block.params["grain"]]] : []));
  expect(cells).toEqual([
    ["visits", undefined],
    ["comeback", "week"],
    ["comeback_2", "day"],
  ]);
});

test("both sides of a text stand below one another, as one text", () => {
  const [, ours, theirs] = both[1]!;
  expect(read(decided(merged(base, ours, theirs), "both")).blocks[0]).toMatchObject({
    type: "prose",
    text: "Which visitors come back?\n\nDoes anybody come back?",
  });
});

test("a restored version has its own text, and what stayed the same are the same blocks", () => {
  const now = read(base.replace('"month"', '"week"'));
  const back = restored(now, base, counterAfter(now), smallCatalog);
  expect(serialize(back, smallCatalog)).toBe(canonical(base));
  const same = now.blocks.map((block, at) => block.id === back.blocks[at]!.id);
  expect(same).toEqual([true, true, false, true]);
});
