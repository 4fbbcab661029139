import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { opened } from "./opened.ts";
import { ask, cellOf, press, textOf, write } from "./page-parts.ts";
import { openShop } from "./shop.ts";

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await opened(browser));
  await openShop(page);
});
afterAll(() => browser?.close());

/** Waits until the notebook's file says something. */
const says = (words: string): Promise<unknown> => page.waitForFunction((wanted) => window.journeybook.text().includes(wanted), words);

test("a comment is written below a cell by one key, is about it, and follows it when it is renamed", async () => {
  await cellOf(page, "comeback").focus();
  await press(page, "n");
  await write(page, "Is July *late*?");
  await press(page, "Escape");
  await says('```comment\nabout: "comeback"\ntext: "Is July *late*?"\nresolved: false\n```'.replace("resolved: false\n", ""));
  expect(
    await page
      .locator("note-block")
      .getByText("late", { exact: true })
      .evaluate(({ tagName }) => tagName),
  ).toBe("EM");
  await page.evaluate(async () => window.journeybook.open(window.journeybook.text().replaceAll("comeback", "return_rate")));
  await says('about: "return_rate"');
});

test("a comment that is resolved is folded, and undo opens it again", async () => {
  await page.locator("note-block").hover();
  await page.getByRole("button", { name: "Resolve this comment" }).click();
  await says("resolved: true");
  expect(await page.locator("note-block details").getAttribute("open")).toBeNull();
  await page.locator("note-block").focus();
  await press(page, "Control+z");
  await page.locator("note-block details").waitFor({ state: "detached" });
  expect(await textOf(page)).not.toContain("resolved");
});

test("a decision is written in a form, and reads from finding to change", async () => {
  await page.locator("note-block").focus();
  await ask(page, "Write down a decision");
  await page.getByRole("textbox", { name: "Finding" }).fill("Few come back.");
  await page.getByRole("textbox", { name: "Change" }).fill("Write after two weeks.");
  await page.getByRole("textbox", { name: /^Owner/ }).fill("Clara");
  await page.getByRole("button", { name: "Done" }).click();
  await says('finding: "Few come back."\nchange: "Write after two weeks."\nowner: "Clara"\nstatus: "proposed"\nresult: ""');
  const words = await page.locator("note-block .decision").innerText();
  expect(words.replaceAll(/\s+/g, " ")).toMatch(/Decision Proposed Clara.*Few come back\..*Write after two weeks\./i);
});

test("a reader sees both and can hide the comments", async () => {
  await press(page, "Control+.");
  await page.locator("reader-view .comment").waitFor();
  await page.getByRole("button", { name: "Hide comments" }).click();
  await page.locator("reader-view .comment").waitFor({ state: "detached" });
  expect(await page.locator("reader-view .decision").count()).toBe(1);
  expect(complaints).toEqual([]);
});
