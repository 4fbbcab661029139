import { expect, test } from "vitest";
import { fc, test as property } from "@fast-check/vitest";
import { members } from "../../src/cells/map/compute.ts";
import { suggest } from "../../src/cells/map/params.ts";
import { numbers, texts } from "../../src/figures/read.ts";
import { size } from "../../src/schema/bitset.ts";
import type { Scalar } from "../../src/schema/scalar.ts";
import type { Table } from "../../src/schema/table.ts";
import { around, journeyOf, map, resolved, type Happening } from "./map-run.ts";
import { rowsOf } from "./retention-run.ts";

const day = 86_400;

/**
 * Four customers over 100 days. By the words of events: visit is awareness, cart consideration, purchase purchase, a second purchase and
 * support retention. Channels are the touchpoints.
 */
const four: Happening[] = [
  // Ann sees the site, comes by mail, buys for 50 on the site, buys again for 30 in the store on day 60.
  { customer: "ann", day: 0, event: "visit", channel: "site", owner: "Mia" },
  { customer: "ann", day: 2, event: "cart", channel: "mail", cost: 0.5 },
  { customer: "ann", day: 10, event: "purchase", channel: "site", value: 50, owner: "Mia" },
  { customer: "ann", day: 60, event: "purchase", channel: "store", value: 30 },
  { customer: "ann", day: 62, event: "said", scale: "csat", score: 2 },
  { customer: "ann", day: 63, event: "said", scale: "csat", score: 1 },
  // Ben sees the site twice and is gone.
  { customer: "ben", day: 1, event: "visit", channel: "site", owner: "Mia" },
  { customer: "ben", day: 5, event: "visit", channel: "site", owner: "Ole" },
  { customer: "ben", day: 20, event: "said", scale: "csat", score: 5 },
  // Cleo comes late: on day 80 to the site, on day 90 by mail.
  { customer: "cleo", day: 80, event: "visit", channel: "site" },
  { customer: "cleo", day: 90, event: "cart", channel: "mail", cost: 0.25 },
  { customer: "cleo", day: 91, event: "said", scale: "nps", score: 10 },
  // Dan answers after a purchase in the store.
  { customer: "dan", day: 3, event: "purchase", channel: "store", value: 20 },
  { customer: "dan", day: 4, event: "said", scale: "csat", score: 4 },
  { customer: "dan", day: 40, event: "zzz", channel: "store" },
];

const at = (table: Table, stage: string, touchpoint?: string): Record<string, Scalar> =>
  rowsOf(table).find((row) => row["stage"] === stage && (touchpoint === undefined || row["touchpoint"] === touchpoint))!;

const rounded = (row: Record<string, Scalar>, ...names: string[]) =>
  names.map((name) => (typeof row[name] === "number" ? Number((row[name] as number).toFixed(4)) : row[name]));

test("the map counts customers, events, value and cost in each cell, and nothing gets lost", async () => {
  const { tables, n } = await map(four, 100);
  expect(n).toBe(4);
  // By hand from the events above; cleo's mail costs 0.25 and ann's 0.5.
  expect(rowsOf(tables["main"]!).map((row) => [row["stage"], row["touchpoint"], row["customers"], row["events"], row["value"], row["cost"]])).toEqual(
    [
      ["awareness", "site", 3, 4, null, null],
      ["consideration", "mail", 2, 2, null, 0.75],
      ["purchase", "site", 1, 1, 50, null],
      ["purchase", "store", 1, 1, 20, null],
      ["retention", "store", 1, 1, 30, null],
      ["no stage", "store", 1, 1, null, null],
    ],
  );
});

