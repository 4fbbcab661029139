import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launch, type Browser as Firefox, type Page as FirefoxPage } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { findFirefox } from "../tools/firefox.ts";
import { openNotebook, type PageResult } from "./journeybook.ts";
import { onDisk, opened } from "./opened.ts";
import { dist } from "./serve.ts";
import { tourCells, tourFiles, tourTitle } from "./tour.ts";

const program = findFirefox();
const tour = readFileSync(join(import.meta.dirname, "../../notebooks/tour.journey.md"), "utf8");

/** Browsers' own powers and logarithms differ in the last of 16 digits. */
const toTwelveDigits = (_key: string, value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
const rounded = (found: unknown): unknown => JSON.parse(JSON.stringify(found, toTwelveDigits));

/** What the cells found, without their tables' cells beyond the groups: rows of files are compared by their number. */
const findings = (names: readonly string[]): Omit<PageResult, "warnings">[] =>
  names.map((name) => {
    const { state, error, facts, n, excluded, tables, truncated } = window.journeybook.result(name);
    const small = Object.entries(tables).filter(([, columns]) => (Object.values(columns)[0]?.length ?? 0) <= 2000);
    return { state, error, facts, n, excluded, tables: Object.fromEntries(small), truncated };
  });

describe.skipIf(program === undefined)(`the tour in Firefox${program === undefined ? " (skipped: there is none on this machine)" : ""}`, () => {
  let firefox: Firefox;
  let chromium: Browser;
  let page: FirefoxPage;
  const complaints: string[] = [];

  beforeAll(async () => {
    firefox = await launch({ browser: "firefox", executablePath: program!, headless: true });
    chromium = await launchChromium();
    page = await firefox.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(onDisk);
    await page.waitForFunction(() => "journeybook" in window);
    const files = tourFiles.map(({ name, content }) => [name, Buffer.from(content).toString("base64")] as const);
    await page.evaluate(
      async (text, list) => {
        const blobs = list.map(
          ([name, base64]) => [name, new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name)] as const,
        );
        await window.journeybook.open(text, Object.fromEntries(blobs));
      },
      tour,
      files,
    );
  });
  afterAll(async () => {
    await firefox?.close();
    await chromium?.close();
  });

  test("opens from a disk and finds what Chromium finds", async () => {
    const inFirefox = await page.evaluate(findings, tourCells);
    const { page: other, context } = await opened(chromium);
    await openNotebook(other, tour, Object.fromEntries(tourFiles.map(({ name, content }) => [name, Buffer.from(content)])));
    const inChromium = await other.evaluate(findings, tourCells);
    await context.close();
    expect(inFirefox.map(({ state }) => state)).toEqual(tourCells.map(() => "done"));
    expect(rounded(inFirefox)).toEqual(rounded(inChromium));
  });

  test("opens as a shared page, computes again and copies itself byte for byte", async () => {
    const shared = join(dist, "tour.html");
    const reader = await firefox.newPage();
    await reader.goto(pathToFileURL(shared).href);
    await reader.waitForFunction((names: string[]) => names.every((name) => window.journeybook.result(name).state === "done"), {}, tourCells);
    const found = await reader.evaluate(findings, tourCells);
    expect(found.map(({ facts }) => facts)).toEqual((await page.evaluate(findings, tourCells)).map(({ facts }) => facts));
    const digest = await reader.evaluate(async () => {
      const copy = await window.journeybook.share({ level: "everything", view: "edit" });
      return [...new Uint8Array(await crypto.subtle.digest("SHA-256", await copy.arrayBuffer()))];
    });
    expect(digest).toEqual([...createHash("sha256").update(readFileSync(shared)).digest()]);
    await reader.close();
  });

  test("draws every figure, and complains of nothing", async () => {
    expect(await page.title()).toBe(`${tourTitle} · Journeybook`);
    const drawn = await page.evaluate(() => {
      const deep = (root: ParentNode): Element[] =>
        [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : deep(element.shadowRoot))]);
      return deep(document).filter((element) => element.localName === "notebook-cell").length;
    });
    expect(drawn).toBe(tourCells.length);
    expect(complaints).toEqual([]);
  });
});
