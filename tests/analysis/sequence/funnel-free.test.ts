import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { FreeSearch } from "../../../src/analysis/sequence/free-search.ts";
import { letters, prepared, type Row } from "./funnel-rows.ts";

function search(rows: readonly Row[], steps: number, window: number, block: readonly number[], entry: "first" | "best" = "best") {
  const ready = prepared(rows, steps);
  const free = new FreeSearch({ steps, window, entry, block: Uint8Array.from(block), classes: ready.rules.classes });
  return { ...free.search(ready.rows, 0, ready.count, -Infinity, Infinity), places: [...free.places] };
}

// By hand: any order counts different steps; an anchor keeps its place.
test("steps in any order count once each, and an anchored step waits for those before it", () => {
  expect(search(letters("cab"), 3, 10, [0, 0, 0]).depth).toBe(3);
  expect(search(letters("ccb"), 3, 10, [0, 0, 0]).depth).toBe(2);
  expect(search(letters("cab"), 3, 1, [0, 0, 0]).depth).toBe(2);
  expect(search(letters("cba"), 3, 10, [0, 1, 1]).depth).toBe(1);
  expect(search(letters("acb"), 3, 10, [0, 1, 1]).depth).toBe(3);
});

// By hand: greedily the first row would take step a, and nothing would be left for the second; PostHog's count is approximate here.
test("a row that could be several steps is the one that helps most", () => {
  const rows: Row[] = [
    { at: 0, is: [0, 1] },
    { at: 1, is: [0] },
    { at: 2, is: [0] },
  ];
  expect(search(rows, 2, 10, [0, 0])).toMatchObject({ depth: 2, entry: 0, done: 1 });
});

test("the time counts from the newest entry that is done at the same moment", () => {
  expect(search(letters("aaab"), 2, 10, [0, 0])).toMatchObject({ entry: 2, done: 3 });
});

/** The most steps from an entry on: every way to give the rows one step each, or none. */
function everyMatching(rows: readonly Row[], steps: number, block: readonly number[]): number {
  const sizes = block.reduce<number[]>((counts, at) => ((counts[at] = (counts[at] ?? 0) + 1), counts), []);
  const inOrder = (taken: number) => {
    let before = 0;
    const done = sizes.map((size, at) => block.filter((own, step) => own === at && (taken >> step) & 1).length === size);
    for (const whole of done) {
      if (!whole) break;
      before++;
    }
    return before;
  };
  let most = 0;
  const give = (row: number, taken: number, count: number) => {
    most = Math.max(most, count);
    if (row === rows.length) return;
    give(row + 1, taken, count);
    for (const step of rows[row]!.is)
      if (((taken >> step) & 1) === 0 && block[step] === inOrder(taken)) give(row + 1, taken | (1 << step), count + 1);
  };
  give(0, 0, 0);
  return Math.min(most, steps);
}

const random = fc.integer({ min: 2, max: 4 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    rows: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 4 }), is: fc.uniqueArray(fc.nat(steps - 1), { maxLength: 3 }) }), { maxLength: 8 }),
    window: fc.integer({ min: 1, max: 16 }),
    split: fc.nat(steps),
  }),
);

property.prop([random], { numRuns: 5_000 })(
  "the search finds what trying every matching from every entry finds",
  ({ steps, rows: gaps, window, split }) => {
    let clock = 0;
    const rows = gaps.map(({ gap, is }) => ({ at: (clock += gap), is }));
    const block = Array.from({ length: steps }, (_, step) => (split > 0 && split < steps && step >= split ? 1 : 0));
    const best = rows.map(({ at, is }, row) =>
      is.some((step) => block[step] === 0)
        ? everyMatching(
            rows.slice(row).filter((other) => other.at - at <= window),
            steps,
            block,
          )
        : 0,
    );
    const found = search(rows, steps, window, block);
    expect(found.depth).toBe(Math.max(0, ...best));
  },
  60_000,
);