test("reach is of all customers, conversion of those followed for the time, exits of touches followed for the gap", async () => {
  const { tables } = await map(four, 100);
  const site = at(tables["main"]!, "awareness", "site");
  // By hand: three of four came. Ann and ben are followed for 30 days after their first touch, cleo from day 80 is not; ann buys on day 10.
  expect(rounded(site, "reach", "mature", "conversion")).toEqual([0.75, 2, 0.5]);
  // Of four touches three have 14 days behind them, and cleo's of day 80 too (to day 100); the last touch is ben's of day 5: 1 of 4.
  expect(rounded(site, "exit")).toEqual([0.25]);
  // Wilson's interval of 3 of 4: R, prop.test(3, 4, correct = FALSE).
  expect(rounded(site, "reach_lower", "reach_upper")).toEqual([0.3006, 0.9544]);
  // Dropping off is known to day 44 after the first touch: ann came on day 60, ben did not come after day 31.
  expect(rounded(site, "followed", "drop_off")).toEqual([2, 0.5]);
  // Ann's purchase on the site is followed by one on day 60, which is 50 days later: no conversion within 30, but she stayed.
  expect(rounded(at(tables["main"]!, "purchase", "site"), "conversion", "drop_off")).toEqual([0, 0]);
});

test("the median time to the next touch allows for touches whose next was not seen", async () => {
  const { tables } = await map(four, 100);
  // By hand: from site in awareness to the next touch 2 days (ann), 4 (ben), 10 (cleo), and ben's second none within 14. Kaplan and Meier:
  // 3/4 are left after 2 days, 1/2 after 4.
  expect(at(tables["main"]!, "awareness", "site")["median_next_seconds"]).toBe(4 * day);
  // Both mails: ann 8 days, cleo censored at 10, the end of the data: 1/2 left after 8.
  expect(at(tables["main"]!, "consideration", "mail")["median_next_seconds"]).toBe(8 * day);
  // The last of ann's is on day 60: never followed.
  expect(at(tables["main"]!, "retention", "store")["median_next_seconds"]).toBeNull();
});

test("feeling is the mean of customers' means from −1 to +1, of answers linked to a touch not longer ago than a week", async () => {
  const { tables, excluded } = await map(four, 100, { least: 2 });
  // By hand: ann's answers 2 and 1 are −0.5 and −1, together −0.75, at retention; dan's 4 is +0.5 at purchase; ben's came 15 days late;
  // cleo's 10 of NPS is +1 at consideration.
  expect(
    rowsOf(tables["feelings"]!)
      .filter((row) => row["touchpoint"] !== null)
      .map((row) => [row["stage"], row["source"], row["feeling"], row["customers"], row["answers"]]),
  ).toEqual([
    ["consideration", "nps", 1, 1, 1],
    ["purchase", "csat", 0.5, 1, 1],
    ["retention", "csat", -0.75, 1, 2],
  ]);
  expect(excluded["answers without a touchpoint before them"]).toBe(1);
  // Fewer than two customers anywhere: a gap everywhere, and the count says why.
  expect(numbers(tables["main"]!, "feeling")).toEqual([null, null, null, null, null, null]);
  expect(at(tables["main"]!, "retention", "store")["feeling_customers"]).toBe(1);
});

test("a feeling has Student's interval by customer, and another scale is never mixed in", async () => {
  const scores = [5, 4, 3];
  const happenings = scores.flatMap((score, place): Happening[] => [
    { customer: `c${place}`, day: 1, event: "visit", channel: "site" },
    { customer: `c${place}`, day: 2, event: "said", scale: "csat", score },
    { customer: `c${place}`, day: 3, event: "said", scale: "ces", score: 1 },
  ]);
  const { tables } = await map(happenings, 60, { least: 3 });
  // By hand: 1, 0.5 and 0 have mean 0.5 and deviation 0.5: 0.5 ± 4.302653 × 0.5 / √3 = −0.742 to 1.742, and no feeling is above 1.
  expect(rounded(at(tables["main"]!, "awareness", "site"), "feeling", "feeling_lower", "feeling_upper", "feeling_customers")).toEqual([
    0.5, -0.7421, 1, 3,
  ]);
  const hard = await map(happenings, 60, { least: 3, source: "ces", hard: true });
  // By hand: 1 of 7 is −1, and +1 where a high score means hard.
  expect(at(hard.tables["main"]!, "awareness", "site")["feeling"]).toBe(1);
});

