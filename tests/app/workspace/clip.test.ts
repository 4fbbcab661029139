import { expect, test } from "vitest";
import { Clip } from "../../../src/app/workspace/clip.ts";
import { Edits } from "../../../src/app/workspace/edits.ts";
import { NotebookDocument } from "../../../src/app/workspace/notebook-document.ts";
import { Notices } from "../../../src/app/workspace/notices.ts";
import { Selection } from "../../../src/app/workspace/selection.ts";
import { openNotebook } from "../../../src/notebook/open.ts";

const fence = "```";
const text = `---
format: 1
title: "Orders"
---

Hello

${fence}cell source orders
file: "orders.csv"
${fence}

${fence}cell table paid
from: "orders"
verbs:
  - {"filter":"price > 0"}
${fence}
`;

function opened() {
  const document = new NotebookDocument();
  document.open(openNotebook(text).notebook, { fileName: null, savedText: null });
  const selection = new Selection(() => document.notebook.blocks);
  const notices = new Notices();
  const edits = new Edits(document, selection, notices);
  return { document, selection, notices, edits, clip: new Clip(document, selection, edits, notices) };
}
const names = (document: NotebookDocument): string[] =>
  document.notebook.blocks.map((block) => (block.type === "prose" ? block.text : (block.name ?? "")));

test("Clip.paste puts copies below, with names of their own that refer to each other", () => {
  const { document, selection, clip } = opened();
  const [, orders, paid] = document.notebook.blocks;
  selection.selectAll([orders!.id, paid!.id]);
  clip.copy();
  clip.paste();
  expect(names(document)).toEqual(["Hello", "orders", "paid", "orders_2", "paid_2"]);
  expect(document.notebook.blocks[4]).toMatchObject({ params: { from: "orders_2" } });
  expect(selection.ids).toHaveLength(2);
});

test("Clip.cut and paste keep a cell as it was, and undo brings it back in one step each", () => {
  const { document, selection, clip, edits, notices } = opened();
  const before = document.text();
  selection.select(document.notebook.blocks[1]!.id);
  clip.cut();
  notices.dismiss();
  expect(names(document)).toEqual(["Hello", "paid"]);
  clip.paste();
  expect(names(document)).toEqual(["Hello", "paid", "orders"]);
  edits.undo();
  edits.undo();
  expect(document.text()).toBe(before);
});

test("Clip.take gives the text of a notebook, without its head", () => {
  const { document, selection, clip } = opened();
  selection.selectAll(document.notebook.blocks.map(({ id }) => id));
  expect(clip.take()).toBe(document.text().slice(document.text().indexOf("Hello")));
});

test("Edits.move takes chosen blocks along together, and stops at the ends", () => {
  const { document, edits } = opened();
  const [hello, orders, paid] = document.notebook.blocks.map(({ id }) => id);
  edits.move([hello!, orders!], 1);
  expect(names(document)).toEqual(["paid", "Hello", "orders"]);
  edits.move([hello!, orders!], 1);
  expect(names(document)).toEqual(["paid", "Hello", "orders"]);
  edits.moveTo([paid!, orders!], 3);
  expect(names(document)).toEqual(["Hello", "paid", "orders"]);
});

test("Edits.duplicate of several blocks is one step", () => {
  const { document, edits } = opened();
  const before = document.text();
  edits.duplicate(document.notebook.blocks.slice(1).map(({ id }) => id));
  expect(document.notebook.blocks).toHaveLength(5);
  edits.undo();
  expect(document.text()).toBe(before);
});

test("Edits.setProse makes one step of a whole session, however long it lasts", () => {
  const { document, edits } = opened();
  const before = document.text();
  const { id } = document.notebook.blocks[0]!;
  for (const words of ["Hello y", "Hello yo", "Hello you"]) edits.setProse(id, words, 5);
  edits.setProse(id, "Hello you too", 900_000);
  edits.undo();
  expect(names(document)[0]).toBe("Hello you");
  edits.undo();
  expect(document.text()).toBe(before);
});
