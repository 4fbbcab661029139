import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { compute, members } from "../../src/cells/segment/compute.ts";
import { params as schema } from "../../src/cells/segment/params.ts";
import { sequenceMask } from "../../src/cells/segment/sequence.ts";
import { members as membersOf } from "../../src/schema/bitset.ts";
import type { Json } from "../../src/schema/json.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { random } from "../../src/analysis/random/random.ts";
import { around, journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const events: Happening[] = [
  { customer: "ann", at: "2025-01-01T10:00:00Z", event: "visit", channel: "app", value: null },
  { customer: "ann", at: "2025-01-03T10:00:00Z", event: "buy", channel: "web", value: 20 },
  { customer: "ann", at: "2025-01-03T12:00:00Z", event: "buy", channel: "web", value: 5 },
  { customer: "bob", at: "2025-01-02T10:00:00Z", event: "visit", channel: "web", value: null },
  { customer: "bob", at: "2025-01-04T10:00:00Z", event: "ticket", channel: "mail", value: null },
  { customer: "bob", at: "2025-01-05T10:00:00Z", event: "buy", channel: "app", value: 30 },
  { customer: "cid", at: "2025-02-20T10:00:00Z", event: "visit", channel: "app", value: null },
];
const buys = [{ column: "event", is: "buy" }];
const visits = [{ column: "event", is: "visit" }];
const tickets = [{ column: "event", is: "ticket" }];

async function run(segments: Json, more: Record<string, Json> = {}, happenings: readonly Happening[] = events) {
  const params = resolve(schema, { from: "journey", replicates: 0, segments, ...more });
  const { inputs, job } = around(await journeyOf(happenings));
  return { params, inputs, job, output: await compute(inputs, params, job) };
}

/** Who meets one rule. */
async function who(rule: Json, more: Record<string, Json> = {}): Promise<string[]> {
  const { output } = await run([{ name: "they", rules: [rule] }], more);
  return rowsOf(output.tables["assignment"]!)
    .filter((row) => row["segment"] === "they")
    .map((row) => String(row["customer"]));
}

describe("a rule", () => {
  // Who meets each rule is read off the seven events by hand.
  test.each<[string, Json, string[]]>([
    ["did, at least once", { did: buys }, ["ann", "bob"]],
    ["did, at least twice", { did: buys, atLeast: 2 }, ["ann"]],
    ["did, on two days", { did: buys, measure: "days", atLeast: 2 }, []],
    ["did, for a value of at most 25", { did: buys, measure: "value", atLeast: 1, atMost: 25 }, ["ann"]],
    ["did not", { did: buys, atMost: 0 }, ["cid"]],
    ["did not in the last month", { did: visits, atMost: 0, within: "1 month" }, ["ann", "bob"]],
    ["did between two dates, the second left out", { did: buys, between: ["2025-01-04", "2025-01-05"] }, []],
    ["first event", { first: [{ column: "channel", is: "app" }] }, ["ann", "cid"]],
    ["last event of some", { last: [{ column: "channel", is: "app" }], of: buys }, ["bob"]],
    ["sequence", { sequence: [visits, buys], within: "7 days" }, ["ann", "bob"]],
    ["sequence, within two days", { sequence: [visits, buys], within: "2 days" }, ["ann"]],
    ["sequence, without a ticket", { sequence: [visits, buys], within: "7 days", without: tickets }, ["ann"]],
    ["not", { not: [{ did: buys }] }, ["cid"]],
    ["any", { any: [{ did: tickets }, { first: [{ column: "channel", is: "app" }] }] }, ["ann", "bob", "cid"]],
    ["all", { all: [{ did: buys }, { did: tickets }] }, ["bob"]],
    ["attribute", { column: "customer", is: "cid" }, ["cid"]],
  ])("%s holds for the right customers", async (_, rule, expected) => {
    expect(await who(rule)).toEqual(expected);
  });

  test("as of a date knows only what happened before that day, and only who was there", async () => {
    expect(await who({ did: buys }, { as_of: "2025-01-05" })).toEqual(["ann"]);
    const { output } = await run([{ name: "they", rules: [] }], { as_of: "2025-01-05" });
    expect(output.n).toBe(2);
    expect(output.excluded).toEqual({ "not known by then": 1 });
  });

  test("on a column of events is refused with what to do instead", async () => {
    await expect(who({ column: "channel", is: "app" })).rejects.toThrow(/"channel" is not an attribute of customers/);
  });

  property.prop([fc.array(fc.tuple(fc.nat(4), fc.constantFrom("a", "b", "x", "o")), { maxLength: 14 }), fc.integer({ min: 1, max: 12 })])(
    "sequence agrees with trying all pairs of events",
    (steps, within) => {
      let now = 0;
      const times = steps.map(([gap]) => (now += gap));
      const is = (letter: string) => Uint8Array.from(steps, ([, own]) => (own === letter ? 1 : 0));
      const expected = steps.some(
        ([, first], from) =>
          first === "a" &&
          steps.some(
            ([, last], to) =>
              to > from && last === "b" && times[to]! - times[from]! <= within && !steps.slice(from + 1, to).some(([, between]) => between === "x"),
          ),
      );
      const mask = sequenceMask(Uint32Array.of(0, steps.length), Float64Array.from(times), {
        steps: [is("a"), is("b")],
        without: is("x"),
        deadline: (start) => start + within,
      });
      expect(mask[0] === 1).toBe(expected);
    },
  );
});

describe("segments", () => {
  const two = [
    { name: "buyers", rules: [{ did: buys }] },
    { name: "app first", rules: [{ first: [{ column: "channel", is: "app" }] }] },
  ];

  test("are counted with the rest, and each combination once", async () => {
    const { output } = await run(two);
    // By hand: ann is in both, bob a buyer, cid app first.
    expect(rowsOf(output.tables["main"]!).map((row) => [row["segment"], row["customers"]])).toEqual([
      ["buyers", 2],
      ["app first", 2],
      ["Everyone else", 0],
    ]);
    expect(rowsOf(output.tables["overlap"]!).reduce((sum, row) => sum + Number(row["customers"]), 0)).toBe(3);
    expect(rowsOf(output.tables["pairs"]!)[0]).toMatchObject({ customers: 1, jaccard: 1 / 3, containment: 0.5 });
  });

  test("that are exclusive have each customer once, in the first that fits", async () => {
    const { output } = await run(two, { exclusive: true });
    expect(rowsOf(output.tables["main"]!).map((row) => row["customers"])).toEqual([2, 1, 0]);
  });

  test("of everybody or nobody are said to be so, in numbers that exist", async () => {
    const { output } = await run([
      { name: "all", rules: [] },
      { name: "none", rules: [{ did: [{ column: "event", is: "dance" }] }] },
    ]);
    expect(output.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["everybody", "empty_segment"]));
    expect(JSON.stringify(output.facts)).not.toMatch(/NaN|Infinity/);
    expect(output.facts.filter(({ holds }) => holds)).toEqual([]);
  });

  test("give back the customers of every mark, also as of a date", async () => {
    const { params, inputs, job } = await run(two, { as_of: "2025-01-05" });
    const set = members(inputs, params, { table: "main", row: { segment: "app first" } }, job);
    expect([...membersOf(set)]).toEqual([0]);
    expect(set.length).toBe(3);
  });

  test("hide the rest from conditions that name no segment", async () => {
    const { output } = await run(two);
    expect(output.value).toMatchObject({ names: ["buyers", "app first", "Everyone else"], rest: "Everyone else" });
  });

  test.each([11, 12, 13, 14, 15, 16])("made by chance claim no difference (noise %i)", async (seed) => {
    const next = random(seed);
    const noise: Happening[] = Array.from({ length: 2_000 }, (_, at) => ({
      customer: `c${at % 400}`,
      at: Date.UTC(2025, 0, 1) + next() * 300 * 86_400_000,
      channel: at < 400 && next() < 0.5 ? "app" : "web",
      value: next() * 10,
    }));
    const halves = Array.from({ length: 200 }, (_, at) => `c${2 * at}`);
    const { output } = await run([{ name: "even", rules: [{ column: "customer", in: halves }] }], { replicates: 100 }, noise);
    expect(output.facts.filter(({ code, holds }) => holds && code !== "size")).toEqual([]);
  });
});
