import type { ColumnShape } from "../../src/schema/shape.ts";
import { describe, expect, test } from "vitest";
import { suggest } from "../../src/cells/chart/params.ts";
import { roundEdges } from "../../src/cells/chart/round-edges.ts";
import { chartOf, tableOf, valuesOf } from "./chart-run.ts";

const at = (text: string) => Date.parse(`${text}Z`);
const times = (...texts: string[]) => ({ type: "time" as const, values: texts.map(at) });

// Four orders: all numbers below are added up by hand.
const orders = tableOf({
  shop: ["web", "store", "web", "app"],
  amount: [10, 20, 30, 5],
  day: times("2025-01-05T10:00:00", "2025-01-20T10:00:00", "2025-03-02T10:00:00", "2025-03-03T10:00:00"),
});

const main = async (table: ReturnType<typeof tableOf>, params: Parameters<typeof chartOf>[1], zone?: string) =>
  valuesOf((await chartOf(table, params, zone)).result.tables["main"]!);

describe("a chart of groups", () => {
  test("with mark bar sums a value by group, the largest first", async () => {
    expect(await main(orders, { mark: "bar", x: "shop", y: "amount", aggregate: "sum" })).toEqual({
      shop: ["web", "store", "app"],
      sum_amount: [40, 20, 5],
      rows: [2, 1, 1],
    });
  });

  test.each([
    ["count", "rows", [2, 1, 1]],
    ["mean", "mean_amount", [20, 20, 5]],
    ["median", "median_amount", [20, 20, 5]],
    ["min", "min_amount", [10, 20, 5]],
    ["max", "max_amount", [30, 20, 5]],
    ["distinct", "distinct_amount", [2, 1, 1]],
  ])("with aggregate %s takes two rows together", async (aggregate, name, expected) => {
    const found = await main(orders, { mark: "bar", x: "shop", y: "amount", aggregate, sort: "given" });
    expect(found["shop"]).toEqual(["web", "store", "app"]);
    expect(found[name]).toEqual(expected);
  });

  test("with top takes the rest together from their own rows", async () => {
    // Means are 20 of web, 20 of store and 5 of app; equal ones stand by name, and web's 10 and 30 with app's 5 have the mean 15.
    const found = await main(orders, { mark: "bar", x: "shop", y: "amount", aggregate: "mean", top: 2, sort: "name" });
    expect(found["shop"]).toEqual(["store", "Other (2)"]);
    expect(found["mean_amount"]).toEqual([20, 15]);
  });

  test("with a missing group or value leaves the row out and counts it", async () => {
    const table = tableOf({ shop: ["web", null, "web"], amount: [1, 2, null] });
    const { result } = await chartOf(table, { mark: "bar", x: "shop", y: "amount", aggregate: "sum" });
    expect(result.n).toBe(1);
    expect(result.excluded).toEqual({ "no shop": 1, "no amount": 1 });
  });

  test("without two rows in a group draws values as they are, with their interval", async () => {
    const table = tableOf({ plan: ["a", "b"], rate: [0.2, 0.4], rate_lower: [0.1, 0.3], rate_upper: [0.3, 0.5] });
    expect(await main(table, {})).toEqual({ plan: ["b", "a"], rate: [0.4, 0.2], rate_lower: [0.3, 0.1], rate_upper: [0.5, 0.3] });
    expect(Object.keys(await main(table, { interval: "none" }))).toEqual(["plan", "rate"]);
  });

  test("with several rows in a group and no way to take them together says so", async () => {
    await expect(chartOf(orders, { mark: "bar", x: "shop", y: "amount", aggregate: "none" })).rejects.toThrow('Several rows have the same "shop".');
  });
});

describe("a chart over time", () => {
  test("with mark line counts a month without rows as 0", async () => {
    expect(await main(orders, { mark: "line", x: "day", y: "amount", aggregate: "sum", grain: "month" })).toEqual({
      day: ["2025-01-01", "2025-02-01", "2025-03-01"],
      sum_amount: [30, 0, 35],
      rows: [2, 0, 2],
    });
  });

  test("with a mean leaves a gap where there is no row", async () => {
    const found = await main(orders, { mark: "line", x: "day", y: "amount", aggregate: "mean", grain: "month" });
    expect(found["mean_amount"]).toEqual([15, null, 17.5]);
  });

  test("with a zone puts an hour before midnight into the local day", async () => {
    const table = tableOf({ day: times("2025-01-31T23:30:00") });
    // 23:30 UTC is 00:30 of 1 February in Berlin.
    expect((await main(table, { x: "day", grain: "month" }, "Europe/Berlin"))["day"]).toEqual(["2025-02-01"]);
  });

  test("with a month that is not over warns of it", async () => {
    const { result } = await chartOf(orders, { x: "day", grain: "month" });
    expect(result.warnings.map(({ code }) => code)).toContain("unfinished");
    expect(result.warnings[0]!.text).toContain("2025-03-31");
  });

  test("with two years of days draws each of them", async () => {
    const table = tableOf({ day: { type: "time", values: Array.from({ length: 731 }, (_, day) => at("2024-01-01T12:00:00") + day * 86_400_000) } });
    const found = await main(table, { mark: "bar", x: "day", grain: "day" });
    // 2024 has 366 days and 2025 has 365.
    expect(found["day"]).toHaveLength(731);
    expect(found["day"]!.at(-1)).toBe("2025-12-31");
  });
});

