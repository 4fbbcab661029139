import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { opened, type Opened } from "./opened.ts";
import { drop, ask, settled, textOf } from "./page-parts.ts";
import { openNotebook } from "./journeybook.ts";
import { tourCells, tourFiles } from "./tour.ts";

let browser: Browser;
let at: Opened;
let exported: string;

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
  const files = Object.fromEntries(tourFiles.map(({ name, content }) => [name, Buffer.from(content)]));
  await openNotebook(at.page, readFileSync(join(import.meta.dirname, "../../notebooks/tour.journey.md"), "utf8"), files);
});
afterAll(() => browser?.close());

test("the notebook is saved for Observable with its prose, its groups and plain Plot code, and nobody in it", async () => {
  const download = at.page.waitForEvent("download");
  await ask(at.page, "Observable");
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.observable\.html$/);
  await settled(at.page, ...tourCells);
  exported = await readFile(await file.path(), "utf8");
  expect(exported).toContain("Each customer is scored by");
  expect(exported).toMatch(/const comeback = \[\s+\{"cohort":/);
  expect(exported).toContain("Plot.plot({");
  expect(exported).not.toMatch(/\bc_\d{4,}|\bH-\d{5,}/); // ids of customers and orders in the files it was made from
});

test("dropped here again, it gives its prose, runs none of its code, and asks for the files it reads", async () => {
  const { page } = at;
  const withFile = exported.replace(
    "</notebook>",
    '<script id="99" type="module">window.stolen = FileAttachment("data/orders.csv");</script></notebook>',
  );
  await drop(page, [{ name: "from-observable.html", content: withFile }]);
  await page.getByText("Taken from Observable").first().waitFor();
  const text = await textOf(page);
  expect(text).toContain("Each customer is scored by");
  expect(text).toContain('file: "orders.csv"');
  expect(await page.evaluate(() => "stolen" in window)).toBe(false);
  await drop(page, [{ name: "orders.csv", content: tourFiles.find(({ name }) => name === "orders.csv")!.content }]);
  await settled(page, "orders");
  expect(at.complaints).toEqual([]);
});

test("a web page that is no notebook is told as such, and the notebook stays", async () => {
  const { page } = at;
  const before = await textOf(page);
  await drop(page, [{ name: "page.html", content: "<!doctype html><p>Hello" }]);
  await page.getByText("page.html is not a notebook file.").first().waitFor();
  expect(await textOf(page)).toBe(before);
});
