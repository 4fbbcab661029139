import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkOf } from "../../src/share/link/notebook-link.ts";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { onDisk, opened, openedIn } from "./opened.ts";
import { ask, cellOf, press, settled, textOf } from "./page-parts.ts";
import { choosing, openChoosing } from "./report.ts";
import { orders, shop } from "./shop.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

const findings = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(where: Document): Promise<{ violations: Violation[] }> } };
    const { violations } = await checker.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ""}`),
    );
  });

/** The message the page shows. */
const said = (page: Page, words: string) => page.getByRole("region", { name: "Message" }).getByText(words);

const grainOf = async (page: Page, cell: string): Promise<number> => (await result(page, cell, "main")).tables["main"]!["cohort"]!.length;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe("a control in the notebook", () => {
  let page: Page;

  beforeAll(async () => {
    page = (await opened(browser)).page;
    await openChoosing(page);
  });
  afterAll(() => page?.context().close());

  test("changes two cells in one step, and one undo brings both back", async () => {
    const before = [await grainOf(page, "comeback"), await grainOf(page, "by_channel")];
    await cellOf(page, "choices").getByText("Quarter", { exact: true }).click();
    await page.waitForFunction(() => window.journeybook.text().includes('"value":"quarter"'));
    await settled(page, "comeback", "by_channel");
    const after = [await grainOf(page, "comeback"), await grainOf(page, "by_channel")];
    expect(after[0]).toBeLessThan(before[0]!);
    expect(after[1]).toBeLessThan(before[1]!);
    await cellOf(page, "choices").focus();
    await press(page, "Control+z");
    expect(await textOf(page)).toContain('"value":"month"');
    await settled(page, "comeback", "by_channel");
    expect([await grainOf(page, "comeback"), await grainOf(page, "by_channel")]).toEqual(before);
  });

  test("is let go in the form with the value it has, and followed again", async () => {
    await cellOf(page, "comeback").focus();
    await page.locator("param-form").getByRole("button", { name: "Take the control off" }).click();
    await page.waitForFunction(() => window.journeybook.text().includes('grain: "month"'));
    await page.locator("param-form").getByRole("button", { name: "Let Grain follow a control" }).click();
    await page.waitForFunction(() => !window.journeybook.text().includes('grain: "month"'));
    expect(await textOf(page)).toBe(choosing);
  });
});

describe.each(["light", "dark"] as const)("the reader view in %s", (theme) => {
  let page: Page;

  beforeAll(async () => {
    page = (await opened(browser, `${onDisk}?view=read`, { theme })).page;
    await openChoosing(page);
    await page.evaluate(axe);
  });
  afterAll(() => page?.context().close());

  test("has findings, contents and notes, and no tool to edit with", async () => {
    expect(await page.locator("reader-cell").count()).toBe(2);
    expect(await page.locator("side-rail, cell-inspector, insert-bar, cell-menu, prose-editor, top-bar").count()).toBe(0);
    expect(await page.getByRole("navigation", { name: "Contents" }).getByRole("button").count()).toBeGreaterThan(2);
    await page.getByRole("heading", { name: "How this was computed" }).waitFor();
    const last = page.getByRole("navigation", { name: "Contents" }).getByRole("button", { name: "How this was computed" });
    await last.click();
    await page.waitForFunction(() => document.querySelector("journey-book")!.shadowRoot!.querySelector("reader-view")!.scrollTop > 0);
    expect(await last.getAttribute("aria-current")).toBe("true");
    const text = await textOf(page);
    await press(page, "d", "d", "b", "Delete", "Control+z");
    expect(await textOf(page)).toBe(text);
  });

  test("has nothing that axe finds, tables open too", async () => {
    await page.getByRole("button", { name: "Table of comeback" }).click();
    await page
      .getByRole("region", { name: /^Table of comeback/ })
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test("takes a choice without writing it, and gives it up with the view", async () => {
    const before = await grainOf(page, "comeback");
    await page.locator("control-panel").getByText("Quarter", { exact: true }).click();
    await page.waitForFunction((many) => window.journeybook.result("comeback").tables["main"]!["cohort"]!.length < many, before);
    expect(await textOf(page)).toBe(choosing);
    await page.getByRole("button", { name: "Open as notebook" }).click();
    await settled(page, "comeback", "by_channel");
    expect(await grainOf(page, "comeback")).toBe(before);
    await press(page, "Control+.");
    await page.locator("reader-view").waitFor();
  });
});

test("an author hides a cell from readers, and the file says so in one line", async () => {
  const { page } = await opened(browser, `${onDisk}?view=read`);
  const hidden = shop.replace("replicates: 200\n```\n\nDo the", 'replicates: 200\nreader: "hide"\n```\n\nDo the');
  await openNotebook(page, hidden, { "orders.csv": orders });
  await page.locator("reader-cell figure-view").first().waitFor();
  expect(await page.locator("reader-cell").count()).toBe(1);
  expect(await textOf(page)).toBe(hidden);
  await page.context().close();
});

describe("a link", () => {
  test("is copied without data, and opens to a notebook that waits for its files", async () => {
    const { page, context } = await opened(browser);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openNotebook(page, shop, { "orders.csv": orders });
    await ask(page, "copy a link");
    await said(page, "The link is copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/^#nb=[A-Za-z0-9_-]+$/);

    // In the browser that has just had the files: they are not taken.
    const { page: other, requests } = await openedIn(context, onDisk + link);
    await other.waitForFunction(() => window.journeybook.text().includes("comeback"));
    expect(await textOf(other)).toBe(shop);
    expect((await result(other, "orders")).state).toBe("missing");
    expect(await other.evaluate(() => location.hash)).toBe("");
    expect(requests.filter((address) => address !== onDisk)).toEqual([]);
    await context.close();
  });

  test("names what it leaves out before anything is copied", async () => {
    const { page, context } = await opened(browser);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openNotebook(page, shop.replace("One row per product in an order.", "Ask ida@shop.example about the orders."));
    await ask(page, "copy a link");
    await said(page, "leaves out e-mail addresses (1)").waitFor();
    await page.getByRole("button", { name: "Copy it" }).click();
    await said(page, "The link is copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^#nb=/);
    await context.close();
  });

  test("of a stranger that is broken or a bomb does no harm and says what is wrong", async () => {
    const { page, complaints } = await opened(browser, `${onDisk}#nb=AAAA`);
    await said(page, "The link does not hold a whole notebook.").waitFor();
    await page.evaluate((bomb) => (location.hash = bomb), await linkOf("a".repeat(40_000_000)));
    await said(page, "The link holds more than a notebook").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
