import { expect, test } from "vitest";
import { parse } from "../../../src/notebook/file/parse.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import type { Block, Notebook } from "../../../src/notebook/notebook.ts";
import type { JsonRecord } from "../../../src/schema/json.ts";
import { smallCatalog } from "../small-catalog.ts";

// Expected texts are written by hand from the rules at `parse`.

const notebook = (...blocks: Block[]): Notebook => ({ front: { format: 1, title: "", unknown: [] }, blocks });
const cell = (kind: string, params: JsonRecord, extra: string[] = []): Block => ({ id: 1, type: "cell", kind, major: 1, name: "a", params, extra });
const prose = (text: string): Block => ({ id: 1, type: "prose", text });
const body = (...blocks: Block[]): string => serialize(notebook(...blocks), smallCatalog).slice("---\nformat: 1\n---\n\n".length);

const cellText = (name: string, line: string) => `\`\`\`cell load ${name}\n${line}\n\`\`\`\n`;

test("serialize(cell) writes parameters in the schema's order, defaults included, those for the looks only if they differ", () => {
  const text = body(cell("stay", { show: "heat", lag: " 7 day", by: { cell: "loyal" }, from: "customers" }));
  expect(text).toBe('```cell stay a\nfrom: "customers"\nby: {"cell":"loyal"}\ngrain: "month"\nlevel: 0.95\nlag: "7 days"\nranges: [[0,0]]\n```\n');
  expect(body(cell("stay", { show: "curve" }))).toContain('show: "curve"');
});

test("serialize(cell) leaves out a default that does not apply, and keeps a value that does not apply", () => {
  expect(body(cell("stay", {}))).not.toContain("anchor");
  expect(body(cell("stay", { grain: "week" }))).toContain('anchor: "first"');
  expect(body(cell("stay", { anchor: "last" }))).toContain('anchor: "last"');
});

test("serialize(cell) writes a rule a line, with the keys within in the type's order", () => {
  const params = { from: "orders", verbs: [{ filter: "x > 0" }, { join: { on: ["id"], from: "crm" } }] };
  expect(body(cell("steps", params))).toBe(
    '```cell steps a\nfrom: "orders"\nverbs:\n  - {"filter":"x > 0"}\n  - {"join":{"from":"crm","on":["id"],"how":"left"}}\n```\n',
  );
});

test("serialize(cell) keeps values that do not suit, references to controls, and keys it does not know", () => {
  const text = body(cell("stay", { from: { control: "which" }, grain: 5, return: "all" }, ["future: yes", "  and: more"]));
  expect(text).toContain('from: {"control":"which"}\nreturn: "all"\ngrain: 5\n');
  expect(text).toContain("\nfuture: yes\n  and: more\n```\n");
});

test("serialize(cell) escapes the characters that end lines elsewhere", () => {
  expect(body(cell("load", { file: "a\u2028b\u2029c\u0085d\ne" }))).toContain('file: "a\\u2028b\\u2029c\\u0085d\\ne"');
});

test("serialize(prose) breaks pieces that follow each other and marks empty ones", () => {
  expect(body(prose("A"), prose("B"))).toBe("A\n\n<!-- cell -->\n\nB\n");
  expect(body(prose(""), cell("load", {}))).toBe("<!-- cell -->\n\n```cell load a\n```\n");
});

test("serialize(prose that reads as structure) indents it by one blank, with which Markdown shows it the same", () => {
  expect(body(prose("```cell load a\nfile: 1\n```\nand\n<!-- cell -->\n<<<<<<< x"))).toBe(
    " ```cell load a\n file: 1\n ```\nand\n <!-- cell -->\n <<<<<<< x\n",
  );
});

test("serialize(prose with an open fence) closes it, so that what follows stays a cell", () => {
  expect(body(prose("~~~~js\nlet a;\n"), cell("load", {}))).toBe("~~~~js\nlet a;\n~~~~\n\n```cell load a\n```\n");
});

test("serialize(front) writes known keys in order and the others below", () => {
  const front = { format: 1, title: "A", unknown: ["mood: calm"], level: 0.9, timezone: "UTC", annotations: [{ text: "b", from: "2025-01-01" }] };
  expect(serialize({ front, blocks: [] }, smallCatalog)).toBe(
    '---\nformat: 1\ntitle: "A"\ntimezone: "UTC"\nlevel: 0.9\nannotations:\n  - {"from":"2025-01-01","text":"b"}\nmood: calm\n---\n',
  );
});

test("parse(a conflicted merge) takes one cell for unknown and every other for itself", () => {
  const conflict = '<<<<<<< HEAD\nfile: "a.csv"\n=======\nfile: "b.csv"\n>>>>>>> theirs';
  const { blocks } = parse(
    [cellText("x", 'file: "x.csv"'), cellText("y", conflict), cellText("z", 'file: "z.csv"')].join("\n"),
    smallCatalog,
  ).notebook;
  expect(blocks.map((block) => [block.type, block.type === "prose" ? null : block.name])).toEqual([
    ["cell", "x"],
    ["unknown", "y"],
    ["cell", "z"],
  ]);
  expect(blocks[1]).toMatchObject({ reason: "conflict", text: cellText("y", conflict).trimEnd() });
});

test("parse(text) gives every block the next id of the counter", () => {
  let id = 40;
  expect(parse("A\n\n<!-- cell -->\n\nB", smallCatalog, () => ++id).notebook.blocks.map((block) => block.id)).toEqual([41, 42]);
});
