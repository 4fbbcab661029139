import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellResult } from "../../src/schema/result.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { columnOf } from "../../src/schema/table.ts";
import { fileOf, runNotebook } from "./laboratory.ts";

const shared = resolve(import.meta.dirname, "../../../shared");
const data = resolve(shared, "data/telco/Telco-Customer-Churn.csv");
const golden = resolve(shared, "golden/telco_logit.json");

interface Reference {
  logit_mle_full: { llf: number; coef: Record<string, number>; se: Record<string, number> };
}

const notebook = `---
format: 1
---

\`\`\`cell source telco
file: "telco.csv"
\`\`\`

\`\`\`cell table filled
from: "telco"
verbs:
  - {"derive":{"TotalCharges":"coalesce(TotalCharges, 0)"}}
\`\`\`

\`\`\`cell churn leaving
from: "filled"
id: "customerID"
label: "Churn"
fold: "fold"
penalty: 0
replicates: 50
\`\`\`
`;

/** One column by the value of another. */
function by(result: CellResult, table: string, key: string, value: string): Record<string, number> {
  const found = result.tables[table]!;
  const [keys, values] = [columnOf(found, key)!, columnOf(found, value)!];
  return Object.fromEntries(Array.from({ length: found.rows }, (_, row) => [scalarAt(keys, row), scalarAt(values, row) as number]));
}

describe.skipIf(!existsSync(data) || !existsSync(golden))("Telco (skipped without ../shared: its data and golden file)", () => {
  let result: CellResult;
  let reference: Reference;

  beforeAll(async () => {
    reference = JSON.parse(readFileSync(golden, "utf8")) as Reference;
    const lines = readFileSync(data, "utf8").trim().split(/\r?\n/);
    const folded = lines.map((line, row) => `${line},${row === 0 ? "fold" : (row - 1) % 5}`).join("\n");
    const run = await runNotebook(notebook, fileOf("telco.csv", folded));
    for (const state of run.states.values()) expect(state.problem).toBeNull();
    result = run.states.get("leaving")!.result!;
  }, 60_000);

  test("churn's logistic coefficients, errors and likelihood are those of statsmodels", () => {
    const [found, errors] = [by(result, "coefficients", "feature", "coefficient"), by(result, "coefficients", "feature", "standard_error")];
    expect(Object.keys(found)).toHaveLength(24);
    for (const [name, value] of Object.entries(reference.logit_mle_full.coef)) {
      const own = name in found ? name : ({ const: "(intercept)", "SeniorCitizen=1": "SeniorCitizen" }[name] ?? name.replace(/=Yes$/, ""));
      expect(Math.abs(found[own]! - value), name).toBeLessThan(1e-6);
      expect(Math.abs(errors[own]! - reference.logit_mle_full.se[name]!), name).toBeLessThan(1e-5);
    }
    expect(Math.abs(by(result, "main", "metric", "value")["log_likelihood"]! - reference.logit_mle_full.llf)).toBeLessThan(1e-6);
  });

  test("churn's boosting has the area of scikit-learn's on the same five folds", () => {
    const main = result.tables["main"]!;
    const [metric, model, value] = ["metric", "model", "value"].map((name) => columnOf(main, name)!) as [never, never, never];
    const row = Array.from({ length: main.rows }, (_, index) => index).find(
      (index) => scalarAt(metric, index) === "auc" && scalarAt(model, index) === "boosting",
    )!;
    // scikit-learn's HistGradientBoostingClassifier on fold = row mod 5: 0.8456.
    expect(Math.abs((scalarAt(value, row) as number) - 0.8456)).toBeLessThan(0.003);
  });

  test("churn calibrates out of fold and finds leavers in the riskiest tenth", () => {
    const measures = by(result, "main", "metric", "value");
    // The last model of a metric is the one kept by name: the base rate has none of these, so they are of boosting.
    expect(measures["calibration_error"]).toBeLessThan(0.03);
    expect(measures["lift_10"]).toBeGreaterThan(2.5);
    expect(result.facts.find((fact) => fact.code === "finds_leavers")!.holds).toBe(true);
  });
});
