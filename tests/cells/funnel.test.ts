import { describe, expect, test } from "vitest";
import { random } from "../../src/analysis/random/random.ts";
import { suggest } from "../../src/cells/funnel/params.ts";
import { usualSteps } from "../../src/cells/funnel/usual-steps.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { behind, funnel, funnelOf, minutes, reached, stepsOf, wide } from "./funnel-run.ts";
import { journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const hour = { window: "1 hour", window_curve: false };
const abc = { ...hour, steps: stepsOf("ABC") };
const ab = { ...hour, steps: stepsOf("AB") };
const excludesA = [{ ...stepsOf("A")[0]!, except: [{ column: "event", is: "A" }] }, ...stepsOf("B")];

// Mixpanel's documentation, "Funnels: advanced".
describe("Mixpanel's cases", () => {
  test("one hour from 13:00 and 13:30 reaches two steps by the first entry, three by the best", async () => {
    const events = minutes("A0 A30 B45 C75");
    expect(reached(await funnel(events, { ...abc, entry: "first" }))).toEqual([1, 1, 0]);
    expect(reached(await funnel(events, abc))).toEqual([1, 1, 1]);
  });

  test("A, A, A, B with A excluded on the way is two attempts and one success", async () => {
    const params = { ...ab, steps: excludesA, counting: "totals", entry: "first" };
    expect(reached(await funnel(minutes("A0 A1 A2 B3"), params))).toEqual([2, 1]);
  });

  test("a second entry before the time of the first is over converts only where every entry counts", async () => {
    const events = minutes("A0 A30 B75");
    expect(reached(await funnel(events, { ...ab, counting: "totals", entry: "first" }))).toEqual([1, 0]);
    expect(reached(await funnel(events, { ...ab, counting: "totals", entry: "best" }))).toEqual([2, 1]);
  });

  test("a customer counts up to the step before the excluded event", async () => {
    expect(reached(await funnel(minutes("A0 A1"), { ...ab, steps: excludesA }))).toEqual([1, 0]);
  });
});

// PostHog's documentation, "Funnels", exclusion steps: the person is left out of the whole funnel.
test("PostHog leaves out a customer with an excluded event", async () => {
  const steps = [{ ...stepsOf("A")[0]!, except: [{ column: "event", is: "X" }] }, ...stepsOf("B")];
  const events = [...minutes("A0 X1 B2", "left"), ...minutes("A0 B2 X3", "kept")];
  const output = await funnel(events, { ...ab, steps, exclusion: "remove" });
  expect(reached(output)).toEqual([1, 1]);
  expect(output.excluded).toEqual({ "did something that rules them out": 1 });
  expect(reached(await funnel(events, { ...ab, steps }))).toEqual([2, 1]);
});

// ClickHouse, 00632_aggregation_window_funnel: (0,1000)(1,1001)(1,1002)(1,1003)(2,1004) is 5, with strict_increase 2.
test("a step at the same moment counts, unless a step has to be later", async () => {
  const events = minutes("A0 B1 C1 D1 E2");
  const params = { ...hour, steps: stepsOf("ABCDE") };
  expect(reached(await funnel(events, params))).toEqual([1, 1, 1, 1, 1]);
  expect(reached(await funnel(events, { ...params, ties: "strict_increase" }))).toEqual([1, 1, 0, 0, 0]);
});

// By hand: within two seconds B before A is A before B.
test("events of the same moment may count in either order", async () => {
  const events = [
    { customer: "c", event: "B", at: "2025-01-01T00:00:00Z" },
    { customer: "c", event: "A", at: "2025-01-01T00:00:02Z" },
  ];
  expect(reached(await funnel(events, ab))).toEqual([1, 0]);
  expect(reached(await funnel(events, { ...ab, ties: "either", tie_seconds: 1 }))).toEqual([1, 0]);
  expect(reached(await funnel(events, { ...ab, ties: "either", tie_seconds: 2 }))).toEqual([1, 1]);
});

// By hand.
test.each<[string, string, RawParams, number[]]>([
  ["nothing may lie between", "A0 X1 B2", { ...ab, order: "strict" }, [1, 0]],
  ["only other steps may not", "A0 X1 B2", { ...ab, order: "strict", strict_scope: "steps" }, [1, 1]],
  ["any order", "C0 A1 B2", { ...abc, order: "any" }, [1, 1, 1]],
  ["an anchor keeps its place", "C0 A1 B2", { ...hour, order: "any", steps: [{ ...stepsOf("A")[0]!, anchored: true }, ...stepsOf("BC")] }, [1, 1, 0]],
  ["a limit between two steps", "A0 B20 A30 B35", { ...ab, steps: [...stepsOf("A"), { ...stepsOf("B")[0]!, within: "10 minutes" }] }, [1, 1]],
  ["sessions", "A0 A40 B45 A100", { ...ab, counting: "sessions" }, [3, 1]],
  ["attempts one after another", "A0 B1 A2 A3 B4 A90", { ...ab, counting: "totals", entry: "first" }, [3, 2]],
])("%s", async (_, events, params, expected) => {
  expect(reached(await funnel(minutes(events), params))).toEqual(expected);
});

// By hand: the product stays the same, or the channel makes groups.
test("a column can be held the same at every step", async () => {
  const events = minutes("A0 A1 B2").map((event, at) => ({ ...event, channel: ["x", "y", "x"][at]! }));
  expect(reached(await funnel(events, { ...ab, hold: ["channel"] }))).toEqual([1, 1]);
  const crossed = minutes("A0 B1").map((event, at) => ({ ...event, channel: ["x", "y"][at]! }));
  expect(reached(await funnel(crossed, { ...ab, hold: ["channel"] }))).toEqual([1, 0]);
});

test.each<[string, [string, number, number][]]>([
  ["entry", [["x", 1, 1]]],
  ["last", [["y", 1, 1]]],
  ["all", [["x", 1, 0]]],
])("groups are taken from the %s step", async (at, expected) => {
  const events = minutes("A0 B1").map((event, place) => ({ ...event, channel: ["x", "y"][place]! }));
  const { tables } = await funnel(events, { ...ab, by: "channel", breakdown_at: at });
  const rows = rowsOf(tables["main"]!);
  expect(
    rows.filter(({ step }) => step === 1).map(({ group }, place) => [group, rows[place * 2]!["customers"], rows[place * 2 + 1]!["customers"]]),
  ).toEqual(expected);
});

// By hand: of three who enter on the last but one, the last and the first day, only the first has had a week. The one who converted at
// once does not count either.
test("who counts is decided by the entry alone", async () => {
  const at = (day: number) => Date.UTC(2025, 0, day);
  const events = [...minutes("A0 B5", "quick", at(30)), ...minutes("A0", "slow", at(30)), ...minutes("A0 B5", "early", at(1))];
  const place = { window: ["2025-01-01", "2025-02-01"] as [string, string] };
  const params = { ...ab, window: "7 days" };
  const output = await funnel(events, params, place);
  expect(reached(output)).toEqual([1, 1]);
  expect(rowsOf(output.tables["main"]!).map(({ immature }) => immature)).toEqual([2, 1]);
  expect(reached(await funnel(events, { ...params, mature: false }, place))).toEqual([3, 2]);
});

// By hand: entries count in the dates, later steps may lie behind them.
test("dates limit the entries and not the steps", async () => {
  const events = [...minutes("A0 B1440", "in", Date.UTC(2025, 0, 1)), ...minutes("A0 B1", "out", Date.UTC(2025, 0, 2))];
  expect(reached(await funnel(events, { ...ab, window: "2 days", entered: ["2025-01-01", "2025-01-02"] }))).toEqual([1, 1]);
});

// By hand: 5 and 15 minutes between A and B, of the entry that counts.
test("times are of the chain found, and those who never convert have no median", async () => {
  const events = [...minutes("A0 B5", "a"), ...minutes("A0 B15 B20", "b"), ...minutes("A0", "c"), ...minutes("A0 X3", "d"), ...minutes("A0 X3", "e")];
  const { tables, facts } = await funnel(events, ab);
  expect(rowsOf(tables["main"]!)[1]).toMatchObject({
    median_seconds: 600,
    p25_seconds: 450,
    p75_seconds: 750,
    dropped: 3,
    rate_step: 0.4,
    rate_total: 0.4,
  });
  expect(rowsOf(tables["times"]!).at(-1)!["share"]).toBeCloseTo(0.4, 12);
  expect(rowsOf(tables["exits"]!).map(({ event, customers }) => [event, customers])).toEqual([
    ["X", 2],
    ["nothing more", 1],
  ]);
  expect(facts.find(({ code }) => code === "time_to_convert")).toBeUndefined();
});

test("more time converts more customers, and the notebook's own time is among those tried", async () => {
  const events = [...minutes("A0 B5", "a"), ...minutes("A0 B90", "b"), ...minutes("A0 B300", "c")];
  const rows = rowsOf((await funnel(events, { ...ab, window_curve: true })).tables["windows"]!);
  // By hand: one within an hour, two within two or four.
  expect(rows.map((row) => [row["window_seconds"], row["converted"]])).toEqual([
    [225, 0],
    [450, 1],
    [900, 1],
    [1800, 1],
    [3600, 1],
    [7200, 2],
    [14400, 2],
  ]);
});

test("steps that suit neither order nor time are refused in words", async () => {
  const events = minutes("A0 B1");
  await expect(funnel(events, { ...ab, order: "any", steps: excludesA })).rejects.toThrow(/any order/);
  await expect(funnel(events, { ...ab, window: "0 days" })).rejects.toThrow(/longer than nothing/);
  await expect(funnel(events, { ...ab, by: "channel", breakdown_at: "step", breakdown_step: 3 })).rejects.toThrow(/no step 3/);
});

/** Customers whose steps have nothing to do with their channel. */
function noise(seed: number): Happening[] {
  const draw = random(seed);
  return Array.from({ length: 400 }, (_, customer) => {
    const channel = "pqrs"[Math.floor(draw() * 4)]!;
    return minutes(draw() < 0.5 ? "A0 B1" : "A0", `c${customer}`).map((event) => ({ ...event, channel }));
  }).flat();
}

test("of noise no difference of groups and no largest drop is told", async () => {
  let told = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { facts } = await funnel(noise(seed), { ...ab, by: "channel" });
    told += facts.filter(({ code, holds }) => holds && (code === "group_difference" || code === "largest_drop")).length;
  }
  // At a level of 0.95 two of forty are expected, six or more come with a chance of 1.4 % (binomial, by hand).
  expect(told).toBeLessThan(6);
});

