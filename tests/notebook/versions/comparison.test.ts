import { expect, test } from "vitest";
import { newcombeDifference } from "../../../src/analysis/intervals/newcombe-difference.ts";
import { wilson } from "../../../src/analysis/intervals/wilson.ts";
import { comparison } from "../../../src/notebook/versions/comparison.ts";
import type { CellResult } from "../../../src/schema/result.ts";

type Row = readonly [channel: string, successes: number, trials: number];

const number = (name: string, role: "rate" | "lower" | "upper", values: readonly number[]) => ({
  name,
  role,
  type: "number" as const,
  values: Float64Array.from(values),
});

/** A cell that counts those who come back by channel, with Wilson's intervals. */
function found(rows: readonly Row[], text = (rate: string, bounds: string) => `${rate} come back after 1 month ${bounds}.`): CellResult {
  const rates = rows.map(([, successes, trials]) => ({ rate: successes / trials, ...wilson(successes, trials) }));
  const [{ rate, lower, upper }] = rates as [(typeof rates)[number]];
  const percent = (value: number): string => (value * 100).toFixed(1);
  return {
    tables: {
      main: {
        rows: rows.length,
        unit: "group",
        columns: [
          { name: "channel", type: "text", role: "dimension", values: Int32Array.from(rows.keys()), dictionary: rows.map(([channel]) => channel) },
          number(
            "rate",
            "rate",
            rates.map((one) => one.rate),
          ),
          number(
            "rate_lower",
            "lower",
            rates.map((one) => one.lower),
          ),
          number(
            "rate_upper",
            "upper",
            rates.map((one) => one.upper),
          ),
        ],
      },
    },
    facts: [
      {
        code: "comes_back",
        text: text(`${percent(rate)}%`, `(${percent(lower)}–${percent(upper)})`),
        values: { rate, rate_lower: lower, rate_upper: upper },
        holds: true,
      },
    ],
    warnings: [],
    n: 100,
    excluded: {},
  };
}

test("rates with Wilson's intervals are compared by Newcombe's interval, and a change that it supports is clear", () => {
  const { headline } = comparison(found([["web", 48, 80]]), found([["web", 56, 70]]));
  // Newcombe (1998), Stat Med 17:873, table II, method 10: 56/70 less 48/80 is 0.0524 to 0.3339.
  expect(headline!.difference.lower).toBeCloseTo(0.0524, 4);
  expect(headline!.difference.upper).toBeCloseTo(0.3339, 4);
  expect(headline).toMatchObject({ clear: true, isShare: true, what: "rate" });
});

test("a change the interval does not support is none", () => {
  const { headline, rows } = comparison(found([["web", 8, 80]]), found([["web", 9, 80]]));
  expect([headline!.clear, rows[0]!.clear]).toEqual([false, false]);
});

test("rows are matched by their dimensions, in whatever order they stand", () => {
  const { rows } = comparison(
    found([
      ["web", 10, 100],
      ["app", 90, 100],
    ]),
    found([
      ["app", 60, 100],
      ["new", 1, 100],
      ["web", 11, 100],
    ]),
  );
  expect(rows.map(({ of, clear }) => [of, clear])).toEqual([
    ["app", true],
    ["web", false],
  ]);
  expect(rows[0]!.difference).toEqual(newcombeDifference(60, 100, 90, 100));
});

test("findings about other things are not compared", () => {
  const later = found([["web", 5, 80]], (rate, bounds) => `${rate} come back after 3 months ${bounds}.`);
  expect(comparison(found([["web", 48, 80]]), later).headline).toBeNull();
});

test("rows that no dimension tells apart, and tables of customers, are not compared", () => {
  const twice = found([
    ["web", 1, 10],
    ["web", 9, 10],
  ]);
  expect(comparison(twice, twice).rows).toEqual([]);
  const customers = found([["web", 1, 10]]);
  customers.tables["main"] = { ...customers.tables["main"]!, unit: "customer" };
  expect(comparison(customers, customers).rows).toEqual([]);
});
