import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../browser/serve.ts";
import { launchChromium } from "../tools/chromium.ts";
import { writeEventsFile } from "./built/events-file.ts";
import { interactive } from "./built/interactive.ts";
import { memory } from "./built/memory.ts";
import { size } from "./built/size.ts";
import { stop } from "./built/stop.ts";
import type { Bench } from "./page/page.ts";
import { markdown } from "./report/markdown.ts";
import { holds, type Measurement } from "./report/measurement.ts";

const top = join(import.meta.dirname, "../..");
const output = join(top, "tests/output");
/** `JOURNEYBOOK_BENCH=0.1 npm run bench` measures on a tenth of the data, to try it. */
const share = Number(process.env["JOURNEYBOOK_BENCH"] ?? "1");
const sizes = { csv: 1e6 * share, events: [1e6 * share, 5e6 * share], memory: 10e6 * share };

const measurements: Measurement[] = [];
let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

function add(found: readonly Measurement[]): void {
  for (const measurement of found) console.log(markdown([measurement]).split("\n").at(-1));
  measurements.push(...found);
}

beforeAll(async () => {
  const vite = join(top, "node_modules/vite/bin/vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, [vite, "build", join(import.meta.dirname, "page"), "--logLevel", "warn"], { stdio: "inherit", env });
  browser = await launchChromium();
  host = await serve(join(output, "bench"));
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  if (measurements.length === 0) return;
  const { model } = cpus()[0]!;
  const text = `# Speed\n\n${cpus().length} × ${model}, Node ${process.versions.node}, Chromium ${browser.version()}, minimum of repetitions.\n\n${markdown(measurements)}\n`;
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, "bench.md"), text);
  console.log(text);
});

test("the same answers as DuckDB-wasm and Arquero, faster", async () => {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(host.url);
  await page.waitForFunction(() => "bench" in window);
  const run = <T>(work: (bench: Bench, rows: number) => Promise<T>, rows: number) =>
    page.evaluate(`(${String(work)})(window.bench, ${rows})`) as Promise<T>;
  add(await run((bench, rows) => bench.csv(rows), sizes.csv));
  for (const rows of sizes.events) add(await run((bench, rows) => bench.events(rows), rows));
  await page.close();
  expect(measurements.length).toBeGreaterThan(0);
});

test("the built page opens quickly, stops at once and is small", async () => {
  add(size());
  add(await interactive(browser));
  const path = await writeEventsFile(sizes.memory);
  try {
    add(await stop(browser, path));
    add(await memory(path, sizes.memory));
  } finally {
    rmSync(path, { force: true });
  }
  expect(measurements.length).toBeGreaterThan(0);
});

test("every floor holds", () => {
  const missed = measurements.filter((measurement) => measurement.enforced !== false && holds(measurement) === false);
  expect(missed.map(({ what }) => what)).toEqual([]);
});