test("a real difference of groups is told with its interval", async () => {
  const events = Array.from({ length: 400 }, (_, customer) =>
    minutes(customer % 10 < (customer % 2 === 0 ? 8 : 3) ? "A0 B1" : "A0", `c${customer}`).map((event) => ({
      ...event,
      channel: customer % 2 === 0 ? "app" : "web",
    })),
  ).flat();
  const { facts } = await funnel(events, { ...ab, by: "channel" });
  expect(facts.find(({ code }) => code === "group_difference")).toMatchObject({ holds: true, values: { rate: 0.8, rest: 0.2 } });
});

test("the customers behind every row are as many as it says, attempts and groups included", async () => {
  const events = noise(7);
  const journey = await journeyOf(events, wide);
  for (const counting of ["unique", "totals", "sessions"]) {
    const params = { ...ab, by: "channel", counting, compare: true, window_curve: true };
    const { tables } = await funnelOf(journey, params);
    for (const [table, found] of Object.entries(tables)) {
      const keys = found.columns.filter(({ role }) => role === "dimension").map(({ name }) => name);
      for (const row of rowsOf(found)) {
        const pick = { table, row: Object.fromEntries(keys.map((key) => [key, row[key]!])) };
        expect([counting, table, behind(journey, params, pick).length]).toEqual([counting, table, row["customers"]]);
      }
    }
  }
});

// By hand: what a shop and a subscription usually call their events.
test("usual steps are offered in their order", () => {
  expect(usualSteps(["view_product", "visit", "purchase", "checkout", "add_to_cart", "login"])).toEqual([
    "visit",
    "view_product",
    "add_to_cart",
    "checkout",
    "purchase",
  ]);
  expect(usualSteps(["signed", "sign_up", "activated", "subscribed"])).toEqual(["sign_up", "activated", "subscribed"]);
  const shape = {
    name: "j",
    provides: "journey" as const,
    rows: 9,
    columns: [{ name: "event", type: "text" as const, missing: 0, distinct: 2, role: "event" as const, top: ["purchase", "visit"] }],
  };
  expect(suggest(shape)[0]!.params["steps"]).toHaveLength(2);
  expect(suggest({ ...shape, columns: [] })).toEqual([]);
});
