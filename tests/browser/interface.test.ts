import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { openShop, shop, shopCells } from "./shop.ts";

let browser: Browser;
let at: Opened;

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
});
afterAll(() => browser?.close());

const fence = "```";
const cell = (kind: string, name: string, ...lines: string[]): string => `${fence}cell ${kind} ${name}\n${lines.join("\n")}\n${fence}\n`;
const notebook = (...cells: string[]): string => `---\nformat: 1\ntimezone: "UTC"\n---\n\n${cells.join("\n")}`;
const rows = notebook(cell("source", "visits", 'file: "visits.csv"'), cell("table", "all", 'from: "visits"', "verbs:", '  - {"filter":"true"}'));
const file = (text: string): Record<string, Buffer> => ({ "visits.csv": Buffer.from(text) });

test("open resolves when nothing is left to run, and result gives what was found", async () => {
  await openShop(at.page);
  for (const name of shopCells) expect((await result(at.page, name)).state).toMatch(/done|cached/);
  const found = await result(at.page, "comeback", "main");
  expect(Object.keys(found).sort()).toEqual(["error", "excluded", "facts", "n", "state", "tables", "truncated", "warnings"]);
  expect(found.error).toBeNull();
  expect(found.n).toBeGreaterThan(800);
  expect(Object.keys(found.tables["main"]!)).toEqual(
    expect.arrayContaining(["cohort", "period", "size", "active", "rate", "rate_lower", "rate_upper"]),
  );
});

test("result of a name no cell has is missing", async () => {
  expect(await result(at.page, "nowhere")).toMatchObject({ state: "missing", error: null, n: null, tables: {} });
});

test("text gives back the notebook byte for byte", async () => {
  expect(await at.page.evaluate(() => window.journeybook.text())).toBe(shop);
});

test("timings are milliseconds in the worker of every cell", async () => {
  const timings = await at.page.evaluate(() => window.journeybook.timings());
  expect(Object.keys(timings)).toEqual(shopCells);
  for (const ms of Object.values(timings)) expect(ms).toBeGreaterThanOrEqual(0);
});

test("set merges parameters, takes out those that are undefined, and resolves when settled", async () => {
  await at.page.evaluate(() => window.journeybook.set("comeback", { grain: "quarter", by: "channel" }));
  expect(await at.page.evaluate(() => window.journeybook.text())).not.toBe(shop);
  const { state, tables } = await result(at.page, "comeback", "main");
  expect(state).toMatch(/done|cached/);
  // The three channels of the sample.
  expect(new Set(tables["main"]!["group"])).toEqual(new Set(["app", "store", "web"]));
  await at.page.evaluate(() => window.journeybook.set("comeback", { grain: "month", by: undefined }));
  expect(await at.page.evaluate(() => window.journeybook.text())).toBe(shop);
});

test("set on a name no cell has says so", async () => {
  await expect(at.page.evaluate(() => window.journeybook.set("nowhere", {}))).rejects.toThrow('There is no cell "nowhere"');
});

test("result gives times as ISO text, and null for what is missing", async () => {
  await openNotebook(at.page, rows, file("who,when,amount\na,2025-01-02 03:04:05,1.5\nb,,\nc,2025-03-04 00:00:00,-2\n"));
  const { tables } = await result(at.page, "all", "main");
  expect(tables["main"]).toEqual({
    who: ["a", "b", "c"],
    when: ["2025-01-02T03:04:05.000Z", null, "2025-03-04T00:00:00.000Z"],
    amount: [1.5, null, -2],
  });
});

test("result gives at most 100,000 rows of a table and says how many there are", async () => {
  await openNotebook(at.page, rows, file(`n\n${Array.from({ length: 120_000 }, (_, row) => row).join("\n")}\n`));
  const { tables, truncated, n } = await result(at.page, "all", "main");
  expect(n).toBe(120_000);
  expect(tables["main"]!["n"]).toHaveLength(100_000);
  expect(tables["main"]!["n"]!.at(-1)).toBe(99_999);
  expect(truncated).toEqual({ main: 120_000 });
});

test.each([
  ["a file that is not there", rows, "visits", "missing"],
  ["a cell that reads one that is not there", notebook(cell("table", "all", 'from: "nobody"')), "all", "invalid"],
  ["a circle", notebook(cell("table", "a", 'from: "b"'), cell("table", "b", 'from: "a"')), "a", "invalid"],
  ["a wrong value", notebook(cell("retention", "r", 'from: "c"', 'grain: "decade"')), "r", "invalid"],
])("open of a notebook with %s resolves, and the cell says what is wrong", async (_, text, name, state) => {
  await openNotebook(at.page, text);
  const found = await result(at.page, name);
  expect(found.state).toBe(state);
  expect(found.error?.problem.length).toBeGreaterThan(10);
  expect(found.error?.remedy.length).toBeGreaterThan(10);
});

test.each([
  "",
  "no notebook at all",
  "---\nformat: 99\n---\n",
  `${fence}cell`,
  "\u0000\u0001",
  `---\nformat: 1\n---\n\n${cell("oracle", "future", "x: 1")}`,
])("open of %j resolves and loses no byte of it", async (text) => {
  await openNotebook(at.page, text);
  const kept = await at.page.evaluate(() => window.journeybook.text());
  for (const line of text.split("\n").filter((part) => part !== "" && !/^format|^---/.test(part))) expect(kept).toContain(line);
  expect(kept).toBe(await at.page.evaluate(async (again) => (await window.journeybook.open(again), window.journeybook.text()), kept));
});

test("nothing of this was complained about", () => {
  expect(at.complaints).toEqual([]);
  expect(at.requests).toEqual([]);
});
