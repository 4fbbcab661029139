import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { moveTogether } from "../../../src/notebook/edit/move-together.ts";
import type { Notebook } from "../../../src/notebook/notebook.ts";

const of = (count: number): Notebook => ({
  front: { format: 1, title: "", unknown: [] },
  blocks: Array.from({ length: count }, (_, id) => ({ id, type: "prose", text: String(id) })),
});
const order = (notebook: Notebook): number[] => notebook.blocks.map(({ id }) => id);

// By hand.
test.each([
  [[3], 0, [3, 0, 1, 2, 4]],
  [[0, 2], 5, [1, 3, 4, 0, 2]],
  [[1, 3], 2, [0, 1, 3, 2, 4]],
  [[4, 0], 3, [1, 2, 0, 4, 3]],
])("moveTogether of %j to gap %d", (ids, gap, expected) => {
  expect(order(moveTogether(of(5), ids, gap))).toEqual(expected);
});

test("moveTogether to where they stand gives the same notebook", () => {
  const notebook = of(4);
  expect(moveTogether(notebook, [1, 2], 1)).toBe(notebook);
  expect(moveTogether(notebook, [1, 2], 2)).toBe(notebook);
  expect(moveTogether(notebook, [], 2)).toBe(notebook);
});

property.prop([fc.nat(6), fc.uniqueArray(fc.nat(6)), fc.integer({ min: -2, max: 9 })])(
  "moveTogether loses no block, and keeps the order within those moved and within the rest",
  (count, ids, gap) => {
    const moved = order(moveTogether(of(count), ids, gap));
    expect([...moved].sort((a, b) => a - b)).toEqual(order(of(count)));
    const inOrder = (list: number[]) => list.every((id, at) => at === 0 || list[at - 1]! < id);
    expect(inOrder(moved.filter((id) => ids.includes(id)))).toBe(true);
    expect(inOrder(moved.filter((id) => !ids.includes(id)))).toBe(true);
  },
);
