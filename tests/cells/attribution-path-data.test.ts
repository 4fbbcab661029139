import { existsSync, readFileSync } from "node:fs";
import { resolve as path } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellResult } from "../../src/schema/result.ts";
import type { Scalar } from "../../src/schema/scalar.ts";
import { fileOf, runNotebook } from "./laboratory.ts";
import { rowsOf } from "./retention-run.ts";

const shared = path(import.meta.dirname, "../../../shared");
const data = path(shared, "data/attribution/path_data.csv");
const golden = path(shared, "golden/attribution_path_data.json");
const missing = !existsSync(data) || !existsSync(golden);

interface Reference {
  total_conversions: number;
  total_conversion_value: number;
  heuristics: Record<string, Record<string, number>>;
  markov_exact: { order1: Record<"removal_effect" | "attributed_conversions" | "attributed_value", Record<string, number>> & { p_conv: number } };
  shapley_subset_sum: { conversions: Record<string, number> };
}

const notebook = `---
format: 1
---

\`\`\`cell source paths
file: "path_data.csv"
\`\`\`

\`\`\`cell attribution credit
from: "paths"
path: "path"
conversions: "total_conversions"
value: "total_conversion_value"
nulls: "total_null"
replicates: 20
\`\`\`
`;

describe.skipIf(missing)("PathData (skipped without ../shared: its data and golden file)", () => {
  let reference: Reference;
  let result: CellResult;
  let rows: Record<string, Scalar>[];

  beforeAll(async () => {
    reference = JSON.parse(readFileSync(golden, "utf8")) as Reference;
    const run = await runNotebook(notebook, fileOf("path_data.csv", readFileSync(data, "utf8")));
    const state = run.states.get("credit")!;
    expect(state.problem).toBeNull();
    result = state.result!;
    rows = rowsOf(result.tables["main"]!);
  }, 120_000);

  const credit = (model: string, column = "conversions"): Record<string, number> =>
    Object.fromEntries(rows.filter((row) => row["model"] === model).map((row) => [row["channel"]!, Number(row[column])]));
  const heuristic = (name: string) => Object.fromEntries(Object.entries(reference.heuristics).map(([channel, values]) => [channel, values[name]!]));
  const gap = (found: Record<string, number>, expected: Record<string, number>) =>
    Math.max(...Object.entries(expected).map(([channel, value]) => Math.abs((found[channel] ?? Number.NaN) - value)));

  test.each([
    ["first", "first_conv"],
    ["last", "last_conv"],
    ["linear", "linear_conv"],
    ["position", "position_40_20_40_conv"],
    // A table knows no times: each step back halves.
    ["time_decay", "halving_by_position_conv"],
  ])("attribution by %s gives the golden file's %s", (model, name) => {
    expect(gap(credit(model), heuristic(name))).toBeLessThan(1e-6);
  });

  test.each([
    ["first", "first_val"],
    ["last", "last_val"],
    ["linear", "linear_val"],
  ])("attribution by %s gives the golden file's %s", (model, name) => {
    expect(gap(credit(model, "value"), heuristic(name))).toBeLessThan(1e-6);
  });

  test("attribution by Markov of order 1 gives the golden file's exact conversions, values and removal effects", () => {
    const { attributed_conversions: conversions, attributed_value: value, removal_effect: effects } = reference.markov_exact.order1;
    expect(gap(credit("markov_1"), conversions)).toBeLessThan(1e-6);
    expect(gap(credit("markov_1", "value"), value)).toBeLessThan(1e-6);
    const removal = rowsOf(result.tables["removal"]!).filter((row) => row["order"] === 1);
    const found = Object.fromEntries(removal.map((row) => [row["channel"]!, Number(row["removal_effect"])]));
    expect(gap(found, effects)).toBeLessThan(1e-10);
  });

  test("attribution by Markov of order 2 has 125 states and an independent exact solution's conversions", () => {
    // An exact solve of the 125 states outside this project.
    expect(gap(credit("markov_2"), { alpha: 5617.45, iota: 3810.51, eta: 3391.86, beta: 2439.65 })).toBeLessThan(0.005);
    expect(rowsOf(result.tables["orders"]!).map((row) => row["states"])).toEqual([13, 125, expect.any(Number)]);
  });

  test("attribution by Shapley gives the golden file's conversions, which 2¹² coalitions gave too", () => {
    expect(gap(credit("shapley"), reference.shapley_subset_sum.conversions)).toBeLessThan(1e-6);
    expect(credit("shapley_ordered")).toEqual(credit("shapley"));
  });

  test("attribution reconciles every model with the totals", () => {
    for (const model of new Set(rows.map((row) => row["model"]))) {
      const sum = (column: string) => Object.values(credit(String(model), column)).reduce((total: number, value: number) => total + value, 0);
      expect(Math.abs(sum("conversions") / reference.total_conversions - 1), String(model)).toBeLessThan(1e-12);
      expect(Math.abs(sum("value") / reference.total_conversion_value - 1), String(model)).toBeLessThan(1e-9);
    }
  });

  test("attribution names all models in their order", () => {
    expect([...new Set(rows.map((row) => row["model"]))]).toEqual(
      "first last last_non_direct linear position time_decay markov_1 markov_2 markov_3 shapley shapley_ordered shapley_rate logistic".split(" "),
    );
  });
});
