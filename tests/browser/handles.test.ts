import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { opened, type Opened } from "./opened.ts";
import { cellOf, drop, inState, press, settled, textOf } from "./page-parts.ts";
import { result } from "./journeybook.ts";
import { serve } from "./serve.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let at: Opened;
let page: Page;

const fence = "```";
const notebook = `---\nformat: 1\ntitle: "Handled"\ntimezone: "UTC"\n---\n\n${fence}cell source orders\nfile: "orders.csv"\n${fence}\n`;
const lines = (count: number): string => `id,n\n${Array.from({ length: count }, (_, row) => `c${row},${row}`).join("\n")}\n`;

/** Gives the page file dialogs that answer with files of the browser's own disk: real handles, which can be kept, written and lost. */
async function withDialogs(): Promise<void> {
  await page.addInitScript(() => {
    const handle = async (name: string) => await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    const dialogs = {
      showOpenFilePicker: async () => [await handle(sessionStorage.getItem("picked") ?? "")],
      showSaveFilePicker: async () => await handle(sessionStorage.getItem("picked") ?? ""),
    };
    for (const [name, value] of Object.entries(dialogs)) Object.defineProperty(window, name, { value, configurable: true });
    // The browser asks nobody about files of its own disk.
    const granted = async () => "granted";
    for (const name of ["queryPermission", "requestPermission"]) {
      Object.defineProperty(FileSystemFileHandle.prototype, name, { value: granted, configurable: true });
    }
  });
  await page.reload();
  await page.waitForFunction(() => "journeybook" in window);
}

const pick = (name: string): Promise<void> => page.evaluate((file) => sessionStorage.setItem("picked", file), name);

/** Writes a file of the browser's disk, as another program would. */
const write = (name: string, text: string): Promise<void> =>
  page.evaluate(
    async ([file, content]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true });
      const writable = await handle.createWritable();
      await writable.write(content);
      await writable.close();
    },
    [name, text] as const,
  );

const read = (name: string): Promise<string> =>
  page.evaluate(async (file) => await (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(), name);

const said = (words: string | RegExp) => page.locator("notice-bar .notice", { hasText: words });

async function openFromDisk(): Promise<void> {
  await write("own.journey.md", notebook);
  await pick("own.journey.md");
  await press(page, "o");
  await cellOf(page, "orders").waitFor();
}

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});
beforeEach(async () => {
  at = await opened(browser, host.url);
  page = at.page;
  await withDialogs();
});
afterEach(async () => {
  const { complaints } = at;
  await at.context.close();
  expect(complaints).toEqual([]);
});

test("a notebook is saved into the file it came from", async () => {
  await openFromDisk();
  await page.evaluate(() => window.journeybook.set("orders", { header: "yes" }));
  await press(page, "Control+s");
  await page.locator("saved-state", { hasText: "· saved" }).waitFor();
  expect(await read("own.journey.md")).toBe(await textOf(page));
});

test("a notebook whose file was changed elsewhere is not written over it, and can be saved beside it", async () => {
  await openFromDisk();
  await page.evaluate(() => window.journeybook.set("orders", { header: "yes" }));
  const theirs = notebook.replace("Handled", "Changed by a colleague");
  await write("own.journey.md", theirs);
  await press(page, "Control+s");
  await said("own.journey.md was changed elsewhere").waitFor();
  expect(await read("own.journey.md")).toBe(theirs);
  expect(await textOf(page)).toContain('header: "yes"');
  await pick("mine.journey.md");
  await said("changed elsewhere").getByRole("button", { name: "Save as a new file" }).click();
  await page.locator("saved-state", { hasText: "mine.journey.md" }).waitFor();
  expect(await read("mine.journey.md")).toBe(await textOf(page));
  expect(await read("own.journey.md")).toBe(theirs);
});

test("a file that may not be written, or that the disk has no room for, is said; the draft stays and a reload brings it back", async () => {
  await openFromDisk();
  await page.evaluate(() => window.journeybook.set("orders", { header: "yes" }));
  for (const reason of ["NotAllowedError", "QuotaExceededError"]) {
    await page.evaluate((name) => {
      FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("refused", name));
    }, reason);
    await press(page, "Control+s");
    await said("own.journey.md could not be written").waitFor();
    await said("could not be written").getByRole("button", { name: "Close this message" }).click();
  }
  expect(await read("own.journey.md")).toBe(notebook);
  await page.locator("saved-state", { hasText: "a draft is kept here" }).waitFor();
  const text = await textOf(page);
  await page.reload();
  await page.getByText("Restored what you had not saved.").first().waitFor();
  expect(await textOf(page)).toBe(text);
});

test("a data file that changed on disk is told when the reader comes back, read again on request, and missed when it is gone", async () => {
  await openFromDisk();
  await inState(page, "orders", "missing");
  await write("orders.csv", lines(10));
  await pick("orders.csv");
  await cellOf(page, "orders").getByRole("button", { name: "Choose file" }).click();
  await settled(page, "orders");
  expect((await result(page, "orders")).n).toBe(10);
  await write("orders.csv", lines(25));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await said("orders.csv was changed on disk since it was read").getByRole("button", { name: "Read again" }).click();
  await page.waitForFunction(() => window.journeybook.result("orders").n === 25);
  await page.evaluate(async () => await (await navigator.storage.getDirectory()).removeEntry("orders.csv"));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await said("orders.csv was moved or deleted").waitFor();
  expect((await result(page, "orders")).n).toBe(25);
});

test("a data file is opened again after a reload, and one that is gone is known by what is in it, whatever it is called now", async () => {
  await openFromDisk();
  await write("orders.csv", lines(12));
  await pick("orders.csv");
  await cellOf(page, "orders").getByRole("button", { name: "Choose file" }).click();
  await settled(page, "orders");
  await page.locator("saved-state", { hasText: "saved" }).waitFor();
  await page.evaluate(() => window.journeybook.set("orders", { header: "yes" }));
  await page.locator("saved-state", { hasText: "a draft is kept here" }).waitFor();
  await page.reload();
  await settled(page, "orders");
  expect((await result(page, "orders")).n).toBe(12);
  await page.evaluate(async () => await (await navigator.storage.getDirectory()).removeEntry("orders.csv"));
  await page.reload();
  await inState(page, "orders", "missing");
  await drop(page, [{ name: "orders (1).csv", content: lines(12) }]);
  await settled(page, "orders");
  expect(await textOf(page)).toContain('file: "orders.csv"');
  expect(await page.locator("notebook-cell").count()).toBe(1);
});
