import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { onDisk, opened, openedIn, type Opened } from "./opened.ts";
import { cellOf, drop, press, settled, textOf, write } from "./page-parts.ts";
import { serve } from "./serve.ts";
import { openShop, orders, shop, shopCells } from "./shop.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const everything = (page: Page): Promise<string> =>
  page.evaluate((names) => JSON.stringify(names.map((name) => window.journeybook.result(name).tables)), shopCells);
const draftKept = (page: Page): Promise<void> => page.locator("saved-state", { hasText: "a draft is kept here" }).waitFor();

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const asked = page.waitForEvent("download");
  await press(page, "Control+s");
  const download = await asked;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe.each(["from a disk", "from a host"])("the page opened %s", (from) => {
  const url = (): string => (from === "from a host" ? host.url : onDisk);
  let at: Opened;

  beforeAll(async () => {
    at = await opened(browser, url());
  });
  afterAll(() => at?.context.close());

  test("saves a notebook that reopens with the same bytes and the same results to the last digit", async () => {
    await openShop(at.page);
    await at.page.evaluate(() => window.journeybook.set("comeback", { grain: "week", horizon: 20 }));
    const before = { text: await textOf(at.page), results: await everything(at.page) };
    const { name, bytes } = await saved(at.page);
    expect(name).toBe("who-comes-back-to-the-shop.journey.md");
    expect(bytes.toString("utf8")).toBe(before.text);
    await at.page.locator("saved-state", { hasText: "· saved" }).waitFor();

    const fresh = await opened(browser, url());
    await drop(fresh.page, [
      { name, content: bytes },
      { name: "orders.csv", content: orders },
    ]);
    await settled(fresh.page, ...shopCells);
    expect(await textOf(fresh.page)).toBe(before.text);
    expect((await everything(fresh.page)) === before.results).toBe(true);
    expect((await saved(fresh.page)).bytes.equals(bytes)).toBe(true);
    await fresh.context.close();
  });

  test("keeps a draft: a reload brings back what was not saved, with its undo and redo", async () => {
    const { page } = at;
    await openShop(page);
    await page.evaluate(async () => {
      await window.journeybook.set("comeback", { grain: "week" });
      await window.journeybook.set("comeback", { horizon: 7 });
    });
    const last = await textOf(page);
    await cellOf(page, "comeback").focus();
    await press(page, "Control+z");
    const between = await textOf(page);
    await draftKept(page);
    await page.reload();
    await page.getByText("Restored what you had not saved.").first().waitFor();
    expect(await textOf(page)).toBe(between);
    await cellOf(page, "comeback").focus();
    await press(page, "Control+Shift+z");
    expect(await textOf(page)).toBe(last);
    await press(page, "Control+z", "Control+z");
    expect(await textOf(page)).toBe(shop);
    await drop(page, [{ name: "orders.csv", content: orders }]);
    await settled(page, ...shopCells);
  });

  test("keeps the drafts of two notebooks apart", async () => {
    const other = await openedIn(at.context, url());
    await press(other.page, "n");
    await other.page.getByRole("button", { name: "Prose" }).click();
    await press(other.page, "Enter");
    await write(other.page, "Another notebook.");
    await press(other.page, "Escape");
    await draftKept(other.page);
    await at.page.evaluate(() => window.journeybook.set("comeback", { horizon: 9 }));
    await draftKept(at.page);
    await Promise.all([at.page.reload(), other.page.reload()]);
    await other.page.getByText("Another notebook.").waitFor();
    await cellOf(at.page, "comeback").waitFor();
    expect(await textOf(at.page)).toContain("horizon: 9");
    expect(await textOf(other.page)).not.toContain("comeback");
    await other.page.close();
  });

  test("keeps no data on this machine, only the notebook's words", async () => {
    const stored = await at.page.evaluate(keptHere);
    expect(JSON.stringify(stored)).toContain("Who comes back to the shop?");
    expect(JSON.stringify(stored)).not.toContain("Cup, ");
    expect(JSON.stringify(stored)).not.toContain("c1000");
  });

  test("forgets everything on this machine when asked, also while another tab is open", async () => {
    const { page } = at;
    const other = await openedIn(at.context, url());
    await other.page
      .getByRole("button", { name: /Who comes back/ })
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Forget everything on this machine" }).click();
    await page.locator("forget-dialog").getByRole("button", { name: "Forget everything" }).click();
    await page.getByText("Everything kept on this machine is gone.").first().waitFor();
    await page.getByText("Notebooks you open are listed here").waitFor();
    expect(await page.evaluate(keptHere)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
    await other.page.close();
    expect(at.complaints).toEqual([]);
  });
});

/** Everything of the reader's that the page has in this browser's storage. Runs in the page. */
async function keptHere(): Promise<unknown[]> {
  const kept: unknown[] = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const asked = indexedDB.open(name!);
    const database = await new Promise<IDBDatabase>((resolve) => asked.addEventListener("success", () => resolve(asked.result)));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => all.addEventListener("success", resolve));
      kept.push(...all.result);
    }
    database.close();
  }
  return kept;
}
