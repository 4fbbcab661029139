import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { press, textOf, write } from "./page-parts.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = (await opened(browser)).page;
});
afterAll(() => browser?.close());

const notebook = `---
format: 1
title: "Keys"
timezone: "UTC"
---

First words.

\`\`\`cell table one
\`\`\`

\`\`\`cell table two
\`\`\`

Last words.
`;

beforeEach(async () => {
  await openNotebook(page, notebook);
  await page.locator("notebook-cell").first().focus();
});

const chosen = (): Promise<string> => page.locator("notebook-column [data-block][selected]").evaluate((block) => block.shadowRoot!.textContent);

test("J and K and the arrows go from block to block, and stop at the ends", async () => {
  expect(await chosen()).toContain("one");
  await press(page, "j");
  expect(await chosen()).toContain("two");
  await press(page, "ArrowDown", "j", "j");
  expect(await chosen()).toContain("Last words.");
  await press(page, "k", "ArrowUp", "k", "k", "k");
  expect(await chosen()).toContain("First words.");
});

test.each([
  ["A", "a", /First words\.\n\n<!-- cell -->\n\nNew\.\n\n```cell table one/],
  ["B", "b", /```cell table one\n```\n\nNew\.\n\n```cell table two/],
  ["M", "m", /```cell table one\n```\n\nNew\.\n\n```cell table two/],
])("%s opens words to write in beside the cell", async (_, key, written) => {
  await press(page, key);
  const area = page.getByRole("textbox", { name: "Text, as Markdown" });
  await area.waitFor();
  await write(page, "New.");
  await press(page, "Escape");
  await area.waitFor({ state: "detached" });
  expect(await textOf(page)).toMatch(written);
});

test("D twice deletes the cell and Z brings it back; D once does nothing", async () => {
  await press(page, "d", "j");
  expect(await textOf(page)).toBe(notebook);
  await press(page, "d", "d");
  expect(await textOf(page)).not.toContain("cell table two");
  await press(page, "z");
  expect(await textOf(page)).toBe(notebook);
});

test("Enter opens the words of a text, and the form of a cell; Escape goes back to the block", async () => {
  await page.getByRole("button", { name: "Close the inspector" }).click();
  await page.locator("notebook-cell").first().focus();
  await press(page, "Enter");
  await page.locator("cell-inspector").getByRole("tab", { name: "Parameters", selected: true }).waitFor();
  await press(page, "k", "Enter");
  await page.getByRole("textbox", { name: "Text, as Markdown" }).waitFor();
  await press(page, "Escape", "j");
  expect(await chosen()).toContain("one");
});

test("Alt and the arrows move the cell", async () => {
  await press(page, "Alt+ArrowDown");
  expect(await textOf(page)).toMatch(/cell table two[^]*cell table one/);
  await press(page, "Alt+ArrowUp");
  expect(await textOf(page)).toBe(notebook);
});

test("letters typed into a field are the field's own", async () => {
  await press(page, "/");
  await page.keyboard.type("dd z");
  expect(await page.getByRole("searchbox").inputValue()).toBe("dd z");
  expect(await textOf(page)).toBe(notebook);
  await page.getByRole("searchbox").fill("");
});

test("? shows every key, and Escape puts the overview away", async () => {
  await press(page, "?");
  const overview = page.locator("key-help");
  await overview.getByText("Run the cell and go to the next").waitFor();
  expect(await page.getByRole("dialog", { name: "Keys" }).isVisible()).toBe(true);
  expect(await overview.locator("kbd").count()).toBeGreaterThan(15);
  await press(page, "Escape");
  await overview.getByText("Run the cell and go to the next").waitFor({ state: "hidden" });
});
