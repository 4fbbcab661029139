import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { result } from "./journeybook.ts";
import { opened } from "./opened.ts";
import { cellOf, press, settled, textOf } from "./page-parts.ts";
import { openShop, orderLines } from "./shop.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  const made = await opened(browser);
  ({ page } = made);
  await made.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await openShop(page);
  await cellOf(page, "orders").focus();
  await cellOf(page, "orders").getByRole("button", { name: "Table of orders" }).click();
  await viewer().getByRole("button", { name: "main", exact: true }).click();
  await viewer().locator("td[role=gridcell]").first().waitFor();
});

const viewer = (): Locator => page.locator("table-view");
const size = (): Locator => viewer().locator(".size");

/** Adds a filter by the keyboard alone. */
async function filter(column: string, comparison: string, value: string): Promise<void> {
  await viewer().getByRole("button", { name: "Filter", exact: true }).click();
  const form = viewer().getByRole("form", { name: "Filter" });
  await form.getByLabel("Column").selectOption(column);
  await form.getByLabel("Comparison").selectOption({ label: comparison });
  await form.getByLabel("Value").fill(value);
  await press(page, "Enter");
  await form.waitFor({ state: "detached" });
}

/** Values of a column of the whole table, from the file's cell. */
const values = async (column: string): Promise<unknown[]> => (await result(page, "orders", "main")).tables["main"]![column]!;

describe("filters of a table", () => {
  test("keep the rows that meet them, with the order and the search, and say how many", async () => {
    const [channel, price] = [await values("channel"), await values("price")];
    await filter("channel", "is", "app");
    const app = channel.filter((value) => value === "app").length;
    await size()
      .getByText(`${app.toLocaleString("en-GB")} of ${orderLines.toLocaleString("en-GB")} rows`)
      .waitFor();
    await filter("price", "at least", "10");
    const both = channel.filter((value, row) => value === "app" && (price[row] as number) >= 10).length;
    await size()
      .getByText(`${both.toLocaleString("en-GB")} of`)
      .waitFor();
    await viewer()
      .getByRole("columnheader", { name: /ordered_at/ })
      .getByRole("button")
      .click();
    await viewer().getByText("sorted by ordered_at, rising").waitFor();
    await viewer().getByRole("button", { name: "Remove the filter channel is app" }).click();
    await size()
      .getByText(`${price.filter((value) => (value as number) >= 10).length.toLocaleString("en-GB")} of`)
      .waitFor();
    expect(
      await viewer()
        .getByRole("button", { name: /^Remove the filter/ })
        .count(),
    ).toBe(1);
  });

  test("say in words what a column cannot be compared with, and Escape leaves the filter", async () => {
    await filter("quantity", "above", "many");
    await viewer().getByText("cannot be compared by").waitFor();
    await viewer().getByRole("button", { name: "Change the filter quantity above many" }).click();
    await viewer().getByRole("form", { name: "Filter" }).waitFor();
    await press(page, "Escape");
    await viewer().getByRole("form", { name: "Filter" }).waitFor({ state: "detached" });
    expect(await viewer().getByText("No row is left.").count()).toBeLessThanOrEqual(1);
  });

  test("become a cell with the same rows, which an undo takes away", async () => {
    const before = await textOf(page);
    await filter("channel", "is", "store");
    await viewer()
      .getByRole("columnheader", { name: /ordered_at/ })
      .getByRole("button")
      .click();
    await viewer().getByRole("button", { name: "Make this a cell" }).click();
    await settled(page, "orders_rows");
    const wanted = (await values("channel")).filter((value) => value === "store").length;
    const { channel, ordered_at: times } = (await result(page, "orders_rows", "main")).tables["main"]!;
    expect([channel!.length, new Set(channel), times![0]]).toEqual([wanted, new Set(["store"]), [...(times as string[])].sort()[0]]);
    expect(await textOf(page)).toContain('{"filter":"channel == \\"store\\""}');
    await cellOf(page, "orders_rows").focus();
    await press(page, "Control+z");
    expect(await textOf(page)).toBe(before);
  });
});

describe("what is shown of a table", () => {
  test("is saved with its filters, and copied as it stands", async () => {
    await filter("quantity", "below", "0");
    const returns = (await values("quantity")).filter((value) => (value as number) < 0).length;
    await size().getByText(`${returns} of`).waitFor();
    const download = page.waitForEvent("download");
    await viewer().getByRole("button", { name: "CSV" }).click();
    expect((await readFile(await (await download).path(), "utf8")).trim().split("\n")).toHaveLength(returns + 1);
    await viewer().locator("td[role=gridcell]").first().click();
    await viewer().getByRole("grid").focus();
    await press(page, "Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
    await page.waitForFunction(async () => /^o\d+\tc\d+\no\d+\tc\d+$/.test(await navigator.clipboard.readText()));
    expect(await viewer().getByText("Selected").innerText()).toContain("Selected");
  });
});
