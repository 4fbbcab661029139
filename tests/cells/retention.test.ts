import { expect, test } from "vitest";
import { members } from "../../src/cells/retention/compute.ts";
import type { Journey } from "../../src/journey/journey.ts";
import { size } from "../../src/schema/bitset.ts";
import type { Column } from "../../src/schema/column.ts";
import { around, journeyOf, resolved, retention, retentionOf, rowsOf, triangle, type Happening } from "./retention-run.ts";

const buys = (customer: string, ...days: string[]): Happening[] => days.map((at) => ({ customer, at }));

/**
 * Four customers, worked by hand below. January: a (active in January, February, April), b (January, March), c (January only).
 * February: d (February, March). Data end on 10 April.
 */
const four = [
  ...buys("a", "2025-01-05", "2025-02-10", "2025-04-09"),
  ...buys("b", "2025-01-20", "2025-03-02"),
  ...buys("c", "2025-01-31"),
  ...buys("d", "2025-02-01", "2025-03-31"),
];

test("retention counts who came back in each calendar month", async () => {
  const { tables, n } = await retention(four);
  expect(n).toBe(4);
  // By hand from the customers above.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [3, 1, 1, 1], "2025-02-01": [1, 1, 0] });
  expect(triangle(tables["main"]!, "eligible")).toEqual({ "2025-01-01": [3, 3, 3, 3], "2025-02-01": [1, 1, 1] });
  expect(triangle(tables["main"]!, "complete")).toEqual({ "2025-01-01": [true, true, true, false], "2025-02-01": [true, true, false] });
});

test("retention averages Σ active / Σ eligible over finished months only", async () => {
  const { tables } = await retention(four);
  // By hand: period 0 is 4 of 4, period 1 is 1 + 1 of 3 + 1, period 2 is 1 of 3 (February's April is not over).
  expect(rowsOf(tables["average"]!).map((row) => [row["active"], row["eligible"], row["cohorts"]])).toEqual([
    [4, 4, 2],
    [2, 4, 2],
    [1, 3, 1],
  ]);
  expect(rowsOf(tables["same_cohort"]!).map((row) => [row["active"], row["eligible"]])).toEqual([
    [3, 3],
    [1, 3],
    [1, 3],
  ]);
});

test("retention keeps unfinished months in averages when told to", async () => {
  const { tables } = await retention(four, { complete_only: false });
  // By hand: period 2 adds February's 0 of 1; period 3 is January's 1 of 3.
  expect(rowsOf(tables["average"]!).map((row) => [row["active"], row["eligible"]])).toEqual([
    [4, 4],
    [2, 4],
    [1, 4],
    [1, 3],
  ]);
});

test("retention, unbounded, counts who came back in the month or within the look-ahead", async () => {
  const { tables } = await retention(four, { measure: "unbounded", look_ahead: 1 });
  // By hand: a counts in every period, b in 0 to 2, c in 0, d in 0 and 1. A cell is finished when its look-ahead is, too.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [3, 2, 2, 1], "2025-02-01": [1, 1, 0] });
  expect(triangle(tables["main"]!, "complete")).toEqual({ "2025-01-01": [true, true, false, false], "2025-02-01": [true, false, false] });
});

test("retention, trailing, counts who came in the month or just before it", async () => {
  const { tables } = await retention(four, { measure: "trailing", trailing: 2 });
  // By hand: a is active in 0, 1, 3, b in 0, 2, c in 0; with the month before: a in 0–3, b in 0–3, c in 0–1; d in 0–2.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [3, 3, 2, 2], "2025-02-01": [1, 1, 1] });
});

test("retention, by ranges of days, counts customers observed to the end of the range", async () => {
  const { tables } = await retention(four, {
    measure: "bracket",
    brackets: [
      [0, 0],
      [1, 36],
      [58, 70],
    ],
  });
  // By hand: days since the start are a 36, 94; b 41; d 58; data end on day 95, 80, 69, 68 of a, b, c, d.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [3, 1, 0], "2025-02-01": [1, 0] });
  expect(triangle(tables["main"]!, "eligible")).toEqual({ "2025-01-01": [3, 3, 2], "2025-02-01": [1, 1] });
  expect(triangle(tables["main"]!, "bracket")["2025-01-01"]).toEqual(["day 0", "days 1–36", "days 58–70"]);
});

