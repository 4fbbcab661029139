import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { cellOf, press, settled, textOf } from "./page-parts.ts";
import { openShop, shop } from "./shop.ts";

let browser: Browser;
let at: Opened;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
  page = at.page;
});
afterAll(() => browser?.close());
beforeEach(() => openShop(page));

const names = async (): Promise<string[]> => [...(await textOf(page)).matchAll(/^```cell [a-z]+ ([a-z0-9_]+)$/gm)].map((match) => match[1]!);
const choose = (name: string): Promise<void> => cellOf(page, name).focus();
const fromMenu = async (name: string, item: string): Promise<void> => {
  await choose(name);
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

describe("editing a notebook", () => {
  test("a parameter changed in the form changes the result, and the figure with it", async () => {
    await choose("comeback");
    const before = await result(page, "comeback", "main");
    await page.locator("cell-inspector").getByRole("radio", { name: "Week" }).check();
    await page.waitForFunction(() => window.journeybook.text().includes('grain: "week"'));
    await settled(page, "comeback");
    const after = await result(page, "comeback", "main");
    expect(new Set(after.tables["main"]!["cohort"]).size).toBeGreaterThan(2 * new Set(before.tables["main"]!["cohort"]).size);
    await cellOf(page, "comeback")
      .getByText(/the next week|a week.s new customers/i)
      .first()
      .waitFor();
  });

  test("a cell is added from the library below the selected one, and from the bar between two", async () => {
    await choose("customers");
    await page.locator("rail-library").getByRole("button", { name: "retention" }).click();
    await cellOf(page, "retention").waitFor();
    expect(await names()).toEqual(["orders", "paid", "customers", "retention", "comeback", "by_channel"]);
    await choose("orders");
    await page.locator("insert-bar[shown]").first().getByRole("button", { name: "Cell" }).click();
    await page.getByRole("menuitem", { name: /^Table/ }).click();
    await cellOf(page, "table").waitFor();
    expect(await names()).toEqual(["orders", "table", "paid", "customers", "retention", "comeback", "by_channel"]);
  });

  test("a renamed cell takes the references to it along, and nothing runs again", async () => {
    await choose("customers");
    await press(page, "F2");
    await page.getByRole("textbox", { name: "Name of the cell" }).fill("buyers");
    await press(page, "Enter");
    await cellOf(page, "buyers").waitFor();
    expect(await names()).toEqual(["orders", "paid", "buyers", "comeback", "by_channel"]);
    expect((await textOf(page)).match(/^from: "buyers"$/gm)).toHaveLength(2);
    await settled(page, "buyers", "comeback", "by_channel");
  });

  test("a name that cannot be one is told and changes nothing", async () => {
    await choose("customers");
    await press(page, "F2");
    await page.getByRole("textbox", { name: "Name of the cell" }).fill("My customers");
    await press(page, "Enter");
    await page.locator("notice-bar").getByText("cannot be the name of a cell").first().waitFor();
    expect(await textOf(page)).toBe(shop);
  });

  test("duplicate, move and delete do as they say, and the notice takes a deletion back", async () => {
    await fromMenu("comeback", "Duplicate");
    await cellOf(page, "comeback_2").waitFor();
    await settled(page, "comeback_2");
    await fromMenu("comeback_2", "Move up");
    expect(await names()).toEqual(["orders", "paid", "customers", "comeback_2", "comeback", "by_channel"]);
    await fromMenu("paid", "Delete");
    await page.waitForFunction(() => window.journeybook.result("comeback").state === "blocked");
    expect(await names()).not.toContain("paid");
    await page.locator("notice-bar").getByRole("button", { name: "Undo" }).click();
    await settled(page, "comeback", "comeback_2");
    expect(await names()).toEqual(["orders", "paid", "customers", "comeback_2", "comeback", "by_channel"]);
  });

  test("words are written, and kept as they are", async () => {
    await page.getByText("Do the app's customers come back").dblclick();
    await page.getByRole("textbox", { name: "Text, as Markdown" }).fill("Do *app* customers stay?");
    await press(page, "Escape");
    await page.getByText("customers stay?").waitFor();
    expect(await textOf(page)).toBe(shop.replace("Do the app's customers come back more often?", "Do *app* customers stay?"));
  });

  test("undo by keyboard goes back through everything to the same text, and redo forward again", async () => {
    await fromMenu("comeback", "Duplicate");
    await cellOf(page, "comeback_2").waitFor();
    await press(page, "Alt+ArrowUp", "d", "d");
    await cellOf(page, "comeback_2").waitFor({ state: "detached" });
    await choose("comeback");
    await page.locator("cell-inspector").getByRole("radio", { name: "Quarter" }).check();
    await choose("paid");
    await press(page, "F2");
    await page.getByRole("textbox", { name: "Name of the cell" }).fill("sold");
    await press(page, "Enter");
    await cellOf(page, "sold").waitFor();
    const last = await textOf(page);
    expect(last).toContain('grain: "quarter"');
    const steps = 5;
    for (let step = 0; step < steps; step++) await press(page, "Control+z");
    expect(await textOf(page)).toBe(shop);
    await press(page, "z");
    expect(await textOf(page)).toBe(shop);
    for (let step = 0; step < steps; step++) await press(page, "Control+Shift+z");
    expect(await textOf(page)).toBe(last);
  });

  test("nothing of this was complained about", () => {
    expect(at.complaints).toEqual([]);
  });
});
