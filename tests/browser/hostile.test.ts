import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { onDisk, opened, type Opened } from "./opened.ts";
import { serve } from "./serve.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let sink: { url: string; heard: string[]; close(): void };

beforeAll(async () => {
  browser = await launchChromium();
  host = await serve();
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/plain" }).end("heard");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  sink = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close: () => void server.close() };
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  sink?.close();
});

const fence = "```";
const wrap = (body: string): string => `---\nformat: 1\ntitle: "<img src=x onerror=window.ran=1>"\ntimezone: "UTC"\n---\n\n${body}\n`;
const formula = (text: string): string =>
  wrap(
    `${fence}cell source rows\nfile: "rows.csv"\n${fence}\n\n${fence}cell table out\nfrom: "rows"\nverbs:\n  - ${JSON.stringify({ derive: { stolen: text } })}\n${fence}`,
  );
const rows = { "rows.csv": Buffer.from('n,name\n1,"<img src=x onerror=window.ran=1>"\n2,"javascript:window.ran=1"\n') };

/** A page without the policy asks the sink in the same ways: what it hears then, it would hear from the notebook too. */
test("the sink hears a page that has no policy", async () => {
  const page = await browser.newPage();
  await page.setContent(`<img src="${sink.url}/image"><link rel="stylesheet" href="${sink.url}/style"><iframe src="${sink.url}/frame"></iframe>`);
  await page.evaluate((url) => fetch(`${url}/fetch`).then((answer) => answer.text()), sink.url);
  await page.waitForLoadState("networkidle");
  expect(sink.heard.sort()).toEqual(expect.arrayContaining(["/fetch", "/frame", "/image", "/style"]));
  await page.close();
  sink.heard.length = 0;
});

describe.each(["from a disk", "from a host"])("a hostile notebook opened %s", (from) => {
  let at: Opened;
  let page: Page;

  beforeAll(async () => {
    at = await opened(browser, from === "from a host" ? host.url : onDisk);
    page = at.page;
  });
  afterAll(() => at?.context.close());
  beforeEach(() => page.evaluate(() => Reflect.deleteProperty(window, "ran")));

  const untouched = async (): Promise<void> => {
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    expect(sink.heard).toEqual([]);
  };

  test.each([
    ["script", "<script>window.ran = 1</script>"],
    ["a picture that fails", "<img src=x onerror='window.ran = 1'>"],
    ["a picture from elsewhere", "![picture](SINK/picture.png) <img src='SINK/image.png'>"],
    ["SVG that runs", "<svg onload='window.ran = 1'><animate onbegin='window.ran = 1' attributeName=x dur=1s /></svg>"],
    ["a link that runs", "[press](javascript:window.ran=1) [press](JaVaScRiPt:window.ran=1) [press](data:text/html,<script>opener.ran=1</script>)"],
    ["a frame", "<iframe src='SINK/frame'></iframe><object data='SINK/object'></object><embed src='SINK/embed'>"],
    ["styles from elsewhere", "<style>@import 'SINK/style'; * { background: url(SINK/background) }</style><link rel=stylesheet href='SINK/link'>"],
    ["a form", "<form action='SINK/form'><button autofocus onfocus='window.ran = 1'>Go</button></form>"],
    ["a template that mutates", "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>"],
  ])("runs and loads nothing: %s", async (_, body) => {
    await openNotebook(page, wrap(`Read me.\n\n${body.replaceAll("SINK", sink.url)}`));
    await page.getByText("Read me.").waitFor();
    for (const link of await page.locator("prose-text a[href]").all()) {
      expect(await link.getAttribute("href")).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    }
    expect(await page.locator("prose-text").locator("script, img, svg[onload], iframe, object, embed, form, style, link").count()).toBe(0);
    await untouched();
  });

  test.each([
    "window.ran = 1",
    "globalThis",
    "self.postMessage(1)",
    "fetch('SINK/formula')",
    "n.constructor.constructor('return this')()",
    "(() => 1)()",
    "name.replace('a', 'b')",
    "import('SINK/module')",
    "`${n}`",
    "this",
    "new Date()",
    "eval('1')",
    "n['constructor']",
    "[].concat(n)",
    "/a/.exec(name)",
    "n; n",
    "col('__proto__')",
    "Math.random()",
  ])("refuses the formula %s and says why", async (text) => {
    await openNotebook(page, formula(text.replaceAll("SINK", sink.url)), rows);
    const { state, error } = await result(page, "out");
    expect(state).toMatch(/^(error|invalid)$/);
    expect(error!.problem.length).toBeGreaterThan(10);
    expect(error!.problem).not.toMatch(/SyntaxError|TypeError|undefined|\bat \w+:\d+/);
    expect(error!.remedy.length).toBeGreaterThan(5);
    await untouched();
  });

  test("keys named like an object's own change no object", async () => {
    const keys = '__proto__: {"polluted":true}\nconstructor: {"prototype":{"polluted":true}}';
    const verbs = 'verbs:\n  - {"__proto__":{"polluted":true}}\n  - {"derive":{"__proto__":"n","constructor":"n + 1"}}';
    await openNotebook(
      page,
      wrap(`${fence}cell source rows\nfile: "rows.csv"\n${keys}\n${fence}\n\n${fence}cell table out\nfrom: "rows"\n${verbs}\n${fence}`),
      rows,
    );
    expect((await result(page, "out")).state).toMatch(/^(done|invalid|error|blocked)$/);
    await untouched();
  });

  test("values of data are words, wherever they are shown", async () => {
    await openNotebook(page, wrap(`${fence}cell source rows\nfile: "rows.csv"\n${fence}`), rows);
    await page.locator("figure-view").getByText("onerror").first().waitFor();
    await page.locator("notebook-cell").getByRole("button", { name: "Table", exact: true }).click();
    await page.locator("table-view").getByText("onerror").first().waitFor();
    expect(await page.locator("notebook-cell img, table-view img, h1 img").count()).toBe(0);
    await untouched();
  });

  test("the policy itself lets neither script nor request through", async () => {
    const refused = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = `${url}/direct`;
      const script = document.createElement("script");
      script.textContent = "window.ran = 1";
      document.body.append(script);
      return await fetch(`${url}/direct`).then(
        () => false,
        () => true,
      );
    }, sink.url);
    expect(refused).toBe(true);
    await untouched();
  });
});
