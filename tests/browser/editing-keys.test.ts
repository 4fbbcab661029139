import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { ask, palette, press, textOf } from "./page-parts.ts";

let browser: Browser;
let at: Opened;
let page: Page;

const fence = "```";
const text = `---
format: 1
title: "Orders"
---

# Where we stand

${fence}cell source orders
file: "orders.csv"
${fence}

${fence}cell table paid
from: "orders"
verbs:
  - {"filter":"price > 0"}
${fence}

${fence}cell table large
from: "paid"
verbs:
  - {"filter":"price > 10"}
${fence}
`;
const orders = { "orders.csv": Buffer.from("id,price\n1,5\n2,20\n3,-1\n") };

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
  page = at.page;
});
afterAll(() => browser?.close());
beforeEach(() => openNotebook(page, text, orders));

const cells = async (): Promise<string[]> => [...(await textOf(page)).matchAll(/^```cell \S+ (\S+)/gm)].map((match) => match[1]!);
const focus = (name: string) => page.locator(`notebook-cell:has(section[aria-label$=" ${name}"])`).focus();
const chosen = () => page.locator("notebook-column [data-block][selected]").count();

test("the palette finds a cell by a few letters and goes to it", async () => {
  await press(page, "Control+k");
  const field = palette(page);
  await field.fill("lrg");
  expect(await field.getAttribute("aria-activedescendant")).toBe("option-0");
  await press(page, "Enter");
  await page.locator('notebook-cell[selected]:has(section[aria-label$=" large"])').waitFor();
  expect(await palette(page).count()).toBe(0);
});

test("the palette adds a kind, and shows what was chosen last first", async () => {
  await ask(page, "journ");
  expect(await cells()).toContain("journey");
  await press(page, "Control+k");
  await page.getByRole("group", { name: "Recent" }).waitFor();
  await press(page, "Escape");
});

test("Shift and arrows choose several cells, which move, copy and go together", async () => {
  await focus("paid");
  await press(page, "Shift+ArrowDown");
  expect(await chosen()).toBe(2);
  await press(page, "Alt+ArrowUp");
  expect(await cells()).toEqual(["paid", "large", "orders"]);
  await press(page, "c", "v");
  expect(await cells()).toEqual(["paid", "large", "paid_2", "large_2", "orders"]);
  expect(await textOf(page)).toContain('from: "paid_2"');
  await press(page, "d", "d");
  expect(await cells()).toEqual(["paid", "large", "orders"]);
  await press(page, "Control+z", "Control+z", "Control+z");
  expect(await cells()).toEqual(["orders", "paid", "large"]);
});

test("a drag by the handle moves a cell to where the line is, and Escape leaves it where it was", async () => {
  const large = page.locator('notebook-cell:has(section[aria-label$=" large"])');
  const source = page.locator('notebook-cell:has(section[aria-label$=" orders"])');
  const drag = async (): Promise<void> => {
    await source.scrollIntoViewIfNeeded();
    await large.hover();
    const handle = (await large.locator(".handle").boundingBox())!;
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, handle.y - 20, { steps: 3 });
    const goal = (await source.boundingBox())!;
    await page.mouse.move(handle.x + 8, Math.max(120, goal.y + 4), { steps: 3 });
    await page.locator("insert-bar[target]").waitFor();
  };
  const before = await textOf(page);
  await drag();
  await press(page, "Escape");
  await page.mouse.up();
  expect(await textOf(page)).toBe(before);
  await drag();
  await page.mouse.up();
  expect((await cells()).indexOf("large")).toBeLessThan(2);
});

test("O folds the output of a cell and brings it back, and the notebook stays as it is", async () => {
  const before = await textOf(page);
  await focus("paid");
  await press(page, "o");
  await page.getByRole("button", { name: "Show the output" }).waitFor();
  await press(page, "o");
  expect(await page.getByRole("button", { name: "Show the output" }).count()).toBe(0);
  expect(await textOf(page)).toBe(before);
});

test("single letters can be switched off, and the overview says so", async () => {
  await focus("paid");
  await press(page, "?");
  const letters = page.getByRole("checkbox", { name: "Single letters do something" });
  await letters.uncheck();
  await press(page, "Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const before = await textOf(page);
  await focus("paid");
  await press(page, "d", "d");
  expect(await textOf(page)).toBe(before);
  await ask(page, "single letter keys on");
  await focus("paid");
  await press(page, "d", "d");
  expect(await textOf(page)).not.toBe(before);
});

test("the page complained of nothing", () => {
  expect(at.complaints).toEqual([]);
});
