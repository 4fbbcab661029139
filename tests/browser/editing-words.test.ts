import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { ask, press, textOf, write } from "./page-parts.ts";

let browser: Browser;
let at: Opened;
let page: Page;

const fence = "```";
const text = `---
format: 1
title: "Orders"
---

Words of a [friend](https://example.org/a).

${fence}cell source orders
file: "orders.csv"
${fence}
`;

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
  page = at.page;
});
afterAll(() => browser?.close());
beforeEach(() => openNotebook(page, text, { "orders.csv": Buffer.from("id,price\n1,5\n") }));

test("prose is written with a live preview, and a session is one step of undo", async () => {
  const before = await textOf(page);
  await page.locator("prose-text").focus();
  await press(page, "Enter");
  await write(page, " More ");
  await press(page, "Control+b");
  await write(page, "words");
  await page.locator("prose-editor .prose strong", { hasText: "words" }).waitFor();
  await press(page, "Escape");
  expect(await textOf(page)).toContain("More **words**");
  await press(page, "Control+z");
  expect(await textOf(page)).toBe(before);
});

test("a link says where it leads before it is followed", async () => {
  await page.getByRole("link", { name: "friend" }).click();
  const dialog = page.locator("link-dialog");
  expect(await dialog.locator(".host").innerText()).toBe("example.org");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(at.requests).toEqual([]);
});

test("find and replace shows how it would read, and replaces in one step", async () => {
  const before = await textOf(page);
  await press(page, "Control+f");
  await page.getByRole("textbox", { name: /^Find in prose/ }).fill("orders");
  expect(await page.locator("find-panel [role=status]").innerText()).toBe("1 of 3");
  await page.getByRole("button", { name: "Replace", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Replace by" }).fill("sales");
  expect(await page.locator("find-panel ins").first().innerText()).toBe("sales");
  await page.getByRole("button", { name: "Replace all" }).click();
  expect(await textOf(page)).toContain('file: "sales.csv"');
  // The name is left to renaming, which changes what refers to it.
  expect(await textOf(page)).toContain("cell source orders");
  await press(page, "Escape", "Control+z");
  expect(await textOf(page)).toBe(before);
});

test("settings of the notebook are written into its head, and undone", async () => {
  const before = await textOf(page);
  await ask(page, "notebook settings");
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.fill("Europe/Lisbon");
  await zone.blur();
  await page.getByRole("button", { name: "Event" }).click();
  const what = page.getByRole("textbox", { name: "What happened" });
  await what.fill("Launch");
  await what.blur();
  const day = page.locator('annotation-list input[aria-label="From"]');
  await day.fill("2025-06-01");
  await day.blur();
  await page.waitForFunction(() => window.journeybook.text().includes("Launch"));
  expect(await textOf(page)).toContain('timezone: "Europe/Lisbon"');
  await page.locator("notebook-cell").focus();
  await press(page, "z", "z");
  expect(await textOf(page)).toBe(before);
});

test("the library puts an example into the notebook", async () => {
  await ask(page, "library");
  await page.getByRole("searchbox", { name: "Search kinds and functions" }).fill("table");
  await page.getByRole("button", { name: "Insert example" }).click();
  expect(await textOf(page)).toContain("cell table revenue_by_month");
});

test("cells run by hand only when they are told to", async () => {
  await ask(page, "by hand");
  await page.getByRole("button", { name: "Nothing to run" }).waitFor();
  await page.locator("notebook-cell").focus();
  await press(page, "Alt+Enter");
  await page.locator("prose-editor").waitFor();
  await press(page, "Escape");
  await ask(page, "table");
  await page.getByRole("button", { name: "by hand" }).click();
  expect(await page.getByRole("button", { name: "by hand" }).count()).toBe(0);
});

test("the page complained of nothing", () => {
  expect(at.complaints).toEqual([]);
});
