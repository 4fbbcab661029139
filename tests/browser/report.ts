import type { Page } from "playwright-core";
import { openNotebook } from "./journeybook.ts";
import { orders, shop } from "./shop.ts";

/** The shop's notebook with a control that two of its cells follow. */
export const choosing = shop
  .replace(
    "```cell retention comeback",
    '```cell controls choices\ncontrols:\n  - {"name":"period","kind":"grain","label":"Grain","options":["month","quarter"],"value":"month"}\n  - {"name":"reach","kind":"number","min":2,"max":12,"value":6}\n```\n\n```cell retention comeback',
  )
  .replace('grain: "month"', 'grain: {"control":"period"}')
  .replace('grain: "quarter"', 'grain: {"control":"period"}');

/** Opens it with its file, as a report or to be edited, and waits until all of it is drawn. */
export async function openChoosing(page: Page): Promise<void> {
  await openNotebook(page, choosing, { "orders.csv": orders });
  await page
    .locator("notebook-cell, reader-cell", { hasText: "by_channel" })
    .or(page.locator("reader-cell").last())
    .locator("figure-view")
    .first()
    .waitFor();
}
