import { expect, test } from "vitest";
import { parse } from "../../src/notebook/file/parse.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import { migrate, formatSteps, type FormatStep } from "../../src/notebook/migrations.ts";
import { openNotebook } from "../../src/notebook/open.ts";
import { smallCatalog } from "./small-catalog.ts";

const old = '```cell score risk\nfrom: "orders"\nperiod: "week"\nseed: 7\n```';

const fails = () => {
  throw new TypeError("no period");
};
const add =
  (word: string): FormatStep["apply"] =>
  (notebook) => ({ ...notebook, front: { ...notebook.front, title: notebook.front.title + word } });

test("openNotebook(a cell of an older major) brings its parameters along and says what changed", () => {
  const { notebook, notices } = openNotebook(old, smallCatalog);
  expect(notebook.blocks).toEqual([
    { id: 1, type: "cell", kind: "score", major: 2, name: "risk", params: { from: "orders", unit: "week" }, extra: ["seed: 7"] },
  ]);
  expect(notices).toEqual([{ code: "cell-migrated", cell: "risk", text: expect.stringContaining("unit set to week") as string }]);
  expect(serialize(notebook, smallCatalog)).toContain("```cell score@2 risk\n");
});

test("serialize(parse(a cell of an older major)) leaves it as it is until it is migrated", () => {
  expect(serialize(parse(old, smallCatalog).notebook, smallCatalog)).toContain(old);
});

test("migrate(notebook) keeps a cell whole when a step is missing or fails", () => {
  const { notebook } = parse(old, smallCatalog);
  const score = smallCatalog.get("score")!;
  for (const migrations of [[], [fails]]) {
    const [block] = migrate(notebook, new Map([["score", { ...score, migrations }]])).notebook.blocks;
    expect(block).toMatchObject({ type: "unknown", reason: "major", name: "risk", text: old });
  }
});

test("migrate(notebook) takes the steps of the format in order, each once, and says so", () => {
  const steps: FormatStep[] = [
    { to: 2, change: "Titles got a b.", apply: add("b") },
    { to: 3, change: "Titles got a c.", apply: add("c") },
  ];
  const migrated = migrate(parse('---\nformat: 1\ntitle: "a"\n---', smallCatalog).notebook, smallCatalog, steps);
  expect(migrated.notebook.front).toMatchObject({ format: 3, title: "abc" });
  expect(migrated.notices.map((notice) => notice.text)).toEqual([
    "This notebook was in format 1. Titles got a b.",
    "This notebook was in format 2. Titles got a c.",
  ]);
  expect(migrate(migrated.notebook, smallCatalog, steps).notebook).toBe(migrated.notebook);
});

test("formatSteps has a step for each format, in order", () => {
  expect(formatSteps.map((step) => step.to)).toEqual(formatSteps.map((_, at) => at + 2));
});
