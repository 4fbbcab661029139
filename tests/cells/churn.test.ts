import { beforeAll, describe, expect, test } from "vitest";
import { random } from "../../src/analysis/random/random.ts";
import { compute } from "../../src/cells/churn/compute.ts";
import { eventFeatures, frequentEvents } from "../../src/cells/churn/event-features.ts";
import { params as schema } from "../../src/cells/churn/params.ts";
import { joined } from "../../src/cells/churn/feature.ts";
import { suspects } from "../../src/cells/churn/probe.ts";
import type { CellOutput } from "../../src/cells/cell.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { UserError } from "../../src/schema/errors.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { columnOf } from "../../src/schema/table.ts";
import { numbers, table, text } from "../journey/tables.ts";
import { around, journeyOf, type Happening } from "./retention-run.ts";

const quick = { trees: 15, folds: 2, replicates: 50, leaves: 4, min_child: 5 };

/** Runs churn on a table. */
function ofTable(data: DataTable, params: RawParams): Promise<CellOutput> {
  const { job } = around(null as never);
  const none = () => {
    throw new UserError("not a journey", "");
  };
  return compute({ table: () => data, journey: none, segments: none }, resolve(schema, { from: "people", ...quick, ...params }), job);
}

/** People of whom some left: `risk` decides, `colour` does not. */
function people(rows: number, seed: number, risk: (draw: number, x: number) => boolean): DataTable {
  const next = random(seed);
  const x = Array.from({ length: rows }, next);
  return table(
    text(
      "id",
      x.map((_, row) => `p${row}`),
    ),
    numbers(
      "x",
      x.map((value, row) => (row % 9 === 0 ? null : value)),
    ),
    text(
      "colour",
      x.map(() => ["red", "green", "blue"][Math.floor(next() * 3)]!),
    ),
    text(
      "left",
      x.map((value) => (risk(next(), value) ? "yes" : "no")),
    ),
  );
}

const named = { id: "id", label: "left" };
const half = (draw: number) => draw < 0.4;

/** Buyers over two years: regular ones come every ten days, and half of them stop at a day of their own. */
function buyers(count: number): Happening[] {
  const next = random(5);
  const day = 86_400_000;
  const start = Date.UTC(2024, 0, 1);
  return Array.from({ length: count }, (_, buyer) => {
    const stops = next() < 0.6 ? 60 + next() * 640 : Infinity;
    const visits: Happening[] = [];
    for (let at = next() * 60; at < Math.min(stops, 720); at += 3 + next() * 20)
      visits.push({
        customer: `b${buyer}`,
        at: Math.round(start + at * day),
        event: next() < 0.7 ? "buy" : "look",
        value: Math.round(next() * 100),
        channel: next() < 0.5 ? "web" : "app",
      });
    return visits;
  }).flat();
}

test("features of a snapshot are the same bit for bit when everything after it is deleted", async () => {
  const all = buyers(80);
  const snapshot = Date.UTC(2025, 0, 1);
  const journeys = [await journeyOf(all), await journeyOf(all.filter(({ at }) => (at as number) < snapshot))];
  const made = journeys.map((journey) => {
    const known = journey.before(snapshot);
    const customers = Uint32Array.from({ length: known.customers }, (_, customer) => customer);
    const families = { rhythm: true, mix: true, money: true, scores: true };
    return eventFeatures(known, customers, known.mask([]), families, frequentEvents(known), [snapshot - 180 * 86_400_000, snapshot]);
  });
  expect(made[0]!.length).toBeGreaterThan(20);
  expect(made[1]).toEqual(made[0]);
});

