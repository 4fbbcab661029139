import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { ask, cellOf, drop, press, settled, textOf } from "./page-parts.ts";
import { serve } from "./serve.ts";
import { openShop, orders, ordersCsv, shop } from "./shop.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let at: Opened;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
  at = await opened(browser, host.url);
  ({ page } = at);
  await openShop(page);
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds in a part of the page as it stands. */
async function findings(part: Locator): Promise<string[]> {
  await page.evaluate(axe);
  return await part.evaluate(async (element) => {
    const { axe: checker } = window as unknown as {
      axe: { run(where: Element): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  });
}

const panel = () => page.locator("history-panel");
const set = (params: Record<string, unknown>): Promise<void> => page.evaluate((given) => window.journeybook.set("comeback", given), params);

/** What this machine keeps of versions, as it stands in the browser's storage. */
const stored = (of: Page): Promise<{ note: string; why: string; results: string; text: string }[]> =>
  of.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open("journeybook");
        asked.addEventListener("success", () => {
          const all = asked.result.transaction("versions").objectStore("versions").getAll() as IDBRequest<
            { note: string; why: string; text: string; results: Uint8Array | null }[]
          >;
          all.addEventListener("success", () => {
            resolve(all.result.map(({ note, why, text, results }) => ({ note, why, text, results: new TextDecoder().decode(results ?? undefined) })));
            asked.result.close();
          });
        });
      }),
  );

test("a version is kept with a note, and the panel says what changed since and what the cells found", async () => {
  await ask(page, "history");
  await panel().getByLabel("Note, if you like").fill("first look");
  await press(page, "Enter");
  await panel()
    .getByRole("radio", { name: /first look/ })
    .waitFor();
  await press(page, "Escape");
  await set({ grain: "quarter" });
  await page.locator("prose-text").first().focus();
  await press(page, "Enter", "Control+End");
  await page.keyboard.type(" None is missing.");
  await press(page, "Escape");
  await ask(page, "history");
  const changes = panel().locator(".changes");
  await changes.getByText("comeback: grain month → quarter.").waitFor();
  expect(await changes.locator("ins").innerText()).toBe("None is missing.");
  expect(await changes.locator("del").count()).toBe(0);
  const beside = panel().getByRole("row", { name: /^comeback/ });
  expect(await beside.innerText()).toMatch(/next month[^]*next quarter/);
  expect(await panel().getByText("The same was found by").innerText()).toContain("by_channel");
});

test("restoring a version brings its text back, and undo takes that back", async () => {
  const before = await textOf(page);
  await panel().getByRole("button", { name: "Restore this version" }).focus();
  await press(page, "Enter");
  await panel().waitFor({ state: "detached" });
  expect(await textOf(page)).toBe(shop);
  await cellOf(page, "comeback").focus();
  await press(page, "Control+z");
  expect(await textOf(page)).toBe(before);
  await press(page, "Control+Shift+z");
  await settled(page, "comeback", "by_channel");
});

test("two versions are compared with each other, and with a notebook from a file", async () => {
  await ask(page, "history");
  await panel()
    .getByRole("radio", { name: /before restoring/ })
    .check();
  await panel()
    .getByLabel("Compared with")
    .selectOption({ label: await panel().locator("option", { hasText: "kept by you" }).innerText() });
  expect(await panel().locator(".changes").innerText()).toContain("comeback: grain quarter → month.");
  await panel().getByLabel("Compared with").selectOption("");
  await drop(page, [{ name: "other.journey.md", content: shop.replace('"classic"', '"rolling"') }], panel().locator(".sides"));
  await panel().getByText("comeback: measure rolling → classic.").waitFor();
  await press(page, "Escape");
});

