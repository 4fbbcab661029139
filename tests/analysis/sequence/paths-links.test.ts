import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { followCounts } from "../../../src/analysis/sequence/follow-counts.ts";
import { links, type Links } from "../../../src/analysis/sequence/links.ts";
import { medians } from "../../../src/analysis/sequence/medians.ts";
import { walksOf } from "./paths-walks.ts";

const asRows = ({ from, to, occurrences, customers }: Links) => Array.from(from, (step, id) => [step, to[id]!, occurrences[id]!, customers[id]!]);

test("the median of each group is that of its own numbers", () => {
  // By hand.
  expect([...medians(Float64Array.of(3, 1, 2, 8, 4), Uint32Array.of(0, 3, 3, 5))]).toEqual([2, Number.NaN, 6]);
});

test("a step that follows twice counts twice, and its customer once", () => {
  // By hand: 0→1 twice and 1→0 once for the first customer, 0→1 once for the second.
  const found = links(
    walksOf([
      [0, 1, 0, 1],
      [0, 1],
    ]),
    2,
  );
  expect(asRows(found)).toEqual([
    [0, 1, 3, 2],
    [1, 0, 1, 1],
  ]);
  expect([...found.median]).toEqual([60_000, 60_000]);
});

test("neighbours in several overlapping walks of one customer count once", () => {
  // By hand: the second walk is the end of the first, as from every start.
  const walks = { ...walksOf([[0, 1, 2]]), count: 2, starts: Uint32Array.of(0, 1), ends: Uint32Array.of(3, 3), owner: Uint32Array.of(0, 0) };
  expect(asRows(links(walks, 3)).map((row) => row[2])).toEqual([1, 1]);
  // By hand: the first walk is the beginning of the second, as to every end.
  const towards = { ...walksOf([[0, 1, 2]]), count: 2, starts: Uint32Array.of(0, 0), ends: Uint32Array.of(2, 3), owner: Uint32Array.of(0, 0) };
  expect(asRows(links(towards, 3)).map((row) => row[2])).toEqual([1, 1]);
});

const paths = fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

property.prop([paths, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })])(
  "counts are those of going through all pairs one by one",
  (given, changes) => {
    let owner = 0;
    const owners = given.map((_, walk) => (walk > 0 && changes[walk] ? ++owner : owner));
    const expected = new Map<string, { occurrences: number; customers: Set<number>; sides: [Set<number>, Set<number>] }>();
    given.forEach((path, walk) =>
      path.slice(1).forEach((step, at) => {
        const key = `${path[at]!} ${step}`;
        const entry = expected.get(key) ?? { occurrences: 0, customers: new Set(), sides: [new Set(), new Set()] };
        entry.occurrences++;
        entry.customers.add(owners[walk]!);
        entry.sides[owners[walk]! % 2]!.add(owners[walk]!);
        expected.set(key, entry);
      }),
    );
    const side = Int8Array.from({ length: owner + 1 }, (_, who) => who % 2);
    const walks = walksOf(given, owners);
    const found = links(walks, 4, side);
    const narrow = Array.from(found.from, (from, id) => [
      `${from} ${found.to[id]!}`,
      found.occurrences[id],
      found.customers[id],
      found.byGroup[0][id],
      found.byGroup[1][id],
    ]);
    const wanted = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(narrow).toEqual(
      wanted.map(([key, { occurrences, customers, sides }]) => [key, occurrences, customers.size, sides[0].size, sides[1].size]),
    );
    // Looked up one pair at a time, as for very many kinds of steps, the answer is the same.
    expect(asRows(links(walks, 3_000))).toEqual(asRows(found));
    const counts = followCounts(walks, 4);
    for (const [key, { occurrences }] of expected) {
      const [from, to] = key.split(" ").map(Number) as [number, number];
      expect(counts[from * 4 + to]).toBe(occurrences);
    }
  },
);
