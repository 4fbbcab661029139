import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { ordersCsv, shop } from "./shop.ts";

const retail = join(import.meta.dirname, "../../../shared/data/online_retail/online_retail_full.csv.gz");
const isThere = existsSync(retail);

/** Online Retail by the same steps. */
const retailShop = shop
  .replace('file: "orders.csv"', 'file: "retail.csv.gz"')
  .replace("quantity > 0 && price > 0", "Quantity > 0 && UnitPrice > 0")
  .replace("quantity * price", "Quantity * UnitPrice")
  .replace('"customer_id"', '"CustomerID"')
  .replace('"ordered_at"', '"InvoiceDate"')
  .replace('"channel":"channel"', '"channel":"Country"')
  .replace('"order_id"', '"InvoiceNo"');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = (await opened(browser)).page;
});
afterAll(() => browser?.close());

interface Watched {
  long: { start: number; ms: number }[];
  observer: PerformanceObserver;
  from: number;
}

/** Notes every task of the page's thread that is longer than 50 ms, from now on. */
const watch = (): Promise<void> =>
  page.evaluate(() => {
    const long: Watched["long"] = [];
    const note = (entries: PerformanceEntryList): void => entries.forEach(({ startTime, duration }) => long.push({ start: startTime, ms: duration }));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "longtask" });
    Object.assign(window, { watched: { long, observer, from: performance.now() } });
  });

/** The long tasks since then. */
const seen = (): Promise<number[]> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { long, observer, from } = (window as unknown as { watched: Watched }).watched;
    for (const { startTime, duration } of observer.takeRecords()) long.push({ start: startTime, ms: duration });
    observer.disconnect();
    return long.filter(({ start }) => start >= from).map(({ ms }) => ms);
  });

test("the watch sees a task that is too long", async () => {
  await watch();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          const until = performance.now() + 80;
          while (performance.now() < until);
          resolve();
        });
      }),
  );
  expect((await seen()).length).toBeGreaterThan(0);
});

// A task counts by the clock, so other work on the machine can lengthen one: what is long by itself is long every time.
test(
  `no task of the page is longer than 50 ms while ${isThere ? "all of Online Retail" : "half a million orders"} is computed`,
  { retry: 2 },
  async () => {
    const [text, files] = isThere
      ? [retailShop, { "retail.csv.gz": readFileSync(retail) }]
      : [shop, { "orders.csv": Buffer.from(ordersCsv(500_000)) }];
    await openNotebook(page, text, files);
    await page.evaluate(() => window.journeybook.set("paid", { verbs: [] }));
    const verbs = JSON.parse(`[${[...text.matchAll(/^ {2}- (\{"(?:filter|derive)".*\})$/gm)].map((match) => match[1]).join(",")}]`) as unknown[];
    await watch();
    await page.evaluate((steps) => window.journeybook.set("paid", { verbs: steps }), verbs);
    const long = await seen();
    expect((await result(page, "comeback")).state).toMatch(/done|cached/);
    expect(long).toEqual([]);
  },
);