test("newer data is compared with the older under each title, and in the panel", async () => {
  await drop(page, [{ name: "orders.csv", content: ordersCsv(12_000) }]);
  const line = cellOf(page, "comeback").locator(".news");
  await line.waitFor();
  // 6,000 lines gave 1,404 customers and 12,000 give about twice that, drawn alike: the rates are near each other, in the same words.
  const words = await line.innerText();
  expect(words).toMatch(/^Since the data changed: was \d+\.\d% \(.*\), now \d+\.\d% \(.*\): (no clear change|.* points (more|less))\.$/);
  await ask(page, "history");
  await panel()
    .getByRole("radio", { name: /before newer data/, checked: true })
    .waitFor();
  await panel().getByText("The words, cells and parameters are the same.").waitFor();
  expect(
    await panel()
      .getByRole("row", { name: /^orders/ })
      .innerText(),
  ).toMatch(/6,000 rows[^]*12,000 rows/);
  expect(await panel().locator(".sides").innerText()).toMatch(/numbers in its table changed clearly/);
  await press(page, "Escape");
  await drop(page, [{ name: "orders.csv", content: orders }]);
  // With the older data back, what was then is now.
  const [, was, now] = /was (.*), now (.*): /.exec(words)!;
  await line.getByText(`was ${now}, now ${was}: `).waitFor();
  // What was found is still known when the page is opened anew, and files are given that it has not seen together.
  await page.reload();
  await drop(page, [{ name: "orders.csv", content: ordersCsv(12_000) }]);
  await line.getByText(words).waitFor();
});

test("a version holds results and no customer, and on a disk no result", async () => {
  const kept = await stored(page);
  expect(kept.map(({ why }) => why)).toContain("before data");
  const { results } = kept.find(({ note }) => note === "first look")!;
  expect(results).toContain("come back the next month");
  // The ids of the file's customers are c0, c1 and so on.
  expect(results).not.toMatch(/"c\d+"/);
  const onDisk = await opened(browser);
  await openNotebook(onDisk.page, shop, { "orders.csv": Buffer.from(ordersCsv(400)) });
  await ask(onDisk.page, "keep this version");
  await expect.poll(() => stored(onDisk.page)).toEqual([{ note: "", why: "asked", results: "", text: shop }]);
  await onDisk.context.close();
});

test("conflicts that git left are decided by keyboard, and undone", async () => {
  const conflict = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> other`;
  const merged = shop
    .replace('grain: "month"', conflict('grain: "month"', 'grain: "week"'))
    .replace("Returns have a negative quantity.", conflict("Returns have a negative quantity.", "Returns count below zero."));
  await openNotebook(page, merged);
  const block = page.locator("conflict-block");
  expect(await block.count()).toBe(2);
  expect(await findings(block.last())).toEqual([]);
  await block.last().getByText("From ours to theirs: comeback: grain month → week.").waitFor();
  await block.first().focus();
  // Its handle, then the buttons of the upper side and the lower one.
  const theirs = block.first().getByRole("button", { name: "Keep theirs" });
  for (let tab = 0; tab < 4 && !(await theirs.evaluate((button) => button.matches(":focus"))); tab++) await press(page, "Tab");
  await press(page, "Enter");
  await expect.poll(() => block.count()).toBe(1);
  await block.getByRole("button", { name: "Keep ours" }).focus();
  await press(page, "Enter");
  await expect.poll(() => block.count()).toBe(0);
  expect(await textOf(page)).toBe(shop.replace("Returns have a negative quantity.", "Returns count below zero."));
  await press(page, "Control+z", "Control+z");
  expect(await textOf(page)).toBe(merged);
});

test("nothing complained, and forgetting everything forgets the versions too", async () => {
  await ask(page, "forget everything");
  await page.getByRole("button", { name: "Forget everything" }).press("Enter");
  await page.getByText("Everything kept on this machine is gone.").first().waitFor();
  await openNotebook(page, shop);
  await ask(page, "history");
  await panel().getByText("No versions yet.").waitFor();
  await press(page, "Tab", "Enter");
  await panel()
    .getByRole("radio", { name: /kept by you/ })
    .waitFor();
  expect(await findings(panel())).toEqual([]);
  expect(at.complaints).toEqual([]);
});
