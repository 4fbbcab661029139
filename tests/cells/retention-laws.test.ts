import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import type { CellOutput } from "../../src/cells/cell.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import type { Scalar } from "../../src/schema/scalar.ts";
import { journeyOf, retention, retentionOf, rowsOf, triangle, type Happening, type Place } from "./retention-run.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);

/** Up to 40 events of up to 6 customers in some 14 months, with equal times, two events and refunds. */
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    customer: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    at: fc.integer({ min: 0, max: 430 * 4 }).map((quarter) => start + (quarter * day) / 4),
    event: fc.constantFrom("buy", "look"),
    value: fc.integer({ min: -20, max: 50 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const grain = fc.constantFrom("day", "week", "month", "quarter");
const bought = [{ column: "event", is: "buy" }];

interface Cell {
  size: number;
  eligible: number;
  active: number;
  complete: boolean;
  revenue: number;
  total: number;
}

function periodOfTime(grain: string, at: number): number {
  const date = new Date(at);
  if (grain === "day") return Math.floor(at / day);
  if (grain === "week") return Math.floor((Math.floor(at / day) + 3) / 7);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return grain === "month" ? month : Math.floor(month / 3);
}

const at = (happening: Happening) => happening.at as number;

/** Retention by asking every question of every customer anew, over plain lists. */
function oracle(
  events: readonly Happening[],
  params: { grain: string; periods: string; measure: string; span: number; horizon: number },
): Map<string, Cell> {
  const closes = Math.max(...events.map(at)) + 1;
  const length = { day: 1, week: 7, month: 30, quarter: 90 }[params.grain]! * day;
  const rolling = params.periods === "rolling";
  const ahead = params.measure === "unbounded" ? params.span : 0;
  const behind = params.measure === "trailing" ? params.span : 0;
  const cells = new Map<string, Cell>();
  const customers = [...new Set(events.map((happening) => happening.customer))].flatMap((customer) => {
    const own = events.filter((happening) => happening.customer === customer && happening.event === "buy");
    return own.length === 0 ? [] : [{ own, born: Math.min(...own.map(at)) }];
  });
  for (const { own, born } of customers) {
    const cohort = periodOfTime(params.grain, born);
    const placeOf = (happening: Happening) =>
      rolling ? Math.floor((at(happening) - born) / length) : periodOfTime(params.grain, at(happening)) - cohort;
    for (let period = 0; period <= params.horizon; period++) {
      const seen = rolling ? born + (period + ahead + 1) * length <= closes : cohort + period <= periodOfTime(params.grain, closes - 1);
      const over = rolling ? seen : cohort + period + ahead < periodOfTime(params.grain, closes);
      const cell = cells.get(`${cohort} ${period}`) ?? { size: 0, eligible: 0, active: 0, complete: true, revenue: 0, total: 0 };
      cells.set(`${cohort} ${period}`, cell);
      cell.size++;
      cell.complete &&= over;
      if (!seen) continue;
      cell.eligible++;
      if (own.some((happening) => placeOf(happening) >= period - behind && placeOf(happening) <= period + ahead)) cell.active++;
      for (const happening of own) {
        if (placeOf(happening) === period) cell.revenue += happening.value!;
        if (placeOf(happening) <= period) cell.total += happening.value!;
      }
    }
  }
  for (const [key, cell] of cells) if (cell.eligible === 0 && !key.endsWith(" 0")) cells.delete(key);
  return cells;
}

test.prop([
  happenings,
  grain,
  fc.constantFrom("calendar", "rolling"),
  fc.constantFrom("classic", "unbounded", "trailing"),
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(3, 24, 400),
])("retention agrees with asking every question of every customer anew", async (events, grain, periods, measure, span, horizon) => {
  const trailing = Math.min(span, 23);
  const params = { grain, periods, measure, horizon, look_ahead: span, trailing: trailing + 1, return: bought, replicates: 0 };
  const expected = oracle(events, { grain, periods, measure, span: measure === "trailing" ? trailing : span, horizon });
  const main = rowsOf((await retention(events, params)).tables["main"]!);
  const cohorts = [...new Set([...expected.keys()].map((key) => Number(key.split(" ")[0])))].sort((left, right) => left - right);
  const names = [...new Set(main.map((row) => row["cohort"]))];
  expect(names).toHaveLength(cohorts.length);
  const got = new Map(main.map((row) => [`${cohorts[names.indexOf(row["cohort"]!)]} ${row["period"]}`, row]));
  expect([...got.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, cell] of expected) {
    const row = got.get(key)!;
    expect([key, row["size"], row["eligible"], row["active"], row["complete"]]).toEqual([
      key,
      cell.size,
      cell.eligible,
      cell.active,
      cell.eligible > 0 && cell.complete,
    ]);
    if (cell.eligible === 0) continue;
    expect(row["revenue"]).toBeCloseTo(cell.revenue, 9);
    if (row["cumulative_value"] !== null) expect(row["cumulative_value"]).toBeCloseTo(cell.total / cell.eligible, 9);
  }
});

test.prop([fc.constantFrom("day", "week", "month", "quarter"), fc.integer({ min: 0, max: 400 })])(
  "retention names a cohort by the first day of its period",
  async (grain, passed) => {
    const at = start + passed * day;
    const { tables } = await retention([{ customer: "a", at }], { grain });
    const period = periodOfTime(grain, at);
    let first = at;
    while (periodOfTime(grain, first - day) === period) first -= day;
    expect(rowsOf(tables["main"]!)[0]!["cohort"]).toBe(new Date(first).toISOString().slice(0, 10));
  },
);

const rates = ({ tables }: CellOutput) =>
  Object.values(tables).map((table) => rowsOf(table).map((row) => [row["cohort"], row["period"], row["rate"]]));
const choices = fc.constantFrom<RawParams>(
  {},
  { measure: "unbounded" },
  { measure: "trailing" },
  { measure: "bracket" },
  { periods: "rolling", measure: "unbounded" },
);

test.prop([happenings, choices])("retention has the same rates when every customer is there twice", async (events, params) => {
  const twice = events.concat(events.map((happening) => ({ ...happening, customer: `${happening.customer} again` })));
  expect(rates(await retention(twice, params))).toEqual(rates(await retention(events, params)));
});

test.prop([happenings, choices])("retention does not depend on the order of rows", async (events, params) => {
  expect(await retention(events.toReversed(), { ...params, replicates: 20 })).toEqual(await retention(events, { ...params, replicates: 20 }));
});

test.prop([happenings, choices])("retention does not see events of another kind", async (events, params) => {
  const place = { window: ["2024-01-01", "2025-06-01"] } satisfies Place;
  const other = events.concat(events.map((happening) => ({ ...happening, event: "noise", at: (happening.at as number) + day })));
  const only = { ...params, return: bought };
  expect((await retention(other, only, place)).tables).toEqual((await retention(events, only, place)).tables);
});

test.prop([happenings, grain, fc.constantFrom("calendar", "rolling")])(
  "retention, unbounded, is at least classic, and trailing by one is classic",
  async (events, grain, periods) => {
    const journey = await journeyOf(events);
    const table = async (params: RawParams) => (await retentionOf(journey, { grain, periods, replicates: 0, ...params })).tables["main"]!;
    const classic = await table({});
    expect(await table({ measure: "trailing", trailing: 1 })).toEqual(classic);
    const counts: [string, Scalar[]][] = Object.entries(triangle(await table({ measure: "unbounded", look_ahead: 2 }), "rate"));
    const plain = triangle(classic, "active");
    const eligible = triangle(await table({ measure: "unbounded", look_ahead: 2 }), "eligible");
    expect(
      counts.every(([cohort, along]) =>
        along.every(
          (rate, period) =>
            rate === null || periods === "rolling" || Number(rate) * Number(eligible[cohort]![period]) >= Number(plain[cohort]![period]) - 1e-9,
        ),
      ),
    ).toBe(true);
  },
);
