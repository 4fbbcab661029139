import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { onDisk, opened, type Opened } from "./opened.ts";
import { departure, journey, pageRoads, workerRoads } from "./roads.ts";
import { dist, serve } from "./serve.ts";
import { openSink, type Sink } from "./sink.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let sink: Sink;

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
  sink = await openSink();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await sink?.close();
});

/** A connection between browsers, set up through a relay that is asked over TCP. */
const peerConnection = (port: number): string => `(async () => {
  const peer = new RTCPeerConnection({ iceServers: [{ urls: "turn:127.0.0.1:${port}?transport=tcp", username: "a", credential: "b" }] });
  peer.createDataChannel("far");
  await peer.setLocalDescription(await peer.createOffer());
})()`;

describe("a page without the policy", () => {
  let open: Sink;
  let page: Page;
  let worker: Worker;

  beforeAll(async () => {
    open = await openSink("<!doctype html><title>Open</title>");
    page = await browser.newPage();
    await page.goto(`${open.url}/`);
    const started = page.waitForEvent("worker");
    await page.evaluate(() => new Worker(URL.createObjectURL(new Blob(["void 0"]))));
    worker = await started;
  });
  afterAll(async () => {
    await page?.close();
    await open?.close();
  });

  test.each(pageRoads)("reaches the sink by $name", async (road) => {
    await page.evaluate(departure(road, open.url));
    await expect.poll(open.heard, { timeout: 10_000 }).toContain(`/${road.name}`);
    open.forget();
  });

  test.each(workerRoads)("reaches the sink from a worker by $name", async (road) => {
    await worker.evaluate(departure(road, open.url));
    await expect.poll(open.heard, { timeout: 10_000 }).toContain(`/${road.name}`);
    open.forget();
  });

  test("reaches the sink by WebRTC", async () => {
    await page.evaluate(peerConnection(open.port));
    await expect.poll(open.heard, { timeout: 10_000 }).toContain("not of the web");
  });
});

// Before the policy is asked, Chromium may open a connection for a frame that it then refuses: no byte is said over it. Only a program could
// ask for one; a notebook, below, gets not even that.
describe.each([
  ["from a disk", () => onDisk],
  ["from a host", () => host.url],
  ["as a shared page", () => pathToFileURL(join(dist, "tour.html")).href],
  ["as a shared page from a host", () => `${host.url}tour.html`],
])("Journeybook opened %s", (_from, address) => {
  let at: Opened;
  let page: Page;
  let worker: Worker;
  const mayAskItsHost = (): boolean => address() === host.url;

  beforeAll(async () => {
    at = await opened(browser, address());
    ({ page } = at);
    await openNotebook(page, '---\nformat: 1\n---\n\n```cell source rows\nfile: "rows.csv"\n```\n', { "rows.csv": Buffer.from("n\n1\n2\n") });
    // A worker that was busy with another notebook has been replaced by now.
    worker = page.workers().at(-1)!;
  });
  afterAll(() => at?.context.close());

  test.each(pageRoads)("lets the page reach nothing by $name", async (road) => {
    expect(await page.evaluate(journey(road, sink.url))).toMatch(road.throws === true ? /^(refused|threw)/ : /^refused/);
    expect(sink.requests).toEqual([]);
  });

  test.each(workerRoads)("lets the worker reach nothing by $name", async (road) => {
    expect(await worker.evaluate(journey(road, sink.url))).toMatch(road.throws === true ? /^(refused|threw)/ : /^refused/);
    expect(sink.requests).toEqual([]);
  });

  test("has taken WebRTC away, under both of its names, in the page and in the worker", async () => {
    const names = `["RTCPeerConnection", "webkitRTCPeerConnection"].filter((name) => name in globalThis)`;
    expect([...(await page.evaluate<string[]>(names)), ...(await worker.evaluate<string[]>(names))]).toEqual([]);
    await expect(page.evaluate(peerConnection(sink.port))).rejects.toThrow("RTCPeerConnection is not defined");
    expect(sink.requests).toEqual([]);
  });

  test("reaches the host it came from only as the hosted page, and no file beside it on a disk", async () => {
    const beside = { name: "sample-data/README.md", take: "return fetch(to).then(({ ok }) => { throw new Error(String(ok)) })" };
    const its = journey(beside, address().slice(0, address().lastIndexOf("/")));
    expect(await page.evaluate(its)).toMatch(mayAskItsHost() ? /^threw/ : /^refused by connect-src$/);
  });
});

