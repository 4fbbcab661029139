import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { readBytes } from "../data/read/formats/written.ts";
import { result } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { ask, cellOf, press } from "./page-parts.ts";
import { openShop } from "./shop.ts";

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  const made = await opened(browser, undefined, { theme: "dark" });
  ({ page, complaints } = made);
  await made.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openShop(page);
});
afterAll(() => browser?.close());

/** What the dialog shows: it is slotted, and so no descendant of the dialog itself. */
const dialog = (): Locator => page.locator("export-dialog");

async function openDialog(): Promise<void> {
  if (await dialog().isVisible()) return;
  await cellOf(page, "comeback").focus();
  await press(page, "e");
  await dialog().waitFor();
}

/** The file behind a button of a figure or a table. */
async function saved(group: Locator, label: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await group.getByRole("button", { name: new RegExp(`^${label}: `) }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const figure = (): Locator => dialog().locator("section").first();
const table = (name: string): Locator => dialog().getByRole("group", { name, exact: true });

describe("a figure", () => {
  test("becomes a drawing that stands alone: title, definition, legend and source, in the light theme", async () => {
    await openDialog();
    const { name, bytes } = await saved(figure(), "SVG");
    const svg = bytes.toString();
    expect(name).toBe("comeback.svg");
    const title = await cellOf(page, "comeback").locator("h2.title").innerText();
    for (const words of [title, "Wilson", "not over yet", "Who comes back to the shop?"]) expect(svg.replaceAll(/<[^>]+>/g, " ")).toContain(words);
    // Nothing is left to a style sheet, a program or another place.
    expect(svg).not.toMatch(/var\(| class=| style=|foreignObject|<script|\son\w+=|href=|NaN/);
    expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="rgb\(255, 255, 255\)"/);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  test("becomes an image of twice its size, with the figure's colours in it", async () => {
    await openDialog();
    const svg = (await saved(figure(), "SVG")).bytes.toString();
    const { bytes } = await saved(figure(), "PNG");
    const width = Number(/width="(\d+)"/.exec(svg)![1]);
    // PNG's header has the width at byte 16.
    expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual(["PNG", 2 * width]);
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }, bytes.toString("base64"));
    expect(colours).toBeGreaterThan(20);
  });

  test("becomes a CSV of exactly what is drawn", async () => {
    await openDialog();
    const lines = (await saved(figure(), "CSV")).bytes.toString().trim().split("\n");
    const { tables } = await result(page, "comeback", "main");
    expect(lines[0]).toContain("cohort");
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.length - 1).toBeLessThanOrEqual(tables["main"]!["cohort"]!.length);
  });

  test("is copied as an image and as a drawing's text", async () => {
    await openDialog();
    const status = dialog().getByRole("status");
    await figure()
      .getByRole("button", { name: /^Copy image/ })
      .click();
    await status.getByText("The image is copied.").waitFor();
    expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types)).toContain("image/png");
    await figure()
      .getByRole("button", { name: /^Copy SVG/ })
      .click();
    await status.getByText("copied as text").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });
});

describe("a table", () => {
  test.each(["Arrow", "Parquet"])("becomes a file of %s that reads back as the same rows", async (format) => {
    await openDialog();
    const { name, bytes } = await saved(table("main"), format);
    const read = await readBytes(name, new Uint8Array(bytes));
    const { tables } = await result(page, "comeback", "main");
    const main = tables["main"]!;
    expect(read.table.columns.map((column) => column.name)).toEqual(Object.keys(main));
    expect([...read.table.columns.find((column) => column.name === "size")!.values]).toEqual(main["size"]);
  });

  test("becomes a CSV, and rows for a spreadsheet", async () => {
    await openDialog();
    const { tables } = await result(page, "comeback", "average");
    const rows = tables["average"]!["period"]!.length;
    expect((await saved(table("average"), "CSV")).bytes.toString().trim().split("\n")).toHaveLength(rows + 1);
    await table("average")
      .getByRole("button", { name: /^Copy rows/ })
      .click();
    await dialog().getByRole("status").getByText("The rows are copied.").waitFor();
    expect((await page.evaluate(() => navigator.clipboard.readText())).split("\n")).toHaveLength(rows + 1);
  });
});

test("the export is found in the palette, closes on Escape, and nothing of it is against the page's policy", async () => {
  await openDialog();
  await press(page, "Escape");
  await dialog().waitFor({ state: "detached" });
  await cellOf(page, "orders").focus();
  await ask(page, "export its figures");
  await dialog().waitFor();
  await page.getByRole("dialog", { name: "Export from orders" }).waitFor();
  const { bytes } = await saved(figure(), "SVG");
  expect(bytes.toString()).toContain("order_id");
  await press(page, "Escape");
  expect(complaints).toEqual([]);
});
