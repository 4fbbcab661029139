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

/** The address of the built page on this disk. */
export const onDisk = pathToFileURL(join(dist, "index.html")).href;

/** Opens the built page in a browser of its own, and listens for what it complains about and asks for. */
export async function opened(
  browser: Browser,
  url: string = onDisk,
  look: { width?: number; height?: number; theme?: "light" | "dark" } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.theme ?? "light",
    acceptDownloads: true,
  });
  const page = await context.newPage();
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
  await page.goto(url);
  await page.waitForFunction(() => "journeybook" in window);
  return { page, context, complaints, requests };
}