test("stages say who entered, who went on within the time, who went back, and how long it took", async () => {
  const { tables } = await map(four, 100);
  const stages = tables["stages"]!;
  expect(texts(stages, "stage")).toEqual(["awareness", "consideration", "purchase", "retention", "no stage"]);
  expect(numbers(stages, "customers")).toEqual([3, 2, 2, 1, 1]);
  // By hand: of ann and ben, followed for 30 days, ann went on. Ann left awareness after 2 days, cleo after 10, ben never in 99:
  // 2/3 are left after 2 days and 1/3 after 10.
  expect(rounded(at(stages, "awareness"), "mature", "forward", "median_seconds")).toEqual([2, 0.5, 10 * day]);
  // Of ann and dan in purchase neither went on within 30 days; ann did on day 60. Dan's event without a stage is no other stage.
  expect(rounded(at(stages, "purchase"), "forward", "back", "exit")).toEqual([0, 0, 0]);
  // Cleo's last touch, on day 90, is not followed for 14 days; ann's on day 60 is.
  expect(rounded(at(stages, "consideration"), "exit")).toEqual([0]);
  expect(rounded(at(stages, "retention"), "exit", "forward")).toEqual([1, null]);
  const back = await map([...four, { customer: "ann", day: 61, event: "visit", channel: "site" }], 100);
  expect(at(back.tables["stages"]!, "retention")["back"]).toBe(1);
});

test("a touchpoint is owned by whom most of its touches name", async () => {
  const { tables } = await map(four, 100);
  // By hand: site is Mia's in three touches of four that name somebody, and has five touches of three customers.
  expect(rowsOf(tables["touchpoints"]!).map((row) => [row["touchpoint"], row["customers"], row["events"], row["owner"], row["owner_share"]])).toEqual(
    [
      ["mail", 2, 2, null, null],
      ["site", 3, 5, "Mia", 0.75],
      ["store", 2, 3, null, null],
    ],
  );
});

/** In each store 100 customers come on day 0, worth 10 when they come again on day 50; `staying` of them do. */
function stores(staying: Record<string, number>): Happening[] {
  return Object.entries(staying).flatMap(([store, count]) =>
    Array.from({ length: 100 }, (_, place) => {
      const come: Happening = { customer: `${store} ${place}`, day: 0, event: "visit", channel: "shop", store };
      return place < count ? [come, { ...come, day: 50, event: "purchase", value: 10 }] : [come];
    }).flat(),
  );
}

test("an opportunity is customers × gap × what those bring who stay, against the best segment", async () => {
  const { tables, facts } = await map(stores({ North: 90, South: 50 }), 100, { by: "store" });
  const [first] = rowsOf(tables["opportunities"]!);
  // By hand: 50% drop off in the South and 10% in the North; 100 × 0.4 × 10.
  expect([first!["touchpoint"], first!["best"], first!["customers"], first!["holds_by"]]).toEqual(["shop", "North", 100, "drop_off"]);
  expect(rounded(first!, "drop_off", "best_drop_off", "gap", "kept", "at_stake")).toEqual([0.5, 0.1, 0.4, 40, 400]);
  expect(facts[0]).toMatchObject({ code: "opportunity", holds: true });
  expect(facts[0]!.text).toContain('After "shop" 50% are not seen again once 30 days are over, against 10% of "North"');
});

test("a gap in feeling holds where drop-off does not differ, and names those who feel worse", async () => {
  const happenings = stores({ North: 80, South: 80 }).flatMap((one): Happening[] => {
    const score = one.store === "North" ? 4 + (Number(one.customer.split(" ")[1]) % 2) : 2 + (Number(one.customer.split(" ")[1]) % 2);
    return one.day === 0 ? [one, { customer: one.customer, day: 1, event: "said", scale: "csat", score }] : [one];
  });
  const { tables, facts } = await map(happenings, 100, { by: "store" });
  const row = at(tables["opportunities"]!, "awareness", "shop");
  // By hand: North answers 4 and 5, +0.75 on average, South 2 and 3, −0.25.
  expect(rounded(row, "feeling_gap", "gap")).toEqual([1, 0]);
  expect([row["best"], row["holds_by"]]).toEqual(["North", "feeling"]);
  expect(facts[0]!.text).toContain('At "shop" customers feel');
});

