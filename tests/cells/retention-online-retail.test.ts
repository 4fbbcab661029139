import { existsSync, readFileSync } from "node:fs";
import { resolve as path } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellOutput } from "../../src/cells/cell.ts";
import { retention, rowsOf, triangle, type Happening } from "./retention-run.ts";

const shared = path(import.meta.dirname, "../../../shared");
const orders = path(shared, "data/online_retail/online_retail_full.csv.gz");
const golden = path(shared, "golden/online_retail.json");
const missing = !existsSync(orders) || !existsSync(golden);

interface Reference {
  customers: number;
  rows: number;
  cohorts: string[];
  counts: (number | null)[][];
  retention: (number | null)[][];
  revenue: (number | null)[][];
}

/** The lines of sales: a positive quantity and price, and a customer. The fields needed stand after the last quoted text but one. */
function sales(): Happening[] {
  const happenings: Happening[] = [];
  const pattern = /,(-?\d+),(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(-?[\d.]+),(\d+),"[^"]*"$/;
  for (const line of gunzipSync(readFileSync(orders)).toString("utf8").split(/\r?\n/)) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const [, quantity, at, price, customer] = match as unknown as [string, string, string, string, string];
    if (Number(quantity) > 0 && Number(price) > 0)
      happenings.push({ customer, at: `${at.replace(" ", "T")}Z`, value: Number(quantity) * Number(price) });
  }
  return happenings;
}

const known = (rows: (number | null)[][]) => rows.map((row) => row.filter((cell) => cell !== null));
const flat = (rows: unknown[][]) => rows.flat() as number[];

describe.skipIf(missing)("Online Retail (skipped without ../shared: its data and golden file)", () => {
  let reference: Reference;
  let output: CellOutput;
  let count = 0;

  beforeAll(async () => {
    reference = (JSON.parse(readFileSync(golden, "utf8")) as Record<string, Reference>)["cohort_B_qty>0_price>0_with_customer"]!;
    const happenings = sales();
    count = happenings.length;
    output = await retention(happenings);
  }, 60_000);

  const along = (column: string) => Object.values(triangle(output.tables["main"]!, column));

  test("retention gives pandas' 13 × 13 counts exactly", () => {
    expect([count, output.n]).toEqual([reference.rows, reference.customers]);
    expect(along("active")).toEqual(known(reference.counts));
    expect([...new Set(rowsOf(output.tables["main"]!).map((row) => row["cohort"]))]).toEqual(reference.cohorts.map((month) => `${month}-01`));
  });

  test("retention gives pandas' rates and revenue", () => {
    const rates = flat(known(reference.retention));
    expect(Math.max(...flat(along("rate")).map((rate, cell) => Math.abs(rate - rates[cell]!)))).toBeLessThan(1e-12);
    const revenue = flat(known(reference.revenue));
    // The golden file rounds to a tenth of a penny.
    expect(Math.max(...flat(along("revenue")).map((value, cell) => Math.abs(value - revenue[cell]!)))).toBeLessThan(0.006);
  });

  test("retention marks December 2011 as unfinished and says that the first cohort may be older", () => {
    const unfinished = rowsOf(output.tables["main"]!).filter((row) => row["complete"] === false);
    // By hand: the data end on 9 December 2011, and 13 cohorts have a cell in that month.
    expect(unfinished).toHaveLength(13);
    expect(output.warnings.map((warning) => warning.code)).toEqual(["incomplete", "first_cohort"]);
  });

  test("retention bounds revenue around what customers brought", () => {
    const rows = rowsOf(output.tables["main"]!);
    expect(
      rows.every((row) => Number(row["revenue_lower"]) <= Number(row["revenue"]) && Number(row["revenue"]) <= Number(row["revenue_upper"])),
    ).toBe(true);
    expect(output.seed).toBe(1);
  });
});
