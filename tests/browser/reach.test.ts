import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { onDisk, opened, openedIn, type Opened } from "./opened.ts";
import { press } from "./page-parts.ts";
import { dist, serve } from "./serve.ts";
import { Desk, share } from "./shared-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let at: Opened;
const desk = new Desk();

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
});
afterEach(() => at?.context.close());
afterAll(async () => {
  await browser?.close();
  await host?.close();
  desk.clear();
});

/** Asks by keys alone, and gives the answer. */
async function asked(page: Page): Promise<Locator> {
  await press(page, "Control+k");
  await page.locator("command-palette input").waitFor();
  await page.keyboard.type("what can this page reach");
  await press(page, "Enter");
  await page.getByRole("dialog", { name: "What can this page reach?" }).waitFor();
  const panel = page.locator("reach-panel");
  await panel.locator("dl").waitFor();
  return panel;
}

const policiesOf = (page: Page): Promise<string[]> =>
  page.locator('meta[http-equiv="Content-Security-Policy"]').evaluateAll((all) => all.map((meta) => (meta as HTMLMetaElement).content));

describe.each([
  ["from a disk", () => onDisk],
  ["from a host", () => host.url],
  ["as a shared page", () => pathToFileURL(join(dist, "tour.html")).href],
  ["as a shared page from a host", () => `${host.url}tour.html`],
])("the page opened %s", (_from, address) => {
  test("says what it can reach, asked by keys, and shows the policy it is held to", async () => {
    at = await opened(browser, address());
    const { page } = at;
    const panel = await asked(page);
    const words = await panel.locator("dl").innerText();
    const { host: own } = new URL(host.url);
    expect(words).toContain(address() === host.url ? `Only ${own}, where it came from.` : "It loads nothing and sends nothing by itself");
    expect(words.includes(own)).toBe(address().startsWith(host.url));
    expect(words.includes("can read all that is in it")).toBe(address().endsWith("tour.html"));
    await press(page, "Space");
    expect(await panel.locator("details[open] .policy").allInnerTexts()).toEqual(await policiesOf(page));
    // What reads "'self'" is an own host: of all policies that hold, one without it is enough to have none.
    expect((await policiesOf(page)).every((policy) => policy.includes("'self'"))).toBe(address() === host.url);
    await press(page, "Escape");
    await panel.waitFor({ state: "hidden" });
    expect(at.complaints).toEqual([]);
  });
});

test("of a page with a passphrase it says what that protects, before and after", async () => {
  at = await opened(browser);
  await openNotebook(at.page, '---\nformat: 1\n---\n\n```cell source rows\nfile: "rows.csv"\n```\n', { "rows.csv": Buffer.from("n\n1\n2\n") });
  const { page } = await openedIn(at.context, desk.lay(await share(at.page, { level: "everything", passphrase: "seven long words" })));
  const locked = await asked(page);
  await locked.getByText("unreadable without the passphrase").waitFor();
  await press(page, "Escape");
  await locked.waitFor({ state: "hidden" });
  await page.getByLabel("Passphrase").fill("seven long words");
  await press(page, "Enter");
  await page.getByText("locked with a passphrase").waitFor({ state: "hidden" });
  // The shared page has a way to it of its own.
  await page.getByRole("button", { name: "What can this page reach?" }).click();
  expect(await page.locator("reach-panel dl").innerText()).toContain("in this tab they are open since the passphrase was given");
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s answer", async (theme) => {
  at = await opened(browser, onDisk, { theme });
  const { page } = at;
  await page.getByRole("button", { name: "What can this page reach?" }).click();
  await page.locator("reach-panel summary").click();
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await checker.run()).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
});
