import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { onDisk, opened, type Opened } from "./opened.ts";
import { cellOf, drop, press, settled } from "./page-parts.ts";
import { serve } from "./serve.ts";
import { tourCells, tourFiles, tourTitle } from "./tour.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe.each(["from a disk", "from a host"])("the page opened %s", (from) => {
  const isHosted = from === "from a host";
  let at: Opened;

  beforeAll(async () => {
    at = await opened(browser, isHosted ? host.url : onDisk);
  });
  afterAll(() => at?.context.close());

  test("begins with three ways in and says that nothing is uploaded", async () => {
    const { page } = at;
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
    for (const way of ["Choose files", "Open a notebook", "Start empty"])
      expect(await page.getByRole("button", { name: way }).isVisible()).toBe(true);
    expect(await page.getByText("Nothing is uploaded.").isVisible()).toBe(true);
    expect(await page.title()).toBe("Journeybook");
  });

  test("N starts an empty notebook, which says what to do", async () => {
    const { page } = at;
    await press(page, "n");
    await page.getByText("Drop a file anywhere on the page").waitFor();
    expect(await page.evaluate(() => window.journeybook.text())).toBe('---\nformat: 1\ntimezone: "Europe/Berlin"\n---\n');
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Go to the start page" }).click();
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
  });

  test("O asks for a notebook and opens the one that is chosen", async () => {
    const { page } = at;
    const asked = page.waitForEvent("filechooser");
    await press(page, "o");
    const text = '---\nformat: 1\ntitle: "Chosen"\n---\n\nWords.\n';
    await (await asked).setFiles({ name: "chosen.journey.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
    await page.getByRole("heading", { name: "Chosen", level: 1 }).waitFor();
    expect(await page.title()).toBe("Chosen · Journeybook");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Go to the start page" }).click();
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
    await page.getByRole("button", { name: /Chosen/ }).waitFor();
  });

  test("T opens the tour, and every cell of it runs once its file is there", async () => {
    const { page } = at;
    await press(page, "t");
    await page.getByRole("heading", { name: tourTitle, level: 1 }).waitFor();
    if (!isHosted) {
      await page.getByText("is not here yet").first().waitFor();
      await drop(page, tourFiles);
    }
    await settled(page, ...tourCells);
    expect(tourCells.length).toBeGreaterThan(3);
  });

  test("every figure has a title, words for who cannot see it, and a table twin", async () => {
    const { page } = at;
    for (const name of tourCells) {
      const cell = cellOf(page, name);
      await cell.locator("figure-view").first().waitFor();
      expect((await cell.getByRole("heading", { level: 2 }).innerText()).length).toBeGreaterThan(8);
      for (const image of await cell.locator("figure-view svg[role=img]").all()) {
        expect((await image.getAttribute("aria-label"))?.length).toBeGreaterThan(20);
      }
      await cell.getByRole("button", { name: "Table", exact: true }).click();
      const twin = page.locator("table-view");
      await twin.locator("tbody tr").first().waitFor();
      expect(await twin.getByRole("button", { name: "as drawn", exact: true }).getAttribute("aria-pressed")).toBe("true");
      await page.getByRole("button", { name: "Back to the notebook" }).click();
    }
  });

  test("asks for nothing but its own files, and breaks no rule", () => {
    expect(at.requests.filter((address) => !address.startsWith(host.url))).toEqual([]);
    if (!isHosted) expect(at.requests).toEqual([]);
    expect(at.complaints).toEqual([]);
  });
});
