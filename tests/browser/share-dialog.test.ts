import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { onDisk, opened, openedIn, type Opened } from "./opened.ts";
import { ask, inState, settled, textOf } from "./page-parts.ts";
import { dist } from "./serve.ts";
import { Desk, heldBy, share } from "./shared-page.ts";
import { tourCells } from "./tour.ts";
import { openShop, orders, shop, shopCells } from "./shop.ts";

const sample = join(import.meta.dirname, "../../sample-data");
const desk = new Desk();
let browser: Browser;
let at: Opened;

/** What the cells found, but for their files: a shared page knows more of those it was made of. */
const results = (page: Page): Promise<string> =>
  page.evaluate((names) => JSON.stringify(names.map((name) => ({ ...window.journeybook.result(name).tables, files: {} }))), shopCells);

/** Opens a page as its reader does, in a browser that knows nothing. */
async function read(bytes: Buffer): Promise<Opened> {
  return await opened(browser, desk.lay(bytes));
}

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser, onDisk);
  await openShop(at.page);
});
afterAll(async () => {
  await browser?.close();
  desk.clear();
});

test("with a passphrase the cells can be read without it, and the data opens with it alone", async () => {
  const bytes = await share(at.page, { level: "everything", view: "edit", passphrase: "fennel oak tea tin" });
  const { head, text } = heldBy(bytes);
  expect(head.notebook).toBe(await textOf(at.page));
  expect(text).not.toContain("Cup, ");
  const { page, context, complaints } = await read(bytes);
  await inState(page, "orders", "missing");
  await page.getByLabel("Passphrase").fill("fennel oak tea");
  await page.keyboard.press("Enter");
  await page.getByText("This passphrase does not open the data.").waitFor();
  await page.getByLabel("Passphrase").fill("fennel oak tea tin");
  await page.keyboard.press("Enter");
  await settled(page, ...shopCells);
  expect(await results(page)).toBe(await results(at.page));
  expect((await share(page, { level: "everything" })).equals(bytes)).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});

test("a page that lost its end opens its notebook and says that the data was cut off", async () => {
  const bytes = await share(at.page, { level: "everything" });
  const { page, context } = await read(bytes.subarray(0, bytes.length - 20_000));
  await page.getByText("was cut off").first().waitFor();
  await inState(page, "orders", "missing");
  expect(await textOf(page)).toBe(await textOf(at.page));
  await context.close();
});

test("by keys alone: chosen, looked at, saved", async () => {
  const other = await openedIn(at.context, onDisk);
  await openNotebook(other.page, shop, { "orders.csv": orders });
  await ask(other.page, "Share as a page");
  const dialog = other.page.getByRole("dialog", { name: "Share this notebook" });
  await other.page.getByRole("radio", { name: /^Figures and their tables/ }).waitFor();
  await other.page.keyboard.press("ArrowDown");
  await other.page.keyboard.press("ArrowDown");
  await other.page.getByText("rows of orders.csv").waitFor();
  expect(await other.page.getByRole("radio", { name: /^Everything/ }).isChecked()).toBe(true);
  await other.page.getByRole("button", { name: "Save page" }).focus();
  const asked = other.page.waitForEvent("download");
  await other.page.keyboard.press("Enter");
  const download = await asked;
  expect(download.suggestedFilename()).toBe("who-comes-back-to-the-shop.html");
  expect(heldBy(readFileSync(await download.path())).head.level).toBe("everything");
  expect(await dialog.count()).toBe(0);
  await other.page.close();
});

test("a hundred thousand rows of the sample are a page of less than six megabytes", async () => {
  const events = gunzipSync(readFileSync(join(sample, "web_events.csv.gz")))
    .toString("utf8")
    .split("\n")
    .slice(0, 100_001)
    .join("\n");
  const other = await openedIn(at.context, onDisk);
  await openNotebook(other.page, '---\nformat: 1\n---\n\n```cell source web\nfile: "web_events.csv"\n```\n', {
    "web_events.csv": Buffer.from(events),
  });
  const bytes = await share(other.page, { level: "everything" });
  expect(heldBy(bytes).head.parts).toEqual([expect.objectContaining({ name: "web_events.csv" })]);
  expect(bytes.length).toBeLessThan(6_000_000);
  await other.page.close();
});

test("the tour beside the page is the page with the tour in it, as it would share it itself", async () => {
  const bytes = readFileSync(join(dist, "tour.html"));
  const { page, context, requests, complaints } = await read(bytes);
  await settled(page, ...tourCells);
  expect((await share(page, { level: "everything" })).equals(bytes)).toBe(true);
  // Made anew by the browser from what it read, it holds the same rows.
  const anew = heldBy(await share(page, { level: "everything", view: "read" }));
  expect(anew.text.split("\n").slice(1)).toEqual(heldBy(bytes).text.split("\n").slice(1));
  expect([...requests, ...complaints]).toEqual([]);
  await context.close();
});
