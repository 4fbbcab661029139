import { existsSync, readFileSync } from "node:fs";
import { resolve as path } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fileOf, runNotebook, type Run } from "./laboratory.ts";
import { rowsOf } from "./retention-run.ts";
import type { Scalar } from "../../src/schema/scalar.ts";

const shared = path(import.meta.dirname, "../../../shared");
const orders = path(shared, "data/online_retail/online_retail_full.csv.gz");
const golden = path(shared, "golden/online_retail.json");
const missing = !existsSync(orders) || !existsSync(golden);

interface Reference {
  n: number;
  R: Record<string, number>;
  F: Record<string, number>;
  M: Record<string, number>;
  sum_M: number;
  sample: Record<string, { R: number; F: number; M: number }>;
  quantile_edges_type7: { R: number[]; F: number[]; M: number[] };
}

const notebook = (scoring: string) => `---
format: 1
timezone: "UTC"
---

\`\`\`cell source orders
file: "retail.csv.gz"
\`\`\`

\`\`\`cell table sold
from: "orders"
verbs:
  - {"filter":"Quantity > 0 && UnitPrice > 0"}
  - {"derive":{"amount":"Quantity * UnitPrice"}}
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"sold","customer":"CustomerID","time":"InvoiceDate","event":"=purchase","value":"amount","id":"InvoiceNo"}
\`\`\`

\`\`\`cell rfm value
from: "customers"
scoring: "${scoring}"
as_of: "2011-12-10"
lookback: "2 years"
\`\`\`
`;

describe.skipIf(missing)("RFM of Online Retail (skipped without ../shared: its data and golden file)", () => {
  let reference: Reference;
  let run: Run;
  let rows: Record<string, Scalar>[];

  beforeAll(async () => {
    reference = (JSON.parse(readFileSync(golden, "utf8")) as { rfm: Reference }).rfm;
    const bytes = readFileSync(orders);
    const files = fileOf("retail.csv.gz", "");
    files.set("retail.csv.gz", { name: "retail.csv.gz", file: new Blob([bytes]), modified: 0 });
    run = await runNotebook(notebook("cut_points"), files);
    rows = rowsOf(run.states.get("value")!.result!.tables["assignment"]!);
  }, 60_000);

  test("the cell measures every customer the reference measures", () => {
    // Source: golden/online_retail.json, made with pandas.
    expect(run.states.get("value")!.result!.n).toBe(reference.n);
    expect(rows.length).toBe(reference.n);
    const total = rows.reduce((sum, row) => sum + Number(row["monetary"]), 0);
    expect(total).toBeCloseTo(reference.sum_M, 3);
  });

  test("recency, frequency and money are the reference's, customer by customer", () => {
    const byId = new Map(rows.map((row) => [String(row["customer"]), row]));
    for (const [id, { R, F, M }] of Object.entries(reference.sample)) {
      const row = byId.get(id)!;
      expect([row["recency_days"], row["frequency"]], id).toEqual([R, F]);
      expect(row["monetary"], id).toBeCloseTo(M, 2);
    }
  });

  test("means and extremes are the reference's", () => {
    for (const [column, key] of [
      ["recency_days", "R"],
      ["frequency", "F"],
      ["monetary", "M"],
    ] as const) {
      const values = rows.map((row) => Number(row[column]));
      expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(reference[key]["mean"]!, 6);
      expect(Math.min(...values)).toBeCloseTo(reference[key]["min"]!, 6);
      expect(Math.max(...values)).toBeCloseTo(reference[key]["max"]!, 6);
    }
  });

  test("scores by quantiles part customers at the reference's edges, the edge below", () => {
    const { R, F, M } = reference.quantile_edges_type7;
    const above = (value: Scalar, edges: number[]) => 1 + edges.filter((edge) => edge < Number(value) - 1e-9).length;
    for (const row of rows) {
      expect(row["recency_score"]).toBe(6 - above(row["recency_days"]!, R));
      expect(row["frequency_score"]).toBe(above(row["frequency"]!, F));
      expect(row["monetary_score"]).toBe(above(row["monetary"]!, M));
    }
  });
});
