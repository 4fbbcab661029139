import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { cellOf, palette, press } from "./page-parts.ts";
import { openShop, shop } from "./shop.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { target: unknown; html: string; failureSummary?: string }[];
}

/** What axe finds, one line for each place. */
async function findings(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> } };
    // What moves into place is judged where it comes to rest.
    for (let frames = 0; frames < 3; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    }
    return (await checker.run(document, { resultTypes: ["violations"] })).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary?.split("\n").at(-1)}`),
  );
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(["light", "dark"] as const)("axe finds nothing in the %s page:", (theme) => {
  let page: Page;

  beforeAll(async () => {
    page = (await opened(browser, undefined, { theme })).page;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.evaluate(axe);
  });
  afterAll(() => page?.context().close());

  test("the start page", async () => {
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test("a notebook with its figures and the form of a cell", async () => {
    await openShop(page);
    await cellOf(page, "comeback").focus();
    await page.locator("cell-inspector").getByRole("radio", { name: "Month" }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test.each(["orders", "paid", "customers"])("the form of %s, with everything unfolded", async (name) => {
    await cellOf(page, name).focus();
    await page.locator("cell-inspector .name", { hasText: name }).waitFor();
    for (const fold of await page.locator("cell-inspector details:not([open]) > summary").all()) await fold.click();
    expect(await findings(page)).toEqual([]);
  });

  test.each(["Method", "Provenance"])("the inspector's tab %s", async (tab) => {
    await cellOf(page, "comeback").focus();
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("tab", { name: tab, selected: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Parameters" }).click();
  });

  test("the menus, open", async () => {
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Go to the start page" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
    await cellOf(page, "paid").focus();
    await page.getByRole("button", { name: "More for paid" }).click();
    await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
    await page.locator("insert-bar[shown]").first().getByRole("button", { name: "Cell" }).click();
    await page.getByRole("menuitem").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
  });

  test("the dialogs, open", async () => {
    await cellOf(page, "paid").focus();
    await press(page, "?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Forget everything" }).click();
    await page.getByRole("dialog", { name: /Forget/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByRole("dialog", { name: /Forget/ }).waitFor({ state: "hidden" });
  });

  test("the palette, and the dialog in which the notebook is shared", async () => {
    await cellOf(page, "paid").focus();
    await press(page, "Control+k");
    await palette(page).fill("ret");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
    await page.locator("top-bar").getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog", { name: "Share this notebook" });
    await dialog.waitFor();
    await page.getByRole("radio", { name: /^Figures and their tables/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("a table twin", async () => {
    await cellOf(page, "comeback").getByRole("button", { name: "Table", exact: true }).click();
    await page.locator("table-view tbody tr").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Back to the notebook" }).click();
  });

  test("a deletion's notice, and a cell that waits", async () => {
    await cellOf(page, "paid").focus();
    await press(page, "d", "d");
    await page.locator("notice-bar").getByRole("button", { name: "Undo" }).waitFor();
    expect(await findings(page)).toEqual([]);
    const [notice, frame] = [(await page.locator("notice-bar").boundingBox())!, (await page.locator("notebook-frame").boundingBox())!];
    expect(frame.y + frame.height).toBeLessThanOrEqual(notice.y);
  });

  test("words being written", async () => {
    await page.locator("prose-text").first().focus();
    await press(page, "Enter");
    await page.getByRole("textbox", { name: "Text, as Markdown" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, "Escape");
  });

  test("cells in trouble: a missing file, a wrong value, an unknown kind, a conflict", async () => {
    const wrong = shop.replace('grain: "month"', 'grain: "decade"');
    const rest = "\n```cell oracle future\nx: 1\n```\n\n<<<<<<< ours\n```cell table a\n```\n=======\n```cell table b\n```\n>>>>>>> theirs\n";
    await openNotebook(page, `${wrong}${rest}`);
    await page.getByText("is not here yet").waitFor();
    await page.locator("unknown-block").first().waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
