import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { dist } from "./serve.ts";

/** What went wrong in a page, as its console and its policy tell. */
export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Errors and policy violations, in order. */
  complaints: string[];
  /** Every address the page asked for beyond itself. */
  requests: string[];
}

/** How the page is looked at. */
export interface Look {
  width?: number;
  height?: number;
  theme?: "light" | "dark";
}

/** The address of the built page on this disk. */
export const onDisk = pathToFileURL(join(dist, "index.html")).href;

/** Opens the built page in a browser of its own, and listens for what it complains about and asks for. */
export async function opened(browser: Browser, url: string = onDisk, look: Look = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.theme ?? "light",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    acceptDownloads: true,
  });
  return await openedIn(context, url);
}

/** Opens the built page once more in a browser that may know it already. */
export async function openedIn(context: BrowserContext, url: string = onDisk): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/i.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (address !== url && !/^(blob|data):/.test(address)) requests.push(address);
  });
  // Listened to from the beginning, since a key press may overtake the wish to hear of what it opens.
  page.on("filechooser", () => undefined);
  // The system's own file dialogs cannot be answered from here; without them the page asks by an input and saves by a download.
  await page.addInitScript(() => {
    for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) Reflect.deleteProperty(window, name);
  });
  await page.goto(url);
  await page.waitForFunction(() => "journeybook" in window);
  return { page, context, complaints, requests };
}
