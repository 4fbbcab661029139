import { expect, test } from "vitest";
import { Selection } from "../../../src/app/workspace/selection.ts";

const of = (...ids: number[]): Selection => new Selection(() => ids.map((id) => ({ id, type: "prose", text: "" })));

test("Selection.extend chooses everything from the first chosen block, in either direction", () => {
  const selection = of(1, 2, 3, 4, 5);
  selection.select(3);
  selection.extend(5);
  expect([selection.ids, selection.id]).toEqual([[3, 4, 5], 5]);
  selection.extend(2);
  expect([selection.ids, selection.id]).toEqual([[2, 3], 2]);
});

test("Selection.toggle adds a block and leaves it out again", () => {
  const selection = of(1, 2, 3);
  selection.select(1);
  selection.toggle(3);
  expect(selection.ids).toEqual([1, 3]);
  selection.toggle(1);
  expect([selection.ids, selection.id]).toEqual([[3], 3]);
  selection.toggle(3);
  expect([selection.ids, selection.id]).toEqual([[], null]);
});

test("Selection.select of the leading block lets the others go", () => {
  const selection = of(1, 2, 3);
  selection.selectAll([1, 2, 3]);
  selection.select(3);
  expect(selection.ids).toEqual([3]);
});

test("Selection.ids are only blocks that are there", () => {
  const blocks = [1, 2, 3].map((id) => ({ id, type: "prose", text: "" }) as const);
  const selection = new Selection(() => blocks);
  selection.selectAll([1, 2, 3]);
  blocks.splice(1, 1);
  expect(selection.ids).toEqual([1, 3]);
});