test("what is felt as well comes before a larger gap that is not", async () => {
  const counter = stores({ North: 90, South: 60 }).flatMap((one): Happening[] => {
    const place = Number(one.customer.split(" ")[1]);
    const score = one.store === "North" ? 4 + (place % 2) : 2 + (place % 2);
    const there = { ...one, customer: `counter ${one.customer}`, channel: "counter" };
    return one.day === 0 ? [there, { customer: there.customer, day: 1, event: "said", scale: "csat", score }] : [there];
  });
  const { tables } = await map([...stores({ North: 90, South: 30 }), ...counter], 100, { by: "store" });
  const found = rowsOf(tables["opportunities"]!).filter((row) => row["stage"] === "awareness");
  // By hand: at the counter 30 points more drop off in the South, and they feel one worse; at the shop 60 points, and nobody says a word.
  expect(found.map((row) => [row["touchpoint"], row["holds_by"]])).toEqual([
    ["counter", "both"],
    ["shop", "drop_off"],
  ]);
});

test("groups are compared with all comparisons taken together, periods by the first touch", async () => {
  const { tables } = await map(stores({ North: 90, South: 50 }), 100, { by: "store" });
  const row = rowsOf(tables["compare"]!).find((one) => one["measure"] === "drop_off" && one["stage"] === "awareness")!;
  // By hand: South, the second, against North: 50% and 10%.
  expect([row["group"], row["against"], row["customers"], row["holds"]]).toEqual(["South", "North", 100, true]);
  expect(rounded(row, "rate", "against_rate", "difference")).toEqual([0.5, 0.1, 0.4]);
  const later = stores({ North: 90, South: 50 }).map((one) => (one.store === "South" ? { ...one, day: one.day + 20 } : one));
  const periods = await map(later, 120, { period: ["2025-01-15", null] });
  const own = rowsOf(periods.tables["compare"]!).find((one) => one["measure"] === "drop_off" && one["stage"] === "awareness")!;
  expect([own["group"], own["against"], own["rate"], own["against_rate"]]).toEqual(["2025-01-15 to the end", "before", 0.5, 0.1]);
});

test("without a breakdown a cell is compared with the customers of its stage who were never there", async () => {
  const happenings = stores({ North: 90, South: 50 }).map((one) => ({ ...one, channel: one.store! }));
  const { tables } = await map(happenings, 100);
  const [first] = rowsOf(tables["opportunities"]!);
  // By hand: South's 100 customers drop off in 50%, the stage's others in 10%.
  expect([first!["touchpoint"], first!["best"], ...rounded(first!, "drop_off", "best_drop_off")]).toEqual(["South", "others of the stage", 0.5, 0.1]);
});

test("members(row) are the customers behind every row of every table", async () => {
  const journey = await journeyOf(four, 100);
  const { inputs, job } = around(journey);
  const { tables } = await map(four, 100);
  const picks = { main: { stage: "awareness", touchpoint: "site" }, stages: { stage: "purchase" }, touchpoints: { touchpoint: "mail" } };
  for (const [table, row] of Object.entries(picks))
    expect(size(members(inputs, resolved({}), { table, row }, job))).toBe({ main: 3, stages: 2, touchpoints: 2 }[table]);
  expect(size(members(inputs, resolved({}), { table: "feelings", row: { stage: "retention", touchpoint: "store", source: "csat" } }, job))).toBe(1);
  expect(() => members(inputs, resolved({}), { table: "main", row: { stage: "awareness", touchpoint: "fax" } }, job)).toThrow("no such cell");
  expect(tables["main"]!.rows).toBe(6);
});

