import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { cellOf, drop, inState, press, settled, textOf } from "./page-parts.ts";
import { orderLines, orders } from "./shop.ts";

let browser: Browser;
let at: Opened;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  at = await opened(browser);
  page = at.page;
});
afterEach(async () => {
  const { complaints, requests } = at;
  await at.context.close();
  expect([...complaints, ...requests]).toEqual([]);
});

const offers = (name: string) => page.getByRole("list", { name: `Cells to add after ${name}` }).getByRole("listitem");

test("a CSV file dropped on the start page becomes a source, a guessed journey, and offers of what to ask", async () => {
  await drop(page, [{ name: "Orders 2025.csv", content: orders }]);
  await settled(page, "orders_2025", "customers");
  const text = await textOf(page);
  expect(text).toContain('```cell source orders_2025\nfile: "Orders 2025.csv"');
  expect(text).toMatch(/"from":"[a-z0-9_]+","customer":"customer_id","time":"ordered_at"/);
  await offers("customers").first().waitFor();
  for (const offer of await offers("customers").all()) expect((await offer.innerText()).length).toBeGreaterThan(30);
});

test("taking the offer of retention gives a figure with a finding", async () => {
  await drop(page, [{ name: "orders.csv", content: orders }]);
  await settled(page, "orders", "customers");
  await offers("customers").getByRole("button", { name: "Add retention" }).click();
  await settled(page, "retention");
  const cell = cellOf(page, "retention");
  await cell.locator("figure-view svg[role=img]").first().waitFor();
  expect(await cell.getByRole("heading", { level: 2 }).innerText()).toMatch(/come back/);
  expect((await result(page, "retention")).n).toBeGreaterThan(800);
});

describe("a file that cannot be read says so in one sentence, and nothing is lost", () => {
  test.each([
    ["an empty one", "empty.csv", Buffer.alloc(0), /"empty\.csv" is empty\./],
    ["one with nothing but names", "names.csv", Buffer.from("a,b,c\n"), /has a header \(a, b, c\) and no rows/],
    ["a binary one", "photo.csv", Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 29)), /is not text/],
    ["an Excel workbook", "sales.xlsx", Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, () => 0)]), /sales\.xlsx/],
    ["one with a broken pack", "cut.csv.gz", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5]), /cut\.csv\.gz/],
  ])("%s", async (_, name, content, sentence) => {
    await drop(page, [{ name: "orders.csv", content: orders }]);
    await settled(page, "orders", "customers");
    const before = await textOf(page);
    await drop(page, [{ name, content }]);
    const block = page.locator("notebook-cell").nth(1);
    const title = block.getByRole("heading", { level: 2 });
    await block.locator(".title.message").waitFor();
    await block.getByText("error", { exact: true }).waitFor();
    expect(await title.innerText()).toMatch(sentence);
    expect(await title.innerText()).not.toMatch(/Error|undefined|null|NaN| at .*:\d+/);
    await settled(page, "orders", "customers");
    await page.locator("notebook-cell").nth(1).focus();
    await press(page, "Control+z");
    expect(await textOf(page)).toBe(before);
  });
});

describe("a notebook whose file is not here", () => {
  const notebook = `---\nformat: 1\ntimezone: "UTC"\n---\n\n\`\`\`cell source orders\nfile: "orders.csv"\n\`\`\`\n\n\`\`\`cell table all\nfrom: "orders"\n\`\`\`\n`;

  beforeEach(async () => {
    await drop(page, [{ name: "waiting.journey.md", content: notebook }]);
    await inState(page, "orders", "missing");
    await cellOf(page, "orders").getByText("is not here yet").waitFor();
    await inState(page, "all", "blocked");
  });

  test("asks for it, and runs when a file of that name is dropped anywhere", async () => {
    await drop(page, [{ name: "orders.csv", content: orders }]);
    await settled(page, "orders", "all");
    expect((await result(page, "all")).n).toBe(orderLines);
  });

  test("takes a file of another name that is dropped right there", async () => {
    await drop(page, [{ name: "export.csv", content: "a,b\n1,2\n" }], cellOf(page, "orders").locator("missing-file .well"));
    await settled(page, "orders", "all");
    expect(await textOf(page)).toContain('file: "export.csv"');
    expect(await page.locator("notebook-cell").count()).toBe(2);
  });

  test("takes a file of another name that is chosen there", async () => {
    const asked = page.waitForEvent("filechooser");
    await cellOf(page, "orders").getByRole("button", { name: "Choose file" }).click();
    await (await asked).setFiles({ name: "chosen.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
    await settled(page, "orders", "all");
    expect(await textOf(page)).toContain('file: "chosen.csv"');
  });
});
