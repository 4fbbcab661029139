import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { suppress, type Sum } from "../../../src/analysis/privacy/suppress.ts";

/** The cells of a table of groups, with all its totals known. */
interface Grid {
  values: number[];
  lines: number[][];
}

function gridOf(rows: number, columns: number, values: number[]): Grid {
  const cells = Array.from({ length: rows * columns }, (_, cell) => cell);
  const across = Array.from({ length: rows }, (_, row) => cells.filter((cell) => Math.floor(cell / columns) === row));
  const down = Array.from({ length: columns }, (_, column) => cells.filter((cell) => cell % columns === column));
  return { values, lines: [...across, ...down, cells].filter((line) => line.length > 1) };
}

/**
 * The attack: all tables of whole, not negative counts that agree with what is published, found by trying. Gives, per hidden cell, the
 * values it can have.
 */
function possible({ values, lines }: Grid, hidden: ArrayLike<number>): Map<number, Set<number>> {
  const open = values.map((_, cell) => cell).filter((cell) => hidden[cell] === 1);
  const left = lines.map((line) => line.reduce((sum, cell) => sum + (hidden[cell] === 1 ? values[cell]! : 0), 0));
  const inLines = values.map((_, cell) => [...lines.keys()].filter((at) => lines[at]!.includes(cell)));
  const lastOf = lines.map((line) => open.findLastIndex((cell) => line.includes(cell)));
  const found = new Map(open.map((cell) => [cell, new Set<number>()]));
  const tried: number[] = [];
  const search = (place: number) => {
    if (place === open.length) {
      open.forEach((cell, at) => found.get(cell)!.add(tried[at]!));
      return;
    }
    const own = inLines[open[place]!]!;
    const most = own.length === 0 ? 30 : Math.min(...own.map((at) => left[at]!));
    const closing = own.find((at) => lastOf[at] === place);
    for (let value = closing === undefined ? 0 : left[closing]!; value <= most; value++) {
      for (const at of own) left[at]! -= value;
      tried[place] = value;
      if (own.every((at) => lastOf[at] !== place || left[at] === 0)) search(place + 1);
      for (const at of own) left[at]! += value;
      if (closing !== undefined) break;
    }
  };
  search(0);
  return found;
}

const sumsOf = ({ lines }: Grid): Sum[] => lines.map((parts) => ({ total: -1, parts }));
const smallOf = ({ values }: Grid, k: number): Uint8Array => Uint8Array.from(values, (count) => (count > 0 && count < k ? 1 : 0));

describe("leaving counts out", () => {
  // By hand: country by month, with all totals. Only 3 is below 10.
  const grid = gridOf(3, 3, [3, 40, 25, 31, 20, 44, 52, 37, 15]);

  test("the subtraction attack finds a small count that alone is left out", () => {
    expect(possible(grid, smallOf(grid, 10)).get(0)).toEqual(new Set([3]));
  });

  test("and does not with what is left out beside it", () => {
    const hidden = suppress({ values: grid.values, small: smallOf(grid, 10), sums: sumsOf(grid), chains: [] }, 10);
    expect(possible(grid, hidden).get(0)!.size).toBeGreaterThan(1);
    // By hand: 25 is the smallest other of the row and 31 of the column, and 44, across from the 3, closes the square.
    expect([...hidden]).toEqual([1, 0, 1, 1, 0, 1, 0, 0, 0]);
  });

  test("two small counts whose sum is known to be below k take a third with them", () => {
    const hidden = suppress({ values: [3, 4, 30, 50], small: Uint8Array.of(1, 1, 0, 0), sums: [{ total: -1, parts: [0, 1, 2, 3] }], chains: [] }, 10);
    expect([...hidden]).toEqual([1, 1, 1, 0]);
  });

  test("a total of one part goes with it", () => {
    const hidden = suppress({ values: [3, 3], small: Uint8Array.of(1, 0), sums: [{ total: 1, parts: [0] }], chains: [] }, 10);
    expect([...hidden]).toEqual([1, 1]);
  });

  test("a small total does not stand in the sum of its parts", () => {
    const values = [20, 12, 30, 5];
    const hidden = suppress({ values, small: Uint8Array.of(0, 0, 0, 1), sums: [{ total: 3, parts: [0, 1] }], chains: [] }, 10);
    expect(hidden[0]! + hidden[1]!).toBeGreaterThan(0);
  });

  test("a small count that joins two squares of gaps is not found by elimination either", () => {
    // The cells of the lines in `determined.test.ts`: every line lacks two, and 8 would still be known.
    const lines = [
      [0, 1, 9],
      [2, 3, 8],
      [0, 2],
      [1, 3],
      [4, 5, 10],
      [6, 7],
      [4, 6, 8],
      [5, 7],
    ];
    const values = [2, 2, 2, 2, 2, 2, 2, 2, 1, 4, 4];
    const small = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
    const sums = lines.map((parts) => ({ total: -1, parts }));
    const hidden = suppress({ values, small, sums, chains: [] }, 3);
    expect(possible({ values, lines }, small).get(8)).toEqual(new Set([1]));
    expect(possible({ values, lines }, hidden).get(8)!.size).toBeGreaterThan(1);
  });

  test("nothing small leaves everything as it is", () => {
    expect([...suppress({ values: [20, 30], small: Uint8Array.of(0, 0), sums: [{ total: -1, parts: [0, 1] }], chains: [] }, 10)]).toEqual([0, 0]);
  });

  const shape = fc.constantFrom<[number, number]>([1, 4], [2, 3], [3, 3], [2, 4]);
  const cases = shape.chain(([rows, columns]) =>
    fc.array(fc.nat(8), { minLength: rows * columns, maxLength: rows * columns }).map((values) => gridOf(rows, columns, values)),
  );

  property.prop([cases], { numRuns: 300 })("no small count is determined by published sums, by trying every table", (random) => {
    const k = 4;
    const small = smallOf(random, k);
    const hidden = suppress({ values: random.values, small, sums: sumsOf(random), chains: [] }, k);
    // A total below k cannot be hidden from somebody who knows it; the gate leaves such a total out by itself.
    const totals = random.lines.map((line) => line.reduce((sum, cell) => sum + random.values[cell]!, 0));
    fc.pre(totals.every((total) => total === 0 || total >= k));
    const found = possible(random, hidden);
    random.values.forEach((_, cell) => {
      if (small[cell] === 1) expect(found.get(cell)!.size).toBeGreaterThan(1);
    });
  });

  property.prop([cases], { numRuns: 200 })("every small count is left out, and running it again on the same gives the same", (random) => {
    const counts = { values: random.values, small: smallOf(random, 4), sums: sumsOf(random), chains: [] };
    const hidden = suppress(counts, 4);
    expect(counts.small.every((flag, cell) => flag === 0 || hidden[cell] === 1)).toBe(true);
    expect(suppress(counts, 4)).toEqual(hidden);
  });
});
