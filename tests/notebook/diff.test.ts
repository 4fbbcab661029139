import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { diff } from "../../src/notebook/diff/diff.ts";
import { longestIncreasing } from "../../src/notebook/diff/longest-increasing.ts";
import { duplicate } from "../../src/notebook/edit/duplicate.ts";
import { move } from "../../src/notebook/edit/move.ts";
import { remove } from "../../src/notebook/edit/remove.ts";
import { renameCell } from "../../src/notebook/edit/rename-cell.ts";
import { setFront } from "../../src/notebook/edit/set-front.ts";
import { setParams } from "../../src/notebook/edit/set-params.ts";
import { setProse } from "../../src/notebook/edit/set-prose.ts";
import { parse } from "../../src/notebook/file/parse.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import { counter } from "../../src/notebook/ids.ts";
import type { Notebook } from "../../src/notebook/notebook.ts";
import { anyNotebook } from "./arbitrary-notebook.ts";
import { smallCatalog } from "./small-catalog.ts";

// Thousands of cases may take longer than five seconds on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 });

const text = [
  "Hello",
  '```cell load orders\nfile: "a.csv"\n```',
  '```cell steps paid\nfrom: "orders"\nverbs:\n  - {"filter":"x > 0"}\n```',
  '```cell stay comeback\nfrom: "people"\n```',
].join("\n\n");
const start = parse(text, smallCatalog).notebook;
const sentences = (after: Notebook) => diff(start, after, smallCatalog).map((change) => change.sentence);

test("diff(before, after) says which parameter changed, from what to what", () => {
  expect(sentences(setParams(start, "comeback", { grain: "week" }, smallCatalog))).toEqual(["comeback: grain month → week."]);
  expect(sentences(setParams(start, "paid", { verbs: [{ filter: "x > 0" }, { select: ["x"] }] }, smallCatalog))).toEqual([
    'paid: verbs with {"select":["x"]}.',
  ]);
});

test("diff(before, after) names cells that were added, removed, renamed and moved", () => {
  expect(sentences(duplicate(start, "paid", counter(9)))).toEqual(['"paid_2" (steps) was added.']);
  expect(sentences(remove(start, "comeback"))).toEqual(['"comeback" was removed.']);
  expect(sentences(renameCell(start, "comeback", "loyal", smallCatalog))).toEqual(['"comeback" is now called "loyal".']);
  expect(sentences(move(start, "comeback", 1))).toEqual(['"comeback" was moved.']);
});

test("diff(before, after) says what became of prose and of the head", () => {
  expect(sentences(setProse(start, 1, "Goodbye"))).toEqual(['The text at the top changed: "Goodbye".']);
  expect(sentences(remove(start, 1))).toEqual(['The text at the top was removed: "Hello".']);
  expect(sentences(setFront(start, { week_start: "sunday" }))).toEqual(["The notebook: week start set to sunday."]);
});

test("diff(a notebook, the same saved and opened) is nothing", () => {
  fc.assert(
    fc.property(anyNotebook, (notebook) => {
      const again = parse(serialize(notebook, smallCatalog), smallCatalog).notebook;
      expect(diff(notebook, again, smallCatalog)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("longestIncreasing(values) marks a longest increasing run", () => {
  expect(longestIncreasing([2, 0, 1, 3])).toEqual(new Set([3, 2, 1]));
  // By hand: 1, 2, 5 and 1, 2, 4 are the longest; the one with the smaller end is taken.
  expect([...longestIncreasing([3, 1, 2, 5, 4])].toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
});
