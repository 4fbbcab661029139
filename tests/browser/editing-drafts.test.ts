import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened, openedIn } from "./opened.ts";
import { press, textOf, write } from "./page-parts.ts";

let browser: Browser;

const text = '---\nformat: 1\ntitle: "Kept"\n---\n\nFirst words.\n';

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("a second tab of one notebook is told, and neither draft is written over", async () => {
  const first = await opened(browser);
  await openNotebook(first.page, text);
  await first.page.locator("prose-text").focus();
  await press(first.page, "b");
  await write(first.page, "From the first tab.");
  await press(first.page, "Escape");
  await first.page.getByText("a draft is kept here").waitFor();
  const second = await openedIn(first.context);
  await second.page.getByRole("button", { name: /Kept/ }).click();
  await second.page.getByText("This notebook is open in another tab too.").first().waitFor();
  await second.page.locator("prose-text").first().focus();
  await press(second.page, "d", "d");
  await second.page.getByText("a draft is kept here").waitFor();
  await first.page.reload();
  await first.page.waitForFunction(() => window.journeybook.text().includes("First words."));
  expect(await textOf(first.page)).toContain("From the first tab.");
  await first.context.close();
});

test("a tab that was killed finds its notebook again, with what was folded and the way back", async () => {
  const { page, context } = await opened(browser);
  await openNotebook(page, text);
  const before = await textOf(page);
  await page.locator("prose-text").focus();
  await press(page, "b");
  await write(page, "Not saved.");
  await press(page, "Escape");
  await page.getByText("a draft is kept here").waitFor();
  await page.reload();
  await page.getByText("Restored what you had not saved.").first().waitFor();
  expect(await textOf(page)).toContain("Not saved.");
  await page.locator("prose-text").first().focus();
  await press(page, "z", "z");
  expect(await textOf(page)).toBe(before);
  await context.close();
});

test("a full disk is said, and the notebook is still here to be saved", async () => {
  const { page, context } = await opened(browser);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await openNotebook(page, text);
  await page.getByText("The browser has no room left for drafts.").first().waitFor();
  await page.locator("prose-text").focus();
  await press(page, "b");
  await write(page, "Still here.");
  await press(page, "Escape");
  const download = page.waitForEvent("download");
  await press(page, "Control+s");
  expect((await download).suggestedFilename()).toMatch(/\.journey\.md$/);
  expect(await textOf(page)).toContain("Still here.");
  await context.close();
});
