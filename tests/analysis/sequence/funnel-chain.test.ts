import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { ChainRules } from "../../../src/analysis/sequence/chain-rules.ts";
import { ChainSearch } from "../../../src/analysis/sequence/chain-search.ts";
import { stepRows } from "../../../src/analysis/sequence/step-rows.ts";
import { letters, prepared, type Row } from "./funnel-rows.ts";

function search(rows: readonly Row[], steps: number, rules: Partial<ChainRules> = {}) {
  const ready = prepared(rows, steps, rules);
  const found = new ChainSearch(ready.rules).search(ready.rows, 0, ready.count, -Infinity, Infinity);
  const places = new Int32Array(steps);
  if (found.depth > 0) stepRows(ready.rows, ready.rules, found.entry, found.done, found.depth, places, 0);
  return { ...found, times: Array.from(places.subarray(0, found.depth), (row) => rows[row]!.at) };
}

const depth = (rows: readonly Row[], steps: number, rules: Partial<ChainRules> = {}) => search(rows, steps, rules).depth;

/** Events of one each second that are tested by number, as in ClickHouse's own test. */
const numbered = (from: number, to: number, tests: readonly ((event: number) => boolean)[]): Row[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ at: from + at, is: tests.flatMap((meets, step) => (meets(from + at) ? [step] : [])) }));

// ClickHouse, tests/queries/0_stateless/00632_aggregation_window_funnel (sql and reference).
describe("ClickHouse's windowFunnel", () => {
  const events = [1003, 1004, 1005, 1006, 1007].map((event) => (found: number) => found === event);
  test.each([
    [2, 3],
    [3, 4],
    [4, 5],
  ])("reaches within %i seconds %i steps, the last moment included", (window, steps) => {
    expect(depth(numbered(1000, 1008, events), 5, { window })).toBe(steps);
  });

  test("does not go back in time", () => {
    expect(depth(numbered(1000, 1008, [(event) => event === 1008, (event) => event === 1001]), 2, { window: 1e4 })).toBe(1);
  });

  test("takes rows that could be several steps as those that help most", () => {
    const tests = [
      (event: number) => event <= 1007,
      (event: number) => event >= 1002,
      (event: number) => event <= 1006,
      (event: number) => event >= 1004,
    ];
    expect(depth(numbered(1000, 1008, tests), 4, { window: 4 })).toBe(4);
  });

  const users = ["abc", "adbc", "aabbcc", "aaaabbcc", "aabbdcc", "ccbbaa"];
  test.each<[string, number[], Partial<ChainRules>]>([
    ["in order", [3, 3, 3, 3, 3, 1], {}],
    ["with nothing between (strict_order)", [3, 1, 3, 3, 2, 1], { strict: true }],
  ])("%s", (_, expected, rules) => {
    expect(users.map((user) => depth(letters(user), 3, rules))).toEqual(expected);
  });

  test("with a step that excludes itself (strict_deduplication, strict_order)", () => {
    const deduplicated = (user: string): Row[] => letters(user).map((row) => ({ ...row, breaks: row.is }));
    expect(users.map((user) => depth(deduplicated(user), 3, { strict: true }))).toEqual([3, 1, 2, 2, 2, 1]);
  });

  test("uses a row once (strict_once), where the default fills three equal steps with one", () => {
    expect(depth([{ at: 0, is: [0, 1, 2] }], 3)).toBe(1);
    expect(
      depth(
        [0, 1, 2].map((at) => ({ at, is: [0, 1, 2] })),
        3,
      ),
    ).toBe(3);
  });
});

// Mixpanel's documentation, Funnels: advanced; times in minutes after 13:00.
test("Mixpanel's clock starts at the first entry, or at the one that fits", () => {
  const rows: Row[] = [
    { at: 0, is: [0] },
    { at: 30, is: [0] },
    { at: 45, is: [1] },
    { at: 75, is: [2] },
  ];
  expect(depth(rows, 3, { window: 60, entry: "first" })).toBe(2);
  expect(search(rows, 3, { window: 60 })).toMatchObject({ depth: 3, entry: 1, times: [30, 45, 75] });
});

