import { expect, test } from "vitest";
import { random } from "../../src/analysis/random/random.ts";
import { retention, rowsOf, type Happening } from "./retention-run.ts";

const day = 86_400_000;

/** Customers who start in a month of 2024 (1 is January), of whom the first `back` come back on the 15th of the next month. */
function cohort(month: number, customers: number, back: number, channel = "none"): Happening[] {
  return Array.from({ length: customers }, (_, customer) => `${channel} ${month} ${customer}`).flatMap((name, place) => [
    { customer: name, at: Date.UTC(2024, month - 1, 10), channel },
    ...(place < back ? [{ customer: name, at: Date.UTC(2024, month, 15), channel }] : []),
  ]);
}

const months = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const year = { window: ["2024-01-01", "2025-01-01"] } as { window: [string, string] };
const factOf = async (events: Happening[], code: string, params = {}) =>
  (await retention(events, params, year)).facts.find((fact) => fact.code === code);
const codes = async (events: Happening[], params = {}) => (await retention(events, params, year)).warnings.map((warning) => warning.code);

test("retention says how many come back, with the interval", async () => {
  // R: prop.test(400, 1000, correct = FALSE) gives 0.3701 to 0.4307.
  expect(await factOf(cohort(1, 1000, 400), "comes_back")).toMatchObject({
    text: "40% of new customers come back the next month (37–43).",
    holds: true,
  });
});

test.each([
  [{ measure: "unbounded", look_ahead: 2 }, "40% of new customers come back the next month or within 2 months after it (37–43)."],
  [{ measure: "trailing", trailing: 2 }, "40% of new customers come back within the 2 months after their first (37–43)."],
  [
    {
      measure: "bracket",
      brackets: [
        [0, 0],
        [30, 40],
      ],
    },
    "40% of new customers come back on days 30–40 (37–43).",
  ],
  [{ periods: "rolling" }, "40% of new customers come back the next period of 30 days (37–43)."],
])("retention says what coming back means with %j", async (params, text) => {
  expect((await factOf(cohort(1, 1000, 400), "comes_back", params))?.text).toBe(text);
});

test("retention of few customers makes no fact that holds", async () => {
  expect((await factOf(cohort(1, 29, 20), "comes_back"))?.holds).toBe(false);
  expect(await codes(cohort(1, 29, 20))).toContain("small_cohorts");
});

test("retention tells a trend only when its interval excludes 0", async () => {
  const steady = months(1, 8).flatMap((month) => cohort(month, 100, 40));
  expect((await factOf(steady, "trend"))?.holds).toBe(false);
  const falling = months(1, 8).flatMap((month) => cohort(month, 100, month > 5 ? 20 : 40));
  // By hand: 60 of 300 against 200 of 500; Newcombe's interval of −0.2 is −0.259 to −0.135.
  expect(await factOf(falling, "trend")).toMatchObject({
    text: "Of customers in the 3 latest finished cohorts 20% come back the next month, against 40% before: 14 to 26 points less.",
    holds: true,
  });
});

test("retention tells the two groups furthest apart", async () => {
  const events = [...cohort(1, 200, 100, "email"), ...cohort(1, 200, 60, "search"), ...cohort(1, 10, 10, "few")];
  const fact = await factOf(events, "group_difference", { by: "channel" });
  // By hand: 50% against 30%, of 200 each; the group of ten is too small to be told about.
  expect(fact).toMatchObject({ holds: true, values: { best: 0.5, worst: 0.3 } });
  expect(fact!.text).toMatch(/^Of “email” 50% come back the next month, of “search” 30%: 10 to 29 points apart\.$/);
});

test("retention of groups that differ by chance alone rarely tells a difference", async () => {
  const next = random(5);
  let told = 0;
  for (let sample = 0; sample < 100; sample++) {
    const events = months(1, 6).flatMap((group) => {
      let back = 0;
      for (let customer = 0; customer < 60; customer++) if (next() < 0.3) back++;
      return cohort(1, 60, back, `group ${group}`);
    });
    if ((await factOf(events, "group_difference", { by: "channel" }))?.holds) told++;
  }
  // By hand: at most 5 of 100 by the shared level; 12 is beyond three standard errors.
  expect(told).toBeLessThan(12);
});

test("retention warns of what misleads", async () => {
  expect(await codes([...cohort(1, 300, 90), ...months(2, 6).flatMap((month) => cohort(month, 100, 30))])).toEqual(["first_cohort"]);
  expect(await codes([...cohort(1, 300, 90), ...months(2, 6).flatMap((month) => cohort(month, 100, 30))], { burn_in: 1 })).toEqual([]);
  expect(await codes(months(1, 6).flatMap((month) => cohort(month, month === 4 ? 500 : 100, 30)))).toEqual(["large_cohort"]);
  expect(await codes(cohort(1, 50, 0))).toEqual(["no_returns"]);
  expect(await codes([{ customer: "a", at: "2024-12-31" }])).toEqual(["one_customer", "no_returns", "small_cohorts"]);
});

test("retention says that nothing is finished, and has no average", async () => {
  const { tables, warnings, facts } = await retention([
    { customer: "a", at: "2024-12-02" },
    { customer: "b", at: "2024-12-03" },
  ]);
  expect(warnings.map((warning) => warning.code)).toContain("nothing_complete");
  expect(tables["average"]!.rows).toBe(0);
  expect(facts).toEqual([]);
});

test("retention gives no interval to what is certain, and one to what is not", async () => {
  const rows = rowsOf((await retention(cohort(1, 100, 40), {}, year)).tables["main"]!);
  expect(rows[0]).toMatchObject({ rate: 1, rate_lower: 1, rate_upper: 1 });
  // R: prop.test(40, 100, correct = FALSE).
  expect(rows[1]!["rate_lower"]).toBeCloseTo(0.3094, 4);
  expect(rows[1]!["rate_upper"]).toBeCloseTo(0.498, 4);
});

test("retention bounds revenue so far by a customer bootstrap that covers the truth about as often as it says", async () => {
  let covered = 0;
  for (let sample = 0; sample < 100; sample++) {
    const next = random(9, sample);
    const events = Array.from({ length: 80 }, (_, customer) => ({
      customer: String(customer),
      at: Date.UTC(2024, 0, 10) + customer,
      value: -10 * Math.log(1 - next()),
    }));
    const [row] = rowsOf((await retention(events, {}, year)).tables["average"]!);
    if (Number(row!["cumulative_value_lower"]) <= 10 && 10 <= Number(row!["cumulative_value_upper"])) covered++;
  }
  // By hand: values are exponential with mean 10; percentile intervals of 80 cover some 93 of 100, with a standard error of 2.5.
  expect(covered).toBeGreaterThan(85);
});

const buyers = (count: number) => Array.from({ length: count }, (_, customer) => ({ customer: String(customer), at: "2024-01-10", value: customer }));

const lowerOf = async (count: number, params = {}) => rowsOf((await retention(buyers(count), params, year)).tables["main"]!)[0]!["revenue_lower"];

test("retention gives no interval of revenue for fewer than ten customers, or without replicates", async () => {
  expect(await lowerOf(9)).toBeNull();
  expect(await lowerOf(10)).not.toBeNull();
  expect(await lowerOf(10, { replicates: 0 })).toBeNull();
});

test("retention of more cells than anyone reads says so", async () => {
  const events = Array.from({ length: 200 }, (_, customer) => ({
    customer: String(customer),
    at: customer * 100 * day,
    channel: `channel ${customer}`,
  }));
  await expect(retention(events, { by: "channel", grain: "day", horizon: 400 })).rejects.toThrow("more than anyone reads");
});
