import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { hostileNotebooks } from "./hostile-corpus.ts";
import { openNotebook, result } from "./journeybook.ts";
import { onDisk, opened, openedIn, type Opened } from "./opened.ts";
import { Desk, share } from "./shared-page.ts";

let browser: Browser;
let at: Opened;
let page: Page;
const dialogs: string[] = [];
const desk = new Desk();
/** What scripts share in a page: its globals, and what every object inherits. */
let before: string[];

const shared = (): Promise<string[]> =>
  page.evaluate(() => [
    ...Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)),
    ...[Object, Array, String, Function, Promise].flatMap(({ name, prototype }) => Reflect.ownKeys(prototype).map((key) => `${name}.${String(key)}`)),
  ]);

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser);
  ({ page } = at);
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openNotebook(page, "---\nformat: 1\n---\n\nRead me.\n");
  before = await shared();
});
afterAll(async () => {
  await browser?.close();
  desk.clear();
});
beforeEach(() => dialogs.splice(0));

async function harmless(): Promise<void> {
  expect(await shared()).toEqual(before);
  expect([...dialogs, ...at.requests]).toEqual([]);
  expect([page.url(), at.context.pages().length]).toEqual([onDisk, 1]);
}

test("the corpus is of 150 notebooks or more, beside formulas, files and pages", () => {
  expect(hostileNotebooks.length).toBeGreaterThanOrEqual(150);
});

test.each(hostileNotebooks)("a notebook with $what does no harm", async ({ text, files = {}, wrong }) => {
  await openNotebook(page, text, Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
  await page.getByText("Read me.").first().waitFor();
  const found = await page.locator("prose-text").evaluateAll((all) => {
    const inside = all.flatMap((prose) => [...prose.shadowRoot!.querySelectorAll<HTMLElement>(".prose *")]);
    return {
      tags: inside
        .map(({ localName }) => localName)
        .filter((name) => /^(script|style|iframe|object|embed|form|img|svg|math|meta|base|template|input|dialog|link|video)$|-/.test(name)),
      handlers: inside.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^style$/.test(name)),
      // What is written like a path is resolved against the page, and no such link is followed.
      links: inside.flatMap((element) =>
        element instanceof HTMLAnchorElement && !/^(https?|mailto|file):$/.test(element.protocol) ? [element.href] : [],
      ),
    };
  });
  expect(found).toEqual({ tags: [], handlers: [], links: [] });
  if (wrong !== undefined) {
    const { state, error } = await result(page, wrong);
    expect(state).toMatch(/^(error|invalid|blocked)$/);
    if (error !== null) expect(`${error.problem} ${error.remedy}`).toMatch(/^["A-Z].{20,}[.?]$/s);
  }
  await harmless();
});

const pollute = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
test.each([
  ["objects' own names", pollute],
  ["no JSON", "<img src=x onerror=window.ran=1>"],
  ["a list", "[1,2]"],
  ["a later format", '{"format":99}'],
  [
    "a million bytes that are not there",
    `{"format":1,"notebook":"","fileName":"x","level":"everything","k":10,"view":"edit","columns":${pollute},"removed":[],"parts":[{"name":"a","kind":"file","packed":1000000,"bytes":1e15,"modified":0}]}`,
  ],
  [
    "parts of less than nothing",
    '{"format":1,"notebook":"","fileName":"x","level":"everything","k":10,"view":"edit","columns":{},"removed":[],"parts":[{"name":"a","kind":"file","packed":-1,"bytes":-1,"modified":0}]}',
  ],
  [
    "a lock of a hundred years",
    '{"format":1,"notebook":"","fileName":"x","level":"everything","k":10,"view":"edit","columns":{},"removed":[],"parts":[],"lock":{"salt":"AA==","iv":"AA==","iterations":1e12}}',
  ],
])("a shared page whose head is %s opens, says so, and does no harm", async (_what, head) => {
  const bytes = (await share(page, { level: "definitions" })).toString("utf8");
  const broken = bytes.replace(/(id="journeybook-notebook">)[^<]*/, (_all, start: string) => start + head.replaceAll("<", "\\u003c"));
  const other = await openedIn(at.context, desk.lay(Buffer.from(broken)));
  await other.page.locator("journey-book").getByRole("region").first().or(other.page.locator("start-page")).first().waitFor();
  expect(await other.page.evaluate(() => ["polluted" in {}, "ran" in window])).toEqual([false, false]);
  expect(other.complaints).toEqual([]);
  await other.page.close();
});

test.each(["#nb=", "#nb=x", `#nb=${"A".repeat(100_000)}`, "#nb=__proto__", "#nb=%00%ff", "#nb=<script>window.ran=1</script>"])(
  "the address %s does no harm",
  async (hash) => {
    const other = await openedIn(at.context, onDisk + hash);
    await other.page.locator("start-page, notebook-frame").first().waitFor();
    expect(await other.page.evaluate(() => ["polluted" in {}, "ran" in window])).toEqual([false, false]);
    expect(other.complaints).toEqual([]);
    await other.page.close();
  },
);
