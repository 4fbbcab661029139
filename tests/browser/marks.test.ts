import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { result } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { cellOf, press, settled, textOf } from "./page-parts.ts";
import { openShop } from "./shop.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  ({ page } = await opened(browser));
});
afterAll(() => browser?.close());
beforeEach(() => openShop(page));

const menu = (): Locator => page.getByRole("dialog", { name: "Customers behind the mark" });
const count = async (): Promise<number> => {
  await menu().getByRole("button").first().waitFor();
  return Number(/[\d,]+/.exec(await menu().locator(".count").innerText())![0].replaceAll(",", ""));
};

/** Opens what can be done with the customers of the heat map's second mark, by keyboard. */
async function openMenu(): Promise<void> {
  const figure = cellOf(page, "comeback")
    .getByRole("group", { name: /^Figure/ })
    .first();
  await figure.focus();
  await press(page, "ArrowRight", "ArrowRight", "Enter");
  await menu().waitFor();
}

describe("the customers behind a mark", () => {
  test("are counted by keyboard, and as many as the mark says", async () => {
    await openMenu();
    const said = await menu().innerText();
    const [, cohort, period] = /cohort (\d{4}-\d{2}-\d{2}), period (\d+)/.exec(said)!;
    const { cohort: cohorts, period: periods, active } = (await result(page, "comeback", "main")).tables["main"]!;
    const row = cohorts!.findIndex((start, at) => start === cohort && periods![at] === Number(period));
    expect(await count()).toBe(active![row]);
  });

  test("make a segment with as many customers, which an undo takes away", async () => {
    await openMenu();
    const many = await count();
    const before = await textOf(page);
    await menu().getByRole("button", { name: "Make a segment of these" }).click();
    await settled(page, "comeback_segment");
    const { segment, customers } = (await result(page, "comeback_segment", "main")).tables["main"]!;
    expect(customers![segment!.findIndex((name) => String(name).startsWith("comeback: cohort"))]).toBe(many);
    await cellOf(page, "comeback_segment").focus();
    await press(page, "Control+z");
    expect(await textOf(page)).toBe(before);
  });

  test("are exported one a line, after a word of warning", async () => {
    await openMenu();
    const many = await count();
    await menu().getByRole("button", { name: "Export these customers" }).click();
    await menu().getByText("personal data").waitFor();
    const download = page.waitForEvent("download");
    await menu()
      .getByRole("button", { name: /^Export \d/ })
      .click();
    const lines = (await readFile(await (await download).path(), "utf8")).trim().split(/\r?\n/);
    expect(lines[0]).toContain("customer");
    expect(new Set(lines.slice(1)).size).toBe(many);
  });

  test("stay where they are when Escape closes the menu, and the figure has the keyboard again", async () => {
    await openMenu();
    await menu().getByRole("button").first().waitFor();
    await press(page, "Escape");
    await menu().waitFor({ state: "detached" });
    await press(page, "ArrowRight", "Enter");
    await menu().waitFor();
    expect(await menu().innerText()).toContain("comeback");
  });
});

describe("rules of a segment in the form", () => {
  test("are added, changed and taken out, and the sizes follow", async () => {
    await openMenu();
    await menu().getByRole("button", { name: "Make a segment of these" }).click();
    await settled(page, "comeback_segment");
    await cellOf(page, "comeback_segment").focus();
    const form = page.locator("cell-inspector");
    await form.getByRole("button", { name: "Segment", exact: true }).click();
    const added = form.getByRole("group", { name: "Segment segment 2", exact: true });
    await added.getByRole("textbox", { name: "Name of the segment" }).fill("regulars");
    await press(page, "Tab");
    await settled(page, "comeback_segment");
    const named = form.getByRole("group", { name: "Segment regulars", exact: true });
    const size = async (): Promise<number> => {
      await settled(page, "comeback_segment");
      const { segment, customers } = (await result(page, "comeback_segment", "main")).tables["main"]!;
      return customers![segment!.indexOf("regulars")] as number;
    };
    const twice = await size();
    await named.getByRole("spinbutton", { name: "At least" }).fill("5");
    await press(page, "Tab");
    await page.waitForFunction((text) => window.journeybook.text().includes(text), '"atLeast":5');
    expect(await size()).toBeLessThan(twice);
    await named.getByRole("button", { name: "Remove regulars" }).click();
    await page.waitForFunction(() => !window.journeybook.text().includes("regulars"));
    await settled(page, "comeback_segment");
    expect((await result(page, "comeback_segment", "main")).tables["main"]!["segment"]).not.toContain("regulars");
  });
});