describe("churn of a journey", () => {
  let output: CellOutput;

  beforeAll(async () => {
    const { inputs, job } = around(await journeyOf(buyers(400)));
    output = await compute(inputs, resolve(schema, { from: "journey", ...quick, windows: { outcome: "60 days" } }), job);
  });

  test("teaches by earlier snapshots and judges by the last, whose outcome begins after theirs is over", () => {
    const snapshots = output.tables["snapshots"]!;
    const of = (name: string) => Array.from({ length: snapshots.rows }, (_, row) => scalarAt(columnOf(snapshots, name)!, row));
    expect(of("use")).toEqual(["train", "train", "test", "score"]);
    const [ends, dates] = [of("outcome_to"), of("snapshot")] as [string[], string[]];
    expect(ends[1]! <= dates[2]!).toBe(true);
  });

  test("puts the riskiest first, in ten deciles, with reasons in words", () => {
    const scores = output.tables["scores"]!;
    const risks = Array.from(columnOf(scores, "probability")!.values);
    expect(risks).toEqual(risks.toSorted((a, b) => b - a));
    expect(scalarAt(columnOf(scores, "decile")!, 0)).toBe(1);
    expect(scalarAt(columnOf(scores, "reason_1")!, 0)).toMatch(/[a-z]/);
  });

  test("holds a share of customers out by chance", () => {
    const held = Array.from(columnOf(output.tables["scores"]!, "hold_out")!.values).reduce((sum, value) => sum + value, 0);
    const share = held / output.tables["scores"]!.rows;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.2);
  });

  test("gives profit only where all amounts are given", () => {
    expect(output.tables["profit"]).toBeUndefined();
  });
});

test("churn of pure noise claims nothing but the rate of leaving", async () => {
  const output = await ofTable(people(600, 3, half), named);
  expect(output.facts.filter((fact) => fact.holds).map((fact) => fact.code)).toEqual(["base_rate"]);
});

test("churn finds what leaving depends on, and compares with a rule where one is named", async () => {
  const output = await ofTable(
    people(600, 4, (draw, x) => draw < x),
    { ...named, recency: "x" },
  );
  const importance = output.tables["importance"]!;
  expect(scalarAt(columnOf(importance, "feature")!, 0)).toBe("x");
  expect(output.facts.find((fact) => fact.code === "finds_leavers")!.holds).toBe(true);
  expect(output.facts.some((fact) => fact.code === "beats_recency")).toBe(true);
});

test("a kept model scores the same customers as the model it was, and tells of drift and of values never seen", async () => {
  const data = people(600, 4, (draw, x) => draw < x);
  const output = await ofTable(data, { ...named, model: "logistic" });
  const [keep] = output.actions!;
  const again = await ofTable(data, { ...named, ...keep!.params });
  expect(again.tables["scores"]!.rows).toBe(600);
  expect(again.warnings).toEqual([]);
  const moved = table(text("id", ["a", "b", "c"]), numbers("x", [9, 9, 9]), text("colour", ["red", "purple", "purple"]));
  const codes = (await ofTable(moved, { ...named, ...keep!.params })).warnings.map((warning) => warning.code);
  expect(codes).toEqual(["drift", "unseen"]);
});

test("a feature written after the fact is found, left out and named", async () => {
  const data = people(300, 6, half);
  const left = columnOf(data, "left")!;
  const late = numbers(
    "closed_on",
    Array.from({ length: 300 }, (_, row) => (scalarAt(left, row) === "yes" ? 1 : null)),
  );
  const output = await ofTable({ ...data, columns: [...data.columns, late] }, named);
  expect(output.warnings.find((warning) => warning.code === "knows_the_outcome")!.text).toContain('"closed_on"');
  expect(Array.from(columnOf(output.tables["importance"]!, "feature")!.dictionary!)).not.toContain("closed_on");
});

test("suspects leaves alone what only helps", () => {
  const next = random(8);
  const values = Float64Array.from({ length: 300 }, next);
  const outcomes = Uint8Array.from(values, (value) => Number(next() < value));
  expect(suspects({ ids: [], outcomes, recency: null, features: [{ name: "x", label: "x", values }] })).toEqual([]);
});

