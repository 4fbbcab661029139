import type { Browser } from "playwright-core";
import { opened } from "../../browser/opened.ts";
import type { Measurement } from "../report/measurement.ts";
import { chooseFile, eventsNotebook } from "./events-file.ts";

/** Milliseconds from a press of the Stop button until every cell rests, with a large file half read. */
export async function stop(browser: Browser, path: string): Promise<Measurement[]> {
  const { page, context } = await opened(browser);
  await chooseFile(page, path);
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    await page.evaluate((notebook) => {
      const file = document.querySelector<HTMLInputElement>("#chosen")!.files![0]!;
      void window.journeybook.open(notebook, { "events.csv": file });
    }, eventsNotebook);
    await page.waitForFunction(() => window.journeybook.result("lines").state === "running");
    const button = page.getByRole("button", { name: "Stop", exact: true }).first();
    await button.waitFor();
    const measured = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          window.addEventListener(
            "click",
            () => {
              const pressed = performance.now();
              const look = () => {
                const resting = ["lines", "customers", "comeback"].every((name) => !/^(queued|running)$/.test(window.journeybook.result(name).state));
                if (resting) resolve(performance.now() - pressed);
                else setTimeout(look);
              };
              look();
            },
            { capture: true, once: true },
          );
        }),
    );
    await button.click();
    times.push(await measured);
  }
  await context.close();
  const detail = `the slowest of ${times.map((time) => time.toFixed(0)).join(", ")} ms`;
  return [{ what: "stop", unit: "ms", measured: Math.max(...times), floor: 500, goal: 100, detail }];
}
