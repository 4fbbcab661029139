import { existsSync, readFileSync } from "node:fs";
import { opened } from "../../browser/opened.ts";
import { launchChromium } from "../../tools/chromium.ts";
import type { Measurement } from "../report/measurement.ts";
import { chooseFile, eventsNotebook } from "./events-file.ts";

/** Peak memory of a process in megabytes, as Linux tells; null elsewhere. */
function peak(process: number): number | null {
  const path = `/proc/${process}/status`;
  if (!existsSync(path)) return null;
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(path, "utf8"));
  return found === null ? null : (Number(found[1]) * 1024) / 1e6;
}

/** Peak memory of the page's process while a file of events is read and every cell answered, in a browser of its own. */
export async function memory(path: string, rows: number): Promise<Measurement[]> {
  const browser = await launchChromium();
  try {
    const { page } = await opened(browser);
    await chooseFile(page, path);
    const timings = await page.evaluate(async (notebook) => {
      const file = document.querySelector<HTMLInputElement>("#chosen")!.files![0]!;
      await window.journeybook.open(notebook, { "events.csv": file });
      const { state, n } = window.journeybook.result("comeback");
      return { state, n, cells: window.journeybook.timings() };
    }, eventsNotebook);
    if (!/^(done|cached)$/.test(timings.state)) throw new Error(`The largest file was not answered: "${timings.state}".`);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo.filter(({ type }) => type === "renderer").flatMap(({ id }) => peak(id) ?? []);
    const what = `peak memory of the page, ${rows / 1e6} M events answered`;
    const times = Object.entries(timings.cells).map(([name, time]) => `${name} ${(time / 1000).toFixed(1)} s`);
    return peaks.length === 0
      ? []
      : [{ what, unit: "MB", measured: Math.max(...peaks), floor: 2000, goal: 1200, enforced: false, detail: times.join(", ") }];
  } finally {
    await browser.close();
  }
}