// By hand: a later entry may not throw away an older chain that is under way.
test("an entry between two steps does not reset the chain", () => {
  const rows: Row[] = [
    { at: 0, is: [0] },
    { at: 10, is: [1] },
    { at: 20, is: [0] },
    { at: 30, is: [2] },
  ];
  expect(search(rows, 3, { window: 60 })).toMatchObject({ depth: 3, times: [0, 10, 30] });
});

// By hand, methods: A B X C… then B C again.
test("after an excluded event a step may be done again within the time", () => {
  const rows = [...letters("abxcbc")].map((row) => (row.at === 2 ? { ...row, breaks: [1] } : row));
  expect(search(rows, 3, { entry: "first" })).toMatchObject({ depth: 3, times: [0, 4, 5] });
  expect(search(rows, 3, { entry: "first", remove: true }).removed).toBe(true);
  expect(depth(rows.slice(0, 4), 3)).toBe(2);
});

test("fifty steps are fine, and the fifty-first row is no step", () => {
  const rows = Array.from({ length: 50 }, (_, step) => ({ at: step, is: [step] }));
  expect(search(rows, 50, { window: 49 })).toMatchObject({ depth: 50, entry: 0, done: 49 });
  expect(depth(rows, 50, { window: 48 })).toBe(49);
});

const isEarlier = (one: readonly number[], other: readonly number[]) => {
  const at = one.findIndex((row, step) => row !== other[step]);
  return at < 0 || one[at]! < other[at]!;
};

/** Every chain there is: the deepest, and for a given entry, end and depth the earliest time of each step. */
function everyChain(rows: readonly Row[], { steps, window, within, strict, entry }: ChainRules) {
  let deepest = 0;
  const all: number[][] = [];
  const first = rows.findIndex(({ is }) => is.includes(0));
  const follow = (chain: number[]) => {
    deepest = Math.max(deepest, chain.length);
    all.push(chain);
    if (chain.length === steps) return;
    const level = chain.length - 1;
    for (let row = chain.at(-1)! + 1; row < rows.length; row++) {
      const { at, is, breaks } = rows[row]!;
      if (breaks?.includes(level) === true) return;
      if (is.includes(level + 1) && at - rows[chain[0]!]!.at <= window && at - rows[chain.at(-1)!]!.at <= within[level + 1]!) follow([...chain, row]);
      if (strict && !is.includes(level)) return;
    }
  };
  rows.forEach(({ is }, row) => is.includes(0) && (entry === "best" || row === first) && follow([row]));
  return { deepest, all };
}

const random = fc.integer({ min: 2, max: 4 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    rows: fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 4 }),
        is: fc.uniqueArray(fc.nat(steps - 1), { maxLength: 2 }),
        breaks: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.uniqueArray(fc.nat(steps - 2), { maxLength: 1 }) }),
      }),
      { maxLength: 9 },
    ),
    window: fc.integer({ min: 1, max: 16 }),
    within: fc.array(fc.constantFrom(Infinity, 2, 5), { minLength: steps, maxLength: steps }),
    strict: fc.boolean(),
    entry: fc.constantFrom("best", "first"),
  }),
);

property.prop([random], { numRuns: 25_000 })(
  "the search finds what looking at every chain finds, and its steps are the earliest that fit",
  ({ steps, rows: gaps, window, within, strict, entry }) => {
    let clock = 0;
    const rows = gaps.map(({ gap, is, breaks }) => ({ at: (clock += gap), is, breaks }));
    const ready = prepared(rows, steps, { window, within: Float64Array.from(within), strict, entry });
    const { deepest, all } = everyChain(rows, ready.rules);
    const found = new ChainSearch(ready.rules).search(ready.rows, 0, rows.length, -Infinity, Infinity);
    expect(found.depth).toBe(deepest);
    if (deepest === 0) return;
    const same = all.filter((chain) => chain.length === deepest && chain[0] === found.entry && chain.at(-1) === found.done);
    const places = new Int32Array(steps);
    stepRows(ready.rows, ready.rules, found.entry, found.done, deepest, places, 0);
    const earliest = same.reduce((one, other) => (isEarlier(one, other) ? one : other));
    expect([...places.subarray(0, deepest)]).toEqual(earliest);
  },
  60_000,
);