test("retention in rolling periods counts each customer's own 30 days, of those observed that long", async () => {
  const { tables } = await retention(four, { periods: "rolling" });
  // By hand: days since the start are a 0, 36, 94; b 0, 41; c 0; d 0, 58. The data last 94, 79, 68, 67 days and a millisecond: a is observed for
  // 3 periods of 30 days, the others for 2.
  expect(triangle(tables["main"]!, "eligible")).toEqual({ "2025-01-01": [3, 3, 1], "2025-02-01": [1, 1] });
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [3, 2, 0], "2025-02-01": [1, 1] });
  expect(triangle(tables["main"]!, "complete")).toEqual({ "2025-01-01": [true, true, false], "2025-02-01": [true, true] });
  expect(rowsOf(tables["average"]!).map((row) => [row["active"], row["eligible"]])).toEqual([
    [4, 4],
    [3, 4],
    [0, 1],
  ]);
});

test("retention starts customers with one event and counts another as coming back", async () => {
  const { tables, excluded } = await retention(
    [
      { customer: "a", at: "2025-01-02", event: "sign up" },
      { customer: "a", at: "2025-01-01", event: "buy" },
      { customer: "a", at: "2025-02-03", event: "buy" },
      { customer: "b", at: "2025-01-09", event: "sign up" },
      { customer: "b", at: "2025-01-09", event: "buy" },
      { customer: "c", at: "2025-03-05", event: "buy" },
    ],
    { start: [{ column: "event", is: "sign up" }], return: [{ column: "event", is: "buy" }] },
  );
  // By hand: a bought before signing up, which does not count; c never signed up.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [1, 1, 0] });
  expect(excluded).toEqual({ "no event to start with": 1 });
});

test("retention adds up revenue with refunds, and divides it so far by the cohort", async () => {
  const { tables } = await retention([
    { customer: "a", at: "2025-01-05", value: 10 },
    { customer: "b", at: "2025-01-05", value: 20 },
    { customer: "a", at: "2025-02-05", value: 5 },
    { customer: "b", at: "2025-02-06", value: -8 },
    { customer: "b", at: "2025-03-01", value: null },
  ]);
  // By hand: 30, 5 − 8 and nothing; (30)/2 and (30 − 3)/2; March is not over.
  expect(triangle(tables["main"]!, "revenue")).toEqual({ "2025-01-01": [30, -3, 0] });
  expect(triangle(tables["main"]!, "cumulative_value")).toEqual({ "2025-01-01": [15, 13.5, null] });
});

test("retention in rolling periods divides revenue so far by the customers observed that long", async () => {
  const { tables } = await retention(
    [
      { customer: "a", at: "2025-01-01", value: 10 },
      { customer: "b", at: "2025-01-20", value: 20 },
      { customer: "a", at: "2025-02-05", value: 4 },
      { customer: "b", at: "2025-03-10", value: 7 },
    ],
    { periods: "rolling" },
  );
  // By hand: a is observed for 2 periods of 30 days, b for 1 (49 days): 30/2, then a alone: 14/1.
  expect(triangle(tables["main"]!, "revenue")).toEqual({ "2025-01-01": [30, 4] });
  expect(triangle(tables["main"]!, "cumulative_value")).toEqual({ "2025-01-01": [15, 14] });
});

test("retention without a value has no revenue, and no seed", async () => {
  const output = await retention(four);
  expect(triangle(output.tables["main"]!, "revenue")["2025-01-01"]).toEqual([null, null, null, null]);
  expect(output.seed).toBeUndefined();
});

test("retention broken down has a triangle per group", async () => {
  const happenings = four.map((happening) => ({ ...happening, channel: happening.customer === "a" ? "email" : "search" }));
  const { tables } = await retention(happenings, { by: "channel" });
  // By hand: a is the only one by email.
  expect(rowsOf(tables["main"]!).map((row) => [row["group"], row["cohort"], row["period"], row["active"]])).toEqual([
    ["email", "2025-01-01", 0, 1],
    ["email", "2025-01-01", 1, 1],
    ["email", "2025-01-01", 2, 0],
    ["email", "2025-01-01", 3, 1],
    ["search", "2025-01-01", 0, 2],
    ["search", "2025-01-01", 1, 0],
    ["search", "2025-01-01", 2, 1],
    ["search", "2025-01-01", 3, 0],
    ["search", "2025-02-01", 0, 1],
    ["search", "2025-02-01", 1, 1],
    ["search", "2025-02-01", 2, 0],
  ]);
});