describe("churn says in a sentence", () => {
  const one = (values: (string | null)[]) =>
    table(
      numbers(
        "x",
        values.map((_, row) => row % 7),
      ),
      text("left", values),
    );
  const many = (value: (row: number) => string) => one(Array.from({ length: 60 }, (_, row) => value(row)));

  test.each([
    ["that nobody left", many(() => "no"), {}, /only one value/],
    ["that the label has three values", many((row) => ["yes", "no", "maybe"][row % 3]!), {}, /3 different values/],
    ["that too few left", many((row) => (row < 3 ? "yes" : "no")), {}, /too few/],
    ["that there is one customer", one(["yes"]), {}, /only one value/],
    ["that there are no rows", one([]), {}, /only one value/],
    [
      "that every feature is constant",
      table(
        numbers(
          "x",
          Array.from({ length: 60 }, () => 1),
        ),
        text(
          "left",
          Array.from({ length: 60 }, (_, row) => (row % 2 ? "yes" : "no")),
        ),
      ),
      {},
      /same value/,
    ],
    ["which value means left", many((row) => (row % 2 ? "a" : "b")), {}, /Which value/],
    ["that a column is missing", many((row) => (row % 2 ? "yes" : "no")), { label: "gone" }, /no column "gone"/],
    ["that a kept model is broken", many((row) => (row % 2 ? "yes" : "no")), { keep: "{}" }, /cannot be used/],
  ])("%s", async (_, data, params, problem) => {
    await expect(ofTable(data, { label: "left", ...params })).rejects.toThrow(problem);
  });

  test("that features tell leavers apart without fail, and still gives numbers", async () => {
    const data = table(
      numbers(
        "x",
        Array.from({ length: 80 }, (_, row) => row),
      ),
      text(
        "left",
        Array.from({ length: 80 }, (_, row) => (row < 40 ? "yes" : "no")),
      ),
    );
    const output = await ofTable(data, { label: "left", features: ["x"], penalty: 0, model: "logistic" });
    expect(output.warnings.map((warning) => warning.code)).toEqual(expect.arrayContaining(["knows_the_outcome", "separated"]));
    expect(JSON.stringify(output.facts)).not.toMatch(/NaN|null|Infinity/);
  });
});

test("samples with different features are joined by their names, and what one lacks is missing there", () => {
  const sample = (ids: string[], names: string[]) => ({
    ids,
    outcomes: new Uint8Array(ids.length),
    recency: null,
    features: names.map((name) => ({ name, label: name, values: Float64Array.from(ids, () => names.length) })),
  });
  const all = joined(joined(sample([], []), sample(["a"], ["x"])), sample(["b"], ["last_score", "x"]));
  // By hand: nobody is in the first, "a" had no score, and "x" keeps its place.
  expect(all.features.map((feature) => [feature.name, ...("values" in feature ? feature.values : [])])).toEqual([
    ["x", 1, 2],
    ["last_score", Number.NaN, 2],
  ]);
});

test("the kept model has learned from the snapshot that judged, too, and scores today's customers as the cell does", async () => {
  const { inputs, job } = around(await journeyOf(buyers(300)));
  const params = { from: "journey", ...quick, model: "logistic", windows: { outcome: "60 days" } };
  const output = await compute(inputs, resolve(schema, params), job);
  const [keep] = output.actions!;
  const snapshots = output.tables["snapshots"]!;
  const dates = Array.from({ length: snapshots.rows }, (_, row) => scalarAt(columnOf(snapshots, "snapshot")!, row));
  // Of the snapshots, the last is today's, which has no outcome yet.
  expect((JSON.parse(keep!.params["keep"] as string) as { learned: string[] }).learned).toEqual(dates.slice(0, -1));
  const again = await compute(inputs, resolve(schema, { ...params, ...keep!.params }), job);
  const risks = (one: CellOutput) => [...columnOf(one.tables["scores"]!, "probability")!.values];
  risks(again).forEach((risk, row) => expect(risk).toBeCloseTo(risks(output)[row]!, 9));
});