const events = ["visit", "cart", "purchase", "support", "zzz"];
const anyHappening = fc.record({
  customer: fc.constantFrom("a", "b", "c", "d"),
  day: fc.integer({ min: 0, max: 99 }),
  event: fc.constantFrom(...events),
  channel: fc.constantFrom("site", "mail", "store"),
});

property.prop([fc.uniqueArray(anyHappening, { selector: ({ customer, day: on }) => `${customer} ${on}`, minLength: 1, maxLength: 60 })], {
  numRuns: 60,
})("events per touchpoint add up to all events, and the order of the rows changes nothing", async (happenings) => {
  const { tables } = await map(happenings, 100);
  const total = (name: string) => numbers(tables[name]!, "events").reduce<number>((sum, count) => sum + count!, 0);
  expect(total("main")).toBe(happenings.length);
  expect(total("touchpoints")).toBe(happenings.length);
  const turned = await map(happenings.toReversed(), 100);
  for (const name of ["main", "stages", "touchpoints"]) expect(rowsOf(turned.tables[name]!)).toEqual(rowsOf(tables[name]!));
});

/** A stream of numbers from 0 to 1 that look random, from a seed. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

test("noise gives an opportunity, a difference or a feeling in at most six of forty cases", async () => {
  let claims = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const next = stream(seed * 7919);
    const happenings = Array.from({ length: 400 }, (_, customer): Happening[] => {
      const name = `c${customer}`;
      const count = 1 + Math.floor(next() * 5);
      const store = `s${Math.floor(next() * 4)}`;
      const own = Array.from({ length: count }, (_touch, place): Happening => {
        return {
          customer: name,
          day: place * 12 + next() * 10,
          event: ["visit", "cart"][Math.floor(next() * 2)]!,
          channel: `p${Math.floor(next() * 5)}`,
          store,
          value: Math.floor(next() * 20),
        };
      });
      return [...own, { customer: name, day: own.at(-1)!.day + 0.5, event: "said", scale: "csat", score: 1 + Math.floor(next() * 5) }];
    }).flat();
    const { facts } = await map(happenings, 150, { by: "store" });
    if (facts.some(({ code, holds }) => holds && ["opportunity", "difference", "feeling"].includes(code))) claims++;
  }
  // At 95% each of three claims is wrong once in twenty at most, so at most six of forty are expected at worst.
  expect(claims).toBeLessThanOrEqual(6);
}, 20_000);

test("nothing at all, and one customer, are told and not failed", async () => {
  const none = await map([{ customer: "a", day: 0, event: "visit", channel: null }], 50);
  expect(none.n).toBe(0);
  expect(none.warnings[0]!.code).toBe("nobody");
  const one = await map([{ customer: "a", day: 0, event: "visit", channel: "site" }], 50);
  expect(one.warnings.map(({ code }) => code)).toContain("one_customer");
  expect(one.facts.at(-1)!.text).toBe("1 customer met 1 touchpoint in 1 stage.");
});

test("a length of time in months, and an unsuitable column, are refused in words", async () => {
  await expect(map(four, 100, { within: "2 months" })).rejects.toThrow('"2 months" is not a number of days');
  await expect(map(four, 100, { touchpoint: ["nowhere"] })).rejects.toThrow("nowhere");
});

test("suggest(shape) offers a journey's touchpoints, surer where customers say how they feel", () => {
  const column = (name: string, role?: "event" | "channel" | "score") => ({
    name,
    type: "text" as const,
    missing: 0,
    distinct: 3,
    top: ["purchase"],
    ...(role ? { role } : {}),
  });
  const shape = {
    name: "shoppers",
    provides: "journey" as const,
    rows: 100,
    customers: 10,
    columns: [column("event", "event"), column("channel", "channel")],
  };
  expect(suggest(shape)).toMatchObject([
    { params: { from: "shoppers", touchpoint: ["channel"], conversion: [{ column: "event", is: "purchase" }] }, confidence: 0.55 },
  ]);
  expect(suggest({ ...shape, columns: [...shape.columns, column("score", "score")] })[0]!.confidence).toBe(0.75);
  expect(suggest({ ...shape, rows: 10 })).toEqual([]);
});