describe("a hostile notebook", () => {
  let at: Opened;
  const to = (name: string): string => `${sink.url}/${name}`;

  /** Each road as far as words, parameters and data can name it. */
  const notebook = (): string => `---
format: 1
title: "![x](${to("title")}) <img src=${to("title-image")}>"
---

<meta http-equiv="refresh" content="0;url=${to("refresh")}"><base href="${to("base")}">
<script>location = "${to("location")}"; open("${to("open")}")</script>
<link rel="preconnect" href="${sink.url}"><link rel="dns-prefetch" href="${sink.url}"><link rel="prefetch" href="${to("prefetch")}">
<a href="https://example.org" ping="${to("ping")}">pinged</a> <iframe src="${to("frame")}" srcdoc="<img src=${to("srcdoc")}>"></iframe>

![picture](${to("picture")}) ![by name][far] <${to("automatic")}> [words](${to("link")} "title")

<style>@import "${to("style")}"; p { background: url(${to("background")}) }</style>
<svg><image href="${to("svg")}"/><a href="${to("svg-link")}"><text>t</text></a></svg>
<video src="${to("video")}" poster="${to("poster")}" autoplay></video><object data="${to("object")}"></object>
<form action="${to("form")}"><input type=image src="${to("input")}"></form>

[far]: ${to("reference")}

\`\`\`cell source rows
file: "rows.csv"
\`\`\`

\`\`\`cell source elsewhere
file: "${to("file.csv")}"
\`\`\`

\`\`\`cell table out
from: "rows"
verbs:
  - {"derive":{"url":"fetch('${to("formula")}')"}}
\`\`\`
`;

  beforeAll(async () => {
    sink.forget();
    at = await opened(browser);
    await openNotebook(at.page, notebook(), { "rows.csv": Buffer.from(`name,page\n"<img src=${to("value")}>",${to("row")}\nanna,${to("row")}\n`) });
    await at.page.locator("prose-text a[href]").first().waitFor();
    await at.page.locator("figure-view").first().waitFor();
  });
  afterAll(() => at?.context.close());

  test("makes the page ask for nothing and go nowhere", async () => {
    const { page, requests, context } = at;
    expect([...requests, ...sink.heard()]).toEqual([]);
    expect([page.url(), context.pages().length]).toEqual([onDisk, 1]);
    expect(
      await page.locator("prose-text .prose").locator("meta, base, script, link, iframe, style, svg, video, object, form, img, a[ping]").count(),
    ).toBe(0);
    // The words of the prose, and nothing of the data.
    const links = await page
      .locator("prose-text a[href], figure-view a[href], table-view a[href], h1 a")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.sort()).toEqual([to("automatic"), to("link")]);
  });

  test.each(["left", "middle"] as const)("has its links followed only after their host was shown, by the %s button too", async (button) => {
    const { page, context } = at;
    await page.locator("prose-text a[href]").last().click({ button });
    const dialog = page.getByRole("dialog", { name: "Follow this link?" });
    await page.locator("link-dialog").getByText(`127.0.0.1:${sink.port}`, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect([sink.heard(), context.pages().length]).toEqual([[], 1]);
  });

  test("has a followed link opened in a tab of its own, which learns nothing of the notebook", async () => {
    const { page, context } = at;
    await page.locator("prose-text a[href]").last().click();
    const opening = context.waitForEvent("page");
    await page.locator("link-dialog").getByRole("button", { name: "Open" }).click();
    const tab = await opening;
    await expect.poll(sink.heard, { timeout: 10_000 }).toContain("/link");
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
    expect(sink.requests.find((request) => request.startsWith("GET /link"))).not.toMatch(/^referer:/im);
  });
});
