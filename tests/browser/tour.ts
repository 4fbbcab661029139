import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openNotebook } from "./journeybook.ts";

const top = join(import.meta.dirname, "../..");

/** The notebook that shows how the page works. */
export const tour = readFileSync(join(top, "notebooks/tour.journey.md"), "utf8");

/** The file it reads. */
export const orders = readFileSync(join(top, "sample-data/orders.csv"));

/** The names of its cells, in order. */
export const tourCells = [...tour.matchAll(/^```cell [a-z]+ ([a-z0-9_]+)$/gm)].map((match) => match[1]!);

/** Opens the tour with its file, and waits until all of it has run and is drawn. */
export async function openTour(page: Page): Promise<void> {
  await openNotebook(page, tour, { "orders.csv": orders });
  await page.locator("notebook-cell", { hasText: "by_channel" }).locator("figure-view").first().waitFor();
}
