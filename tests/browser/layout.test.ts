import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { opened } from "./opened.ts";
import { cellOf } from "./page-parts.ts";
import { openShop } from "./shop.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** 720 × 450 is what is left of 1440 × 900 at 200 % zoom, and 640 × 400 of 1280 × 800. */
const windows = [
  { width: 1440, height: 900, rail: "open", inspector: "beside" },
  { width: 1280, height: 800, rail: "folded", inspector: "beside" },
  { width: 1100, height: 800, rail: "folded", inspector: "drawer" },
  { width: 720, height: 450, rail: "folded", inspector: "drawer" },
  { width: 640, height: 400, rail: "folded", inspector: "drawer" },
];

describe.each(windows)("in a window of $width × $height", ({ width, height, rail, inspector }) => {
  let page: Page;

  beforeAll(async () => {
    page = (await opened(browser, undefined, { width, height })).page;
  });
  afterAll(() => page?.context().close());

  const sideways = (): Promise<number[]> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth - clientWidth, document.body.scrollWidth - document.body.clientWidth];
    });

  test("the start page fits, with no word of a button cut", async () => {
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
    expect(await sideways()).toEqual([0, 0]);
    expect(await page.evaluate(cutWords)).toEqual([]);
  });

  test(`the rail is ${rail}, and the inspector ${inspector === "beside" ? "stands beside the column" : "is a drawer over it"}`, async () => {
    await openShop(page);
    await cellOf(page, "comeback").focus();
    const outline = page.locator("rail-outline");
    expect(await outline.isVisible()).toBe(rail === "open");
    const drawer = page.locator("cell-inspector");
    expect(await drawer.isVisible()).toBe(inspector === "beside");
    if (inspector === "drawer") {
      await page.getByRole("button", { name: "Inspector" }).click();
      expect(await drawer.evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
    }
    const { x, width: wide } = (await drawer.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
  });

  test("the notebook and each form fit, with no word of a control cut", async () => {
    for (const name of ["orders", "paid", "customers", "comeback", "by_channel"]) {
      await cellOf(page, name).focus();
      await page.locator("cell-inspector .name", { hasText: name }).waitFor();
      expect(await sideways()).toEqual([0, 0]);
      expect(await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
      expect(await page.locator("cell-inspector").evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
      expect(await page.evaluate(cutWords)).toEqual([]);
    }
  });

  test("Tab goes through the page, and shows at each stop where it is", async () => {
    if (inspector === "drawer") await page.getByRole("button", { name: "Close the inspector" }).click();
    await page.locator("top-bar button").first().focus();
    const stops = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(focused);
      if (stop === null) break;
      expect(stop.shown ? "shown" : stop.what).toBe("shown");
      expect(stop.inside ? "in view" : stop.what).toBe("in view");
      stops.add(stop.what);
    }
    expect(stops.size).toBeGreaterThan(12);
  });
});

/** Controls and labels whose words are wider than they are. Runs in the page. */
function cutWords(): string[] {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))]);
  return (
    all(document)
      .filter((element) => element.matches("button, label, h2, summary, kbd, .badge, [role=tab], .hint") && !element.matches(".row"))
      // The title stands whole above the notebook.
      .filter((element) => (element.getRootNode() as ShadowRoot).host?.localName !== "notebook-title")
      .filter(
        (element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline",
      )
      .map(
        (element) =>
          `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)} ${element.scrollWidth} > ${element.clientWidth}`,
      )
  );
}

/** What has the keyboard, whether that shows, and whether it is in view; null when it has left the page. Runs in the page. */
function focused(): { what: string; shown: boolean; inside: boolean } | null {
  let element: Element | null = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body) return null;
  // Some fields are framed as a whole, and a block shows it by its bar.
  const frames: (Element | null | undefined)[] = [
    element,
    element.closest("label"),
    element.parentElement,
    element.shadowRoot?.querySelector(".bar"),
  ];
  const shown = frames.some((frame) => {
    if (!frame) return false;
    const { outlineStyle, outlineWidth, borderLeftWidth } = getComputedStyle(frame);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1.5) || (frame.matches(".bar") && borderLeftWidth === "5px");
  });
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  const inside = width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  return {
    what: `${element.localName}.${element.className} ${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 30)}`,
    shown,
    inside,
  };
}
