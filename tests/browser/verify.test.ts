import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened, openedIn } from "./opened.ts";
import { ask, cellOf, press, settled, textOf } from "./page-parts.ts";
import { Desk, share } from "./shared-page.ts";
import { orders, shop } from "./shop.ts";

/** The shop without its second question, which takes as long as all the rest. */
const notebook = shop.slice(0, shop.indexOf("Do the app"));
const cells = ["orders", "paid", "customers", "comeback"];

const desk = new Desk();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  ({ page } = await opened(browser));
  await openNotebook(page, notebook, { "orders.csv": orders });
});
afterAll(async () => {
  desk.clear();
  await browser?.close();
});

/** As `sha256sum` prints it, by Node's own implementation. */
const sha256 = createHash("sha256").update(orders).digest("hex");

/** Verifies the whole notebook, and gives what the page says of it. */
async function verified(of: Page): Promise<{ sum: string; verdicts: string[] }> {
  await ask(of, "Verify: compute");
  const sum = await of.locator("verify-dialog .sum").innerText();
  const verdicts = await of.locator("verify-dialog li").allInnerTexts();
  await press(of, "Escape");
  return { sum, verdicts: verdicts.map((words) => words.replaceAll(/\s+/g, " ").trim()) };
}

test("pinning writes the file's hash and rows, and every cell verifies", async () => {
  await cellOf(page, "orders").focus();
  await ask(page, "Pin the source");
  await page.waitForFunction((pin) => window.journeybook.text().includes(pin), `pin: {"sha256":"${sha256}","rows":6000}`);
  await settled(page, ...cells);
  const { sum, verdicts } = await verified(page);
  expect(sum).toBe("All 4 cells agree with what was computed anew from the files.");
  expect(verdicts[0]).toContain(`those that were pinned: ${sha256.slice(0, 12)}…, 6,000 rows`);
});

test("a shared page's data verifies by what its file was, and tells where results come from", async () => {
  const bytes = await share(page, { level: "everything", view: "read" });
  const reader = await openedIn(page.context(), desk.lay(bytes));
  await settled(reader.page, ...cells);
  const { sum, verdicts } = await verified(reader.page);
  expect(sum).toBe("All 4 cells agree with what was computed anew from the files.");
  expect(verdicts[0]).toContain("those that were pinned");
  await reader.page.getByRole("button", { name: "Provenance of comeback" }).click();
  expect((await reader.page.locator("provenance-dialog .account").innerText()).replaceAll(/\s+/g, " ")).toContain(`SHA-256 ${sha256}`);
  await reader.page.close();
});

test("another file under the same name says so at once and does not verify", async () => {
  const pinned = await textOf(page);
  await openNotebook(page, pinned, { "orders.csv": Buffer.from(orders.toString("utf8").replace("o7,", "o7x,")) });
  const { warnings } = await result(page, "orders");
  expect(warnings[0]!.text).toContain(`pinned was ${sha256.slice(0, 12)}… with 6,000 rows, and here is `);
  const { sum, verdicts } = await verified(page);
  expect(sum).toBe("3 of 4 cells agree, 1 differs.");
  expect(verdicts[0]).toContain("is not what was pinned");
});

test("a customer is found in rows and words, and removed from every result without being named", async () => {
  const lines = orders.toString("utf8").match(/,c17,/g)!.length;
  await openNotebook(page, notebook.replace("One row per", "Customer c17 complained. One row per"), { "orders.csv": orders });
  const before = (await result(page, "comeback")).n!;
  await ask(page, "Find and remove a customer");
  await page.getByRole("textbox", { name: /^Id or e-mail/ }).fill("c17");
  await press(page, "Enter");
  await page.getByText(`${lines} rows with`).waitFor();
  expect(await textOf(page)).toContain("c17");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText("Every result is without them.").waitFor();
  await settled(page, ...cells);
  const text = await textOf(page);
  expect(text).not.toMatch(/\bc17\b/);
  expect(text).toContain(`{"column":"customer_id","sha256":"${createHash("sha256").update("c17").digest("hex")}"}`);
  expect((await result(page, "orders")).excluded).toEqual({ "rows of removed customers": lines });
  expect((await result(page, "comeback")).n).toBe(before - 1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "orders, cleaned" }).click()]);
  expect(download.suggestedFilename()).toBe("orders-cleaned.csv");
  await press(page, "Escape");
  // What the draft keeps is clean too.
  await page.getByText(/draft is kept/).waitFor();
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("journeybook");
        opening.addEventListener("success", () => {
          const all = opening.result.transaction("notebooks").objectStore("notebooks").getAll();
          all.addEventListener("success", () => resolve(JSON.stringify(all.result)));
        });
      }),
  );
  expect(kept).not.toMatch(/\bc17\b/);
  await cellOf(page, "orders").focus();
  await press(page, "Control+z");
  await settled(page, "comeback");
  expect((await result(page, "comeback")).n).toBe(before);
});