describe("a chart of numbers", () => {
  test("with mark histogram counts values in round bins, an edge in the bin above", async () => {
    const table = tableOf({ amount: [0, 5, 10, 12, 29, 30] });
    expect(await main(table, { mark: "histogram", x: "amount", bins: 3 })).toEqual({
      amount_from: [0, 10, 20],
      amount_to: [10, 20, 30],
      rows: [2, 2, 2],
    });
  });

  test("with mark dot draws each row", async () => {
    const table = tableOf({ width: [1, 2, null], height: [3, 4, 5] });
    const { result } = await chartOf(table, { x: "width", y: "height" });
    expect(valuesOf(result.tables["main"]!)).toEqual({ width: [1, 2], height: [3, 4] });
    expect(result.excluded).toEqual({ "no width": 1 });
  });

  test("with more than 10,000 rows draws 10,000 of them and says of how many", async () => {
    const table = tableOf({ width: Array.from({ length: 10_500 }, (_, row) => row), height: Array.from({ length: 10_500 }, (_, row) => row % 7) });
    const { result } = await chartOf(table, { mark: "dot", x: "width", y: "height" });
    expect(result.tables["main"]!.rows).toBe(10_000);
    expect(result.warnings[0]!.lead).toBe("Shows 10,000 of 10,500 marks.");
    expect(result.n).toBe(10_500);
  });

  test("with mark box gives the quartiles, and the value beyond the whiskers", async () => {
    // Of 1 to 8 and 40: quartiles 3, 5 and 7 (type 7), reach 1.5 × 4, so 40 is beyond 13 and the whiskers end at 1 and 8.
    const table = tableOf({ shop: Array.from({ length: 9 }, () => "web"), amount: [1, 2, 3, 4, 5, 6, 7, 8, 40] });
    const { result } = await chartOf(table, { mark: "box", x: "shop", y: "amount" });
    expect(valuesOf(result.tables["main"]!)).toEqual({
      shop: ["web"],
      low: [1],
      lower_quartile: [3],
      median: [5],
      upper_quartile: [7],
      high: [8],
      beyond: [1],
      rows: [9],
    });
    expect(valuesOf(result.tables["beyond"]!)).toEqual({ shop: ["web"], amount: [40] });
  });

  test("with mark heat takes a value together in every cell", async () => {
    const table = tableOf({ shop: ["web", "web", "app"], flag: [true, true, false], amount: [1, 3, 7] });
    expect(await main(table, { mark: "heat", x: "shop", y: "flag", colour: "amount", aggregate: "mean" })).toEqual({
      shop: ["app", "web"],
      flag: [false, true],
      mean_amount: [7, 2],
      rows: [1, 2],
    });
  });
});

describe("what a chart says", () => {
  test("of groups that add up is the largest, with its share", async () => {
    const { result } = await chartOf(orders, { mark: "bar", x: "shop", y: "amount", aggregate: "sum" });
    // 40 of 65 is 62%.
    expect(result.facts[0]!.text).toBe("web has the most amount: 40 of 65 (62%)");
  });

  test("of equal groups is how many rows there are, and of none ahead", async () => {
    const { result } = await chartOf(tableOf({ shop: ["web", "app"] }), { x: "shop" });
    expect(result.facts.map(({ code }) => code)).toEqual(["rows"]);
  });

  test("of means names none as the highest, since that would need an interval", async () => {
    const { result } = await chartOf(orders, { mark: "bar", x: "shop", y: "amount", aggregate: "mean" });
    expect(result.facts.map(({ code }) => code)).toEqual(["rows"]);
  });

  test("with an unknown column names the one that was probably meant", async () => {
    await expect(chartOf(orders, { x: "shopp" })).rejects.toMatchObject({ param: "x", remedy: 'Did you mean "shop"?' });
  });
});

describe("suggest", () => {
  test("of a table with a time and an amount offers one over the other", () => {
    const [offer] = suggest({
      name: "paid",
      provides: "table",
      rows: 100,
      columns: [
        { name: "order_id", type: "text", missing: 0, distinct: 100 },
        { name: "ordered_at", type: "time", missing: 0, distinct: 90 },
        { name: "amount", type: "number", missing: 0, distinct: 80 },
      ],
    });
    expect(offer!.params).toEqual({ from: "paid", x: "ordered_at", y: "amount" });
  });

  test("of ids alone offers nothing", () => {
    const columns = [{ name: "order_id", type: "text" as const, missing: 0, distinct: 100 }];
    expect(suggest({ name: "paid", provides: "table", rows: 100, columns })).toEqual([]);
  });

  test("passes over numbers of rows and columns without a name, unless no column has one", () => {
    const shape = (...columns: ColumnShape[]) => ({ name: "t", provides: "table", rows: 60, columns }) as const;
    const rowNumber: ColumnShape = { name: "index", type: "integer", missing: 0, distinct: 60, min: 0, max: 59 };
    const nameless: ColumnShape = { name: "column_1", type: "integer", missing: 0, distinct: 40, min: 3, max: 900 };
    const score: ColumnShape = { name: "score", type: "integer", missing: 0, distinct: 11, min: 0, max: 10 };
    expect(suggest(shape(nameless, rowNumber, score))[0]!.params).toEqual({ from: "t", x: "score" });
    expect(suggest(shape(nameless))[0]!.params).toEqual({ from: "t", x: "column_1" });
  });
});

test("roundEdges of a range holds it in round steps", () => {
  // By hand: 28 in 6 bins is 4.7, rounded up to 5.
  expect(roundEdges(1, 29, 6, true)).toEqual([0, 5, 10, 15, 20, 25, 30]);
  expect(roundEdges(3, 3, 5, true)[0]).toBeLessThanOrEqual(3);
});
