import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";
import { press } from "./page-parts.ts";
import { dist, serve } from "./serve.ts";
import { tourFiles } from "./tour.ts";

/** Where on the host the page stands. */
const path = "some/deep/path/";
const own = ["index.html", "sw.js"];

let browser: Browser;
let folder: string;
let host: Awaited<ReturnType<typeof serve>>;
let at: Opened;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  const top = mkdtempSync(join(tmpdir(), "journeybook-"));
  folder = join(top, path);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (own.includes(name)) copyFileSync(join(dist, name), join(folder, name));
    else symlinkSync(join(dist, name), join(folder, name));
  }
  host = await serve(top);
});
afterEach(async () => {
  await at?.context.close();
  await host.close();
  rmSync(join(folder, "../../.."), { recursive: true, force: true });
});

/** Opens the page and waits until it is kept. */
async function visit(): Promise<Page> {
  at = await opened(browser, host.url + path);
  await at.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  return at.page;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Puts another version on the host: a page that ends in a comment, and the service worker a build would write for it. */
function publish(comment: string): void {
  const [page, worker] = own.map((name) => readFileSync(join(folder, name), "utf8")) as [string, string];
  const next = `${page}<!-- ${comment} -->`;
  writeFileSync(join(folder, "index.html"), next);
  writeFileSync(join(folder, "sw.js"), worker.replace(digest(page), digest(next)).replace(/(?<=name:.)\w{16}/, digest(comment).slice(0, 16)));
}

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map(async (name) => (await window.caches.open(name)).keys()));
    return caches
      .flat()
      .map(({ url }) => url)
      .toSorted();
  });

test("after the first visit the page and its tour open with the host gone, under any path", async () => {
  const page = await visit();
  await host.close();
  for (const address of ["", "index.html", "?view=edit"]) {
    await page.goto(host.url + path + address);
    await page.getByRole("button", { name: "Open the tour" }).waitFor();
  }
  await press(page, "t");
  await page.waitForFunction(() => window.journeybook.result("comeback").state === "done");
  expect((await result(page, "comeback", "main")).tables["main"]!["cohort"]!.length).toBeGreaterThan(5);
});

test("a new version is told, waits for its reader, and keeps what was written", async () => {
  const page = await visit();
  const text = '---\nformat: 1\ntitle: "Kept"\n---\n\nWritten and never saved.\n';
  await openNotebook(page, text);
  await page.evaluate(() => Reflect.set(window, "isOld", true));
  publish("two");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByRole("region", { name: "Message" }).getByText("A new version of Journeybook is ready.").waitFor();
  expect(await page.evaluate(() => "isOld" in window)).toBe(true);
  await page.locator("notice-bar").getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => !("isOld" in window) && "journeybook" in window);
  await page.getByText("Written and never saved.").waitFor();
  expect(await page.evaluate(() => window.journeybook.text())).toContain('title: "Kept"');
  expect(await page.evaluate(() => document.lastChild?.nodeValue)).toBe(" two ");
  expect((await kept(page)).filter((address) => address === host.url + path)).toHaveLength(1);
});

test("a page that is not the version its worker is for is not kept, and works all the same", async () => {
  writeFileSync(join(folder, "index.html"), `${readFileSync(join(folder, "index.html"), "utf8")}<!-- changed on the way -->`);
  at = await opened(browser, host.url + path);
  const state = await at.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("sw.js");
    const worker = registration.installing;
    if (worker !== null && worker.state !== "redundant") {
      await new Promise<void>((resolve) => {
        worker.addEventListener("statechange", () => resolve());
      });
    }
    return worker?.state ?? "none";
  });
  expect(["redundant", "none"]).toContain(state);
  expect(await kept(at.page)).toEqual([]);
  await at.page.getByRole("button", { name: "Open the tour" }).waitFor();
});

test("the page can be installed", async () => {
  const page = await visit();
  const session = await at.context.newCDPSession(page);
  await page.waitForFunction(() => document.querySelector("link[rel=manifest]") !== null);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  expect([url, errors]).toEqual([`${host.url}${path}manifest.webmanifest`, []]);
  // What browsers ask for: a name, where to start, a window of its own, and icons of 192 and 512 pixels.
  const manifest = JSON.parse(data!) as Record<string, string> & { icons: { src: string; sizes: string; type: string; purpose?: string }[] };
  expect(manifest).toMatchObject({ name: "Journeybook", short_name: "Journeybook", start_url: "./", scope: "./", display: "standalone" });
  expect(manifest.icons.map(({ sizes, purpose = "any" }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
  );
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
    // A PNG says its width and height as its 16th to 23rd byte.
    const bytes = readFileSync(join(dist, src));
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  const lacking = (await session.send("Page.getInstallabilityErrors")).installabilityErrors.map(({ errorId }) => errorId);
  // The test's window keeps nothing, and such a window installs nothing.
  expect(lacking.filter((reason) => reason !== "in-incognito")).toEqual([]);
  expect(at.complaints).toEqual([]);
});

describe("what is kept", () => {
  test("is the page and its samples, and nothing of the reader's", async () => {
    const page = await visit();
    const text = `---\nformat: 1\n---\n\n\`\`\`cell source mine\nfile: "mine.csv"\n\`\`\`\n`;
    await openNotebook(page, text, { "mine.csv": Buffer.from("secret\nanna\n") });
    expect((await result(page, "mine")).state).toBe("done");
    const samples = tourFiles.map(({ name }) => `${host.url}${path}sample-data/${name}`);
    expect(await kept(page)).toEqual([`${host.url}${path}`, ...samples].toSorted());
  });

  test("of the reader's is gone when everything is forgotten, the key of pseudonyms too; the page stays", async () => {
    const page = await visit();
    await openNotebook(page, '---\nformat: 1\ntitle: "Mine"\n---\n\nWords.\n');
    await page.evaluate(async () => {
      localStorage.setItem("journeybook.theme", "dark");
      await new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open("journeybook-key", 1);
        asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore("keys"));
        asked.addEventListener("error", () => reject(new Error("No database was made.")));
        asked.addEventListener("success", () => {
          asked.result.close();
          resolve();
        });
      });
    });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("menuitem", { name: "Forget everything" }).click();
    await page.getByText("it holds nothing of yours").waitFor();
    await page.getByRole("button", { name: "Forget everything" }).click();
    await page.getByRole("region", { name: "Message" }).getByText("Everything kept on this machine is gone.").waitFor();
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === "journeybook-key"),
      stored: Object.keys(localStorage),
    }));
    expect(left).toEqual({ databases: [], stored: [] });
    expect(await kept(page)).toContain(host.url + path);
  });

  test("on a disk is nothing: no service worker, no manifest, and no complaint", async () => {
    at = await opened(browser);
    await at.page.getByRole("button", { name: "Open the tour" }).waitFor();
    await at.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await at.page.locator("link[rel=manifest]").count()).toBe(0);
    expect([...at.complaints, ...at.requests]).toEqual([]);
  });
});