test("retention keeps customers by a condition and drops the first cohorts, and says how many", async () => {
  const { n, excluded } = await retention(four, { burn_in: 1, where: [{ column: "customer", isNot: "c" }] });
  expect(n).toBe(1);
  expect(excluded).toEqual({ "do not meet the condition on customers": 1, "in the first cohort": 2 });
});

test("retention counts days by the local calendar where the clock changes", async () => {
  // Berlin, 30 March 2025: the day has 23 hours. 23:30 local on the 29th to 00:30 on the 31st are 24 hours but two local days.
  const happenings = [
    { customer: "a", at: "2025-03-29T22:30:00Z" },
    { customer: "a", at: "2025-03-30T22:30:00Z" },
    { customer: "a", at: "2025-04-02T00:00:00Z" },
  ];
  const { tables } = await retention(happenings, { grain: "day" }, { timezone: "Europe/Berlin" });
  expect(triangle(tables["main"]!, "active")["2025-03-29"]).toEqual([1, 0, 1, 0, 1]);
  const rolling = await retention(happenings, { grain: "day", periods: "rolling" }, { timezone: "Europe/Berlin" });
  expect(triangle(rolling.tables["main"]!, "active")["2025-03-29"]).toEqual([1, 1, 0]);
});

test("retention knows that a month is finished by the window's end, not by its last event", async () => {
  const place = { window: ["2025-01-01", "2025-04-01"] } as { window: [string, string] };
  const { tables } = await retention(four, {}, place);
  // By hand: the window ends exactly with March, and the event of April is outside.
  expect(triangle(tables["main"]!, "complete")).toEqual({ "2025-01-01": [true, true, true], "2025-02-01": [true, true] });
});

test("members gives the customers behind every row, as many as its count", async () => {
  const journey = await journeyOf(four.map((happening) => ({ ...happening, channel: happening.customer < "c" ? "email" : "search" })));
  const { inputs, job } = around(journey);
  for (const raw of [
    {},
    { by: "channel" },
    { measure: "unbounded" },
    { measure: "trailing", by: "channel" },
    { measure: "bracket" },
    { periods: "rolling" },
  ]) {
    const { tables } = await retentionOf(journey, raw);
    for (const [table, rows] of Object.entries(tables)) {
      for (const { group, cohort, period, customers } of rowsOf(rows)) {
        const row = { period: period!, ...(cohort === undefined ? {} : { cohort }), ...(group === undefined ? {} : { group }) };
        expect(size(members(inputs, resolved(raw), { table, row }, job))).toBe(customers);
      }
    }
  }
});

test("members of a table that does not exist says so", async () => {
  const { inputs, job } = around(await journeyOf(four));
  expect(() => members(inputs, resolved({}), { table: "toString", row: { period: 1 } }, job)).toThrow('Retention has no table "toString".');
});

test("retention of nobody is empty and says why", async () => {
  const output = await retention(four, { start: [{ column: "event", is: "sign up" }] });
  expect(output).toMatchObject({ n: 0, facts: [], warnings: [{ code: "nobody" }], excluded: { "no event to start with": 4 } });
  expect(output.tables["main"]!.rows).toBe(0);
});

test("retention with a range of days beyond ten years says so", async () => {
  await expect(retention(four, { measure: "bracket", brackets: [[0, 9999]] })).rejects.toThrow(
    "A range of days ends on day 9999, and 3,650 is the most.",
  );
});

test("retention starts customers on the day they were acquired, and leaves out who was acquired before the data", async () => {
  const journey = await journeyOf(four);
  const values = Float64Array.of(Date.UTC(2025, 0, 5), Date.UTC(2025, 0, 25), Date.UTC(2024, 11, 30), 0);
  const acquired: Column = { name: "since", type: "time", values, valid: Uint8Array.of(0b0111) };
  const known = Object.assign(Object.create(journey) as Journey, { attribute: () => acquired });
  const { tables, excluded } = await retentionOf(known, { acquired: "since" });
  // By hand: a buys on the day, b next in March; c was acquired before the first event, d's date is missing. Nothing is certain at period 0.
  expect(triangle(tables["main"]!, "active")).toEqual({ "2025-01-01": [1, 1, 1, 1] });
  expect(triangle(tables["main"]!, "size")["2025-01-01"]![0]).toBe(2);
  expect(excluded).toEqual({ "no acquisition date": 1, "acquired outside the window": 1 });
});

test("retention acquired on something that is not a time says so", async () => {
  await expect(retention(four, { acquired: "customer" })).rejects.toThrow('"customer" is text, not a time.');
});
