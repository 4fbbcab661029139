import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse } from "../../src/notebook/file/parse.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import { History } from "../../src/notebook/history.ts";
import { counter } from "../../src/notebook/ids.ts";
import type { Notebook } from "../../src/notebook/notebook.ts";
import { randomEdit } from "./random-edits.ts";
import { smallCatalog } from "./small-catalog.ts";

// Thousands of cases may take longer than five seconds on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 });

const titled = (title: string): Notebook => ({ front: { format: 1, title, unknown: [] }, blocks: [] });
const write = (notebook: Notebook) => serialize(notebook, smallCatalog);

/** Everything a history shows, walked to both ends. */
function walk(history: History) {
  const seen: unknown[] = [[history.undoLabel, history.redoLabel, write(history.notebook), history.notebook.blocks.map((block) => block.id)]];
  while (history.redo() !== null) seen.push([history.undoLabel, write(history.notebook)]);
  while (history.undo() !== null) seen.push([history.redoLabel, write(history.notebook)]);
  return seen;
}

test("undo and redo give equal text at each of ten thousand random edits", () => {
  fc.assert(
    fc.property(fc.array(randomEdit, { minLength: 500, maxLength: 500 }), (edits) => {
      const nextId = counter();
      const history = new History(titled("start"), 500);
      const texts = [write(history.notebook)];
      for (const [time, edit] of edits.entries()) {
        const before = history.notebook;
        history.apply(edit(before, nextId), { label: `edit ${time}`, time });
        if (history.notebook !== before) texts.push(write(history.notebook));
      }
      const undone = [write(history.notebook)];
      while (history.undo() !== null) undone.push(write(history.notebook));
      expect(undone).toEqual(texts.toReversed());
      const redone = [write(history.notebook)];
      while (history.redo() !== null) redone.push(write(history.notebook));
      expect(redone).toEqual(texts);
    }),
    { numRuns: 20 },
  );
});

test("restore(state) undoes and redoes to the same texts and labels, through JSON", () => {
  fc.assert(
    fc.property(fc.array(randomEdit, { minLength: 1, maxLength: 40 }), fc.nat({ max: 40 }), (edits, back) => {
      const nextId = counter();
      const history = new History(titled("start"));
      for (const [time, edit] of edits.entries()) history.apply(edit(history.notebook, nextId), { label: `edit ${time}`, time });
      for (let step = 0; step < back; step++) history.undo();
      const again = History.restore(JSON.parse(JSON.stringify(history.state(smallCatalog))), smallCatalog)!;
      expect(walk(again)).toEqual(walk(history));
    }),
    { numRuns: 100 },
  );
});

test("apply(notebook, edit) joins quick edits of one field, and no others", () => {
  const history = new History(titled("a"));
  history.apply(titled("b"), { label: "Change title", key: "title", time: 0 });
  history.apply(titled("bc"), { label: "Change title", key: "title", time: 900 });
  history.apply(titled("bcd"), { label: "Change title", key: "title", time: 1800 });
  history.apply(titled("x"), { label: "Change title", key: "title", time: 5000 });
  history.apply(titled("y"), { label: "Change another", key: "other", time: 5001 });
  const seen = [];
  while (history.undo() !== null) seen.push(history.notebook.front.title);
  expect(seen).toEqual(["x", "bcd", "a"]);
});

test("apply(notebook, edit) after an undo does not swallow what was undone to", () => {
  const history = new History(titled("a"));
  history.apply(titled("b"), { label: "one", key: "title", time: 0 });
  history.apply(titled("c"), { label: "two", time: 1 });
  history.undo();
  history.apply(titled("d"), { label: "three", key: "title", time: 2 });
  expect([history.undoLabel, history.redoLabel]).toEqual(["three", null]);
  history.undo();
  expect(history.notebook.front.title).toBe("b");
});

test("apply(the same notebook) is no edit", () => {
  const history = new History(titled("a"));
  history.apply(history.notebook, { label: "nothing", time: 0 });
  expect(history.undoLabel).toBeNull();
});

test("apply(notebook, edit) forgets the oldest beyond the limit", () => {
  const history = new History(titled("0"), 3);
  for (const title of ["1", "2", "3", "4", "5"]) history.apply(titled(title), { label: title, time: Number(title) });
  const seen = [];
  while (history.undo() !== null) seen.push(history.notebook.front.title);
  expect(seen).toEqual(["4", "3", "2"]);
});

test("state() holds each different block once", () => {
  const { notebook } = parse("A\n\n<!-- cell -->\n\nB", smallCatalog);
  const history = new History(notebook);
  history.apply({ ...notebook, front: { ...notebook.front, title: "C" } }, { label: "Change title", time: 0 });
  const state = history.state(smallCatalog);
  expect(state.blocks).toEqual([
    [1, "A"],
    [2, "B"],
  ]);
  expect(state.fronts).toHaveLength(2);
});

const good = new History(titled("a")).state(smallCatalog);
const step = good.steps[0]!;

test.each([
  ["nothing", null],
  ["a text", "state"],
  ["no steps", { ...good, steps: [] }],
  ["a place outside", { ...good, at: 7 }],
  ["blocks that are not there", { ...good, steps: [{ ...step, blocks: [3] }] }],
  ["a head that is not there", { ...good, steps: [{ ...step, front: 9 }] }],
  [
    "one id for two blocks",
    {
      ...good,
      blocks: [
        [1, "a"],
        [1, "b"],
      ],
      steps: [{ ...step, blocks: [0, 1] }],
    },
  ],
  ["texts that are none", { ...good, fronts: [5] }],
  ["endless numbers", { ...good, limit: Infinity }],
])("restore(%s) is null", (_what, state) => {
  expect(History.restore(state, smallCatalog)).toBeNull();
});
