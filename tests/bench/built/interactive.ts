import type { Browser } from "playwright-core";
import { onDisk } from "../../browser/opened.ts";
import type { Measurement } from "../report/measurement.ts";

/** Milliseconds from the navigation until the page answers, of several openings. */
export async function interactive(browser: Browser): Promise<Measurement[]> {
  const times: number[] = [];
  for (let opening = 0; opening < 5; opening++) {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      let given: unknown;
      Object.defineProperty(window, "journeybook", {
        configurable: true,
        get: () => given,
        set(value: unknown) {
          given = value;
          document.documentElement.dataset["answers"] = String(performance.now());
        },
      });
    });
    await page.goto(onDisk);
    await page.waitForFunction(() => document.documentElement.dataset["answers"] !== undefined);
    times.push(Number(await page.evaluate(() => document.documentElement.dataset["answers"])));
    await page.close();
  }
  times.sort((left, right) => left - right);
  const detail = `${times.length} openings; median ${times[times.length >> 1]!.toFixed(0)} ms`;
  return [{ what: "page interactive", unit: "ms", measured: times[0]!, floor: 1000, goal: 400, detail }];
}
