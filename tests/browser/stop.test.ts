import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { cellOf, inState, settled } from "./page-parts.ts";
import { openShop, orders, ordersCsv, shop, shopCells } from "./shop.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await page?.context().close();
  page = (await opened(browser)).page;
});

/** A pattern of three open ends on a thousand equal letters: one row of it takes minutes, and nothing can be told to it meanwhile. */
const runaway = 'matches(pad_end(product, 1000, "a"), "a*a*a*z")';
const tables = `---
format: 1
timezone: "UTC"
---

\`\`\`cell source orders
file: "orders.csv"
\`\`\`

\`\`\`cell table endless
from: "orders"
verbs:
  - ${JSON.stringify({ derive: { found: runaway } })}
\`\`\`

\`\`\`cell table fine
from: "orders"
verbs:
  - {"derive":{"amount":"quantity * price"}}
\`\`\`
`;

/** Begins to open a notebook, without waiting for what runs in it. */
const begin = (text: string, file: string): Promise<void> =>
  page.evaluate(([notebook, content]) => void window.journeybook.open(notebook, { "orders.csv": new File([content], "orders.csv") }), [
    text,
    file,
  ] as const);

/** Presses Stop in the top bar and says how long the page took to show that a cell is stopped. */
async function stop(name: string): Promise<void> {
  const took = await page
    .locator("run-progress")
    .getByRole("button", { name: "Stop" })
    .evaluate(async (button, cell) => {
      const from = performance.now();
      (button as HTMLElement).click();
      while (window.journeybook.result(cell).state !== "cancelled") await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - from;
    }, name);
  console.log(`${name} was stopped after ${took.toFixed(0)} ms`);
}

test("Stop ends a long run, which can be run again", async () => {
  await begin(shop, ordersCsv(400_000));
  await inState(page, "orders", "running");
  await stop("orders");
  await cellOf(page, "orders").getByText("stopped by you").waitFor();
  await cellOf(page, "orders").getByRole("button", { name: "Run again" }).click();
  await settled(page, "orders");
  expect((await result(page, "orders")).n).toBe(400_000);
});

test("Stop ends even a formula that never comes to an end, and everything else still answers", async () => {
  await begin(tables, orders.toString("utf8"));
  await inState(page, "endless", "running");
  await stop("endless");
  await cellOf(page, "endless").getByText("stopped by you").waitFor();
  await cellOf(page, "fine").focus();
  await page.keyboard.press("Control+Enter");
  await settled(page, "fine");
  const { tables: found } = await result(page, "fine", "main");
  const [first] = orders.toString("utf8").split("\n").slice(1);
  const [quantity, price] = first!.split(",").slice(-2).map(Number);
  expect(found["main"]!["amount"]![0]).toBe(quantity! * price!);
  await page.evaluate(() => void window.journeybook.set("endless", { verbs: [{ filter: "quantity > 0" }] }));
  await settled(page, "endless", "fine");
});

test("a formula that never comes to an end does not keep the page from being edited", async () => {
  await begin(tables, orders.toString("utf8"));
  await inState(page, "endless", "running");
  await cellOf(page, "endless").focus();
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await settled(page, "orders", "fine");
  expect((await result(page, "endless")).state).toBe("missing");
});

const change = (): Promise<void> =>
  page.evaluate(() => {
    void window.journeybook.set("paid", { verbs: [{ filter: "quantity > 1" }, { derive: { amount: "quantity * price" } }] });
  });
const all = async (): Promise<string> => {
  await settled(page, ...shopCells);
  return await page.evaluate((names) => JSON.stringify(names.map((name) => window.journeybook.result(name).tables)), shopCells);
};

test.each(["while it rests", "while it computes"])("a worker killed %s loses nothing: all cells come to the same results", async (when) => {
  await openShop(page);
  await change();
  const undisturbed = await all();
  await page.context().close();
  // Another page, which has none of these results yet.
  page = (await opened(browser)).page;
  await openShop(page);
  const [worker] = page.workers();
  if (when === "while it computes") await change();
  const ended = worker!.waitForEvent("close");
  await worker!.evaluate(() => self.close()).catch(() => undefined);
  await ended;
  if (when === "while it rests") await change();
  expect((await all()) === undisturbed).toBe(true);
});

test("a notebook opened after a stop runs as if nothing had been", async () => {
  await begin(tables, orders.toString("utf8"));
  await inState(page, "endless", "running");
  await openNotebook(page, shop, { "orders.csv": orders });
  for (const name of shopCells) expect((await result(page, name)).state).toMatch(/done|cached/);
});
