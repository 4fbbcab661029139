import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { opened, onDisk } from "./opened.ts";
import { openChoosing } from "./report.ts";

/** What a printed page says of an element: its box and how it may be broken. */
interface Printed {
  tag: string;
  height: number;
  width: number;
  right: number;
  inside: string;
}

const seen = (page: Page, selector: string): Promise<Printed[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { height, width, right } = element.getBoundingClientRect();
      return { tag: element.tagName.toLowerCase(), height, width, right, inside: getComputedStyle(element).breakInside };
    }),
  );

/** A sheet of A4 within margins of 17 and 20 mm, in CSS pixels. */
const sheet = { width: 665, height: 971 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe("on paper", () => {
  let page: Page;
  beforeAll(async () => {
    page = (await opened(browser, `${onDisk}?view=read`, { theme: "dark", ...sheet })).page;
    await openChoosing(page);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
  });
  afterAll(() => page?.context().close());

  test("every figure is whole: it may not be broken, its plots fit a sheet, and none is wider than it", async () => {
    const figures = await seen(page, "reader-cell figure-view");
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      expect(figure.inside).toBe("avoid");
      expect(figure.right).toBeLessThanOrEqual(sheet.width + 1);
    }
    // What is higher than a sheet is broken between its plots, and a plot is never cut: each fits with its caption.
    const plots = await seen(page, "reader-cell .figure-plot");
    expect(plots.length).toBeGreaterThanOrEqual(figures.length);
    for (const plot of plots) expect(plot.height).toBeLessThan(sheet.height * 0.9);
    expect(figures.filter(({ height }) => height > sheet.height).length).toBeLessThan(2);
  });

  test("the colours are the light ones, whatever the screen has", async () => {
    const colours = await page.locator("reader-view").evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.backgroundColor, getComputedStyle(element.shadowRoot!.querySelector("h1")!).color];
    });
    // --paper and --ink of the light theme, as the tokens have them.
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(28, 30, 34)"]);
  });

  test("what can be pressed is gone, and each cell says its definition, its n and its parameters", async () => {
    for (const part of ["reader-view .bar", "reader-view nav", "reader-cell .ways"])
      for (const element of await page.locator(part).all()) expect(await element.isVisible(), part).toBe(false);
    const first = page.locator("reader-cell").first();
    expect(await first.locator(".subtitle").first().isVisible()).toBe(true);
    expect(await first.locator(".note").first().innerText()).toMatch(/^n [\d,]+ customers/);
    expect(await first.locator(".written").innerText()).toMatch(/^retention comeback: from customers/);
  });

  test("a page of PDF has the title at its head, and the print command comes back to the editor", async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.length).toBeLessThan(12);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Open as notebook" }).click();
    await page.evaluate(() => {
      window.print = () =>
        void (window.name = `printed ${document.querySelector("journey-book")!.shadowRoot!.querySelectorAll("reader-view").length}`);
    });
    await page.keyboard.press("Control+p");
    await page.waitForFunction(() => window.name === "printed 1");
    await page.locator("notebook-frame").waitFor();
  });
});
