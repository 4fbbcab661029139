import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";

const shared = join(import.meta.dirname, "../../../shared");
const file = join(shared, "data/online_retail/online_retail_full.csv.gz");
const absent = !existsSync(file);

const notebook = `---
format: 1
title: "Online Retail"
timezone: "UTC"
---

\`\`\`cell source lines
file: "online_retail_full.csv.gz"
\`\`\`

\`\`\`cell table paid
from: "lines"
verbs:
  - {"filter":"Quantity > 0 && UnitPrice > 0 && !is_missing(CustomerID)"}
  - {"derive":{"amount":"Quantity * UnitPrice"}}
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"paid","customer":"CustomerID","time":"InvoiceDate","event":"=purchase","value":"amount"}
\`\`\`

\`\`\`cell retention comeback
from: "customers"
return:
  - {"column":"event","is":"purchase"}
measure: "classic"
grain: "month"
horizon: 24
\`\`\`
`;

interface Golden {
  rows: number;
  customers: number;
  cohorts: string[];
  counts: (number | null)[][];
  revenue: (number | null)[][];
}

describe.skipIf(absent)("the whole of Online Retail through the built page (skipped where ../shared/data is not there)", () => {
  let browser: Browser;
  let at: Opened;

  beforeAll(async () => {
    browser = await launchChromium();
    at = await opened(browser);
    await openNotebook(at.page, notebook, { "online_retail_full.csv.gz": readFileSync(file) });
  });
  afterAll(() => browser?.close());

  // pandas, ../shared/golden/online_retail.json: cohort_B_qty>0_price>0_with_customer
  const golden = absent
    ? null
    : (JSON.parse(readFileSync(join(shared, "golden/online_retail.json"), "utf8")) as Record<string, Golden>)[
        "cohort_B_qty>0_price>0_with_customer"
      ]!;

  test("every line is read and the paid ones are kept", async () => {
    expect((await result(at.page, "lines")).n).toBe(541_909);
    expect((await result(at.page, "paid")).n).toBe(golden!.rows);
  });

  test("the cohort table is the reference's, cell by cell, with its revenue", async () => {
    const { state, tables } = await result(at.page, "comeback", "main");
    expect(state).toMatch(/done|cached/);
    const main = tables["main"]!;
    const counts = golden!.cohorts.map((month) => golden!.cohorts.map((_, period) => cell(main, month, period, "active")));
    expect(counts).toEqual(golden!.counts);
    for (const [index, month] of golden!.cohorts.entries()) {
      for (const [period, expected] of golden!.revenue[index]!.entries()) {
        const revenue = cell(main, month, period, "revenue");
        if (expected === null) expect(revenue).toBeNull();
        else expect(revenue).toBeCloseTo(expected, 4);
      }
    }
  });

  test("4,338 customers are in it", async () => {
    const { tables } = await result(at.page, "comeback", "main");
    const main = tables["main"]!;
    const sizes = main["period"]!.map((period, row) => (period === 0 ? (main["size"]![row] as number) : 0));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4_338);
  });

  test("nothing was asked of any server and no policy was broken", () => {
    expect(at.requests).toEqual([]);
    expect(at.complaints).toEqual([]);
  });
});

function cell(main: Record<string, unknown>, month: string, period: number, column: string): unknown {
  const table = main as Record<string, unknown[]>;
  const row = table["cohort"]!.findIndex((cohort, index) => String(cohort).startsWith(month) && table["period"]![index] === period);
  return row < 0 ? null : table[column]![row];
}
