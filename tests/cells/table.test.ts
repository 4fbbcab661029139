import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Inputs, Job } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/table/compute.ts";
import { kind, params } from "../../src/cells/table/params.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { readFile } from "../../src/data/read/read-file.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import type { Json } from "../../src/schema/json.ts";
import { column, tableOf, valuesOf } from "../data/formula/columns.ts";

const orders = tableOf(column("quantity", "integer", [1, -2, 3, null]), column("price", "number", [10, 5, 0, 7]));
const job: Job = { ...defaultSettings, seed: 1, cancelled: false, progress: () => undefined, files: () => Promise.resolve([]) };

const run = (verbs: Json, tables: Record<string, DataTable> = { orders }) => {
  const inputs = { table: (reference: string) => tables[reference]! } as Inputs;
  return compute(inputs, resolve(params, { from: "orders", verbs }), job);
};

test("table keeps the rows of its filter, and says how many", async () => {
  const output = await run([{ filter: "quantity > 0" }, { derive: { unit: "quantity / price" } }]);
  expect(valuesOf(output.value as DataTable, "quantity")).toEqual([1, 3]);
  expect(output.facts).toEqual([{ code: "rows", text: "2 of 4 rows kept, 3 columns", values: { rows: 2, rows_before: 4, columns: 3 }, holds: true }]);
  expect(output).toMatchObject({ n: 2, excluded: { "filtered out": 2 } });
  expect(output.warnings).toEqual([
    {
      code: "divisions",
      lead: "Step 2, derive:",
      text: "1 division by zero became missing.",
      remedy: "Filter the rows with 0 out first, or write b == 0 ? 0 : a / b.",
    },
  ]);
});

test("table lists its steps with the rows before and after", async () => {
  const { tables } = await run([{ filter: "quantity > 0" }, { rollup: { n: "count()" } }]);
  const steps = tables["steps"]!;
  const rows = Array.from({ length: steps.rows }, (_, row) => steps.columns.map((one) => scalarAt(one, row)));
  expect(steps.columns.map(({ name }) => name)).toEqual(["step", "verb", "detail", "rows_in", "rows_out"]);
  expect(rows).toEqual([
    [1, "filter", "quantity > 0", 4, 2],
    [2, "rollup", "n = count()", 2, 1],
  ]);
});

test("table without steps is its input", async () => {
  const output = await run([]);
  expect(output.value).toEqual(orders);
  expect(output.facts[0]!.text).toBe("4 rows, 2 columns");
  expect(output.excluded).toEqual({});
});

test("table says what came of a rollup", async () => {
  expect((await run([{ groupby: ["quantity"] }, { rollup: { n: "count()" } }])).facts[0]!.text).toBe("4 rows from 4 rows, 2 columns");
});

test("table says who it is", () => {
  expect(kind).toMatchObject({ name: "table", provides: "table", icon: "table-2", question: "What do I want to see?" });
});

const retail = join(import.meta.dirname, "../../../shared/data/online_retail/online_retail_full.csv.gz");
const golden = join(import.meta.dirname, "../../../shared/golden/online_retail.json");
const absent = !existsSync(retail) || !existsSync(golden);

test.skipIf(absent)("table keeps 397,884 of Online Retail's 541,909 rows (skipped where ../shared/data is absent)", async () => {
  const counts = JSON.parse(readFileSync(golden, "utf8")) as { raw: { rows: number }; "cohort_B_qty>0_price>0_with_customer": { rows: number } };
  const blob = new Blob([readFileSync(retail)]);
  const { table } = await readFile({ name: "online_retail_full.csv.gz", blob, modified: 0 }, { zone: "UTC" }, () => undefined);
  const output = await run([{ filter: "Quantity > 0 && UnitPrice > 0 && !is_missing(CustomerID)" }], { orders: table });
  expect(output.n).toBe(counts["cohort_B_qty>0_price>0_with_customer"].rows);
  expect(output.n + output.excluded["filtered out"]!).toBe(counts.raw.rows);
});
