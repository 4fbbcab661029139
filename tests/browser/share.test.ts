import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook } from "./journeybook.ts";
import { onDisk, opened, type Opened } from "./opened.ts";
import { inState, settled, textOf } from "./page-parts.ts";
import { Desk, heldBy, share } from "./shared-page.ts";
import { orders, shop, shopCells } from "./shop.ts";

const sample = join(import.meta.dirname, "../../sample-data");
const lines = (name: string, count: number): string => readFileSync(join(sample, name), "utf8").split("\n").slice(0, count).join("\n");
interface Person {
  name: string;
  email?: string;
  phone?: string;
}
const people = (JSON.parse(readFileSync(join(sample, "crm.json"), "utf8")) as Person[]).slice(0, 400);
/** What says who a customer of the sample is; addresses as they are and in small letters. */
const secrets = people.flatMap(({ name, email, phone }) => [
  name,
  ...(email === undefined ? [] : [email, email.toLowerCase()]),
  ...(phone ? [phone] : []),
]);
const leaks = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

/** The shop with the people behind it, and one of them named in the author's words. */
const notebook = `${shop}
Elsewhere I noted that ${people[1]!.email!} called twice.

\`\`\`cell source crm
file: "crm.json"
\`\`\`

\`\`\`cell source surveys
file: "surveys.csv"
\`\`\`

\`\`\`cell source tickets
file: "tickets.tsv"
\`\`\`
`;
const files = {
  "orders.csv": orders,
  "crm.json": Buffer.from(JSON.stringify(people)),
  "surveys.csv": Buffer.from(lines("surveys.csv", 500)),
  "tickets.tsv": Buffer.from(lines("tickets.tsv", 300)),
};
const cells = [...shopCells, "crm", "surveys", "tickets"];

const desk = new Desk();
let browser: Browser;
let at: Opened;
let found: string[];

/** What the cells found, but for how far their files' hashes were worked out: a shared page knows those of the files it was made of. */
const results = (page: Page): Promise<string[]> =>
  page.evaluate(
    (names) =>
      names.map((name) => {
        const found = window.journeybook.result(name);
        delete found.tables["files"]?.["sha256"];
        return JSON.stringify({ ...found, state: "" });
      }),
    cells,
  );

/** The rows of the groups that the shop's cells found. */
const rows = (page: Page): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (names) =>
      names.flatMap((name) => {
        const columns = Object.entries(window.journeybook.result(name).tables["main"]!);
        return (columns[0]?.[1] ?? []).map((_, row) =>
          Object.fromEntries([["cell", name], ...columns.map(([column, values]) => [column, values[row]])]),
        );
      }),
    ["customers", "comeback", "by_channel"],
  );

/** Opens a page as its reader does, in a browser that knows nothing. */
async function read(bytes: Buffer): Promise<Opened> {
  return await opened(browser, desk.lay(bytes));
}

beforeAll(async () => {
  browser = await launchChromium();
  at = await opened(browser, onDisk);
  await openNotebook(at.page, notebook, files);
  found = await results(at.page);
});
afterAll(async () => {
  await browser?.close();
  desk.clear();
});

test("the search for what says who somebody is finds it where it is", async () => {
  expect(found.every((result) => (JSON.parse(result) as { error: null }).error === null)).toBe(true);
  const everything = heldBy(await share(at.page, { level: "everything" }));
  for (const { name } of people) expect(everything.text).toContain(name);
});

test("everything: opened from a disk it asks for nothing, finds the same to the last digit, and copies itself byte for byte", async () => {
  const bytes = await share(at.page, { level: "everything", view: "edit" });
  const other = await read(bytes);
  await settled(other.page, ...cells);
  expect(await results(other.page)).toEqual(found);
  expect(await textOf(other.page)).toBe(await textOf(at.page));
  const copy = await share(other.page, { level: "everything" });
  expect(copy.equals(bytes)).toBe(true);

  // Changed, it is another page; with the change taken back it is the same one again.
  await other.page.evaluate(() => window.journeybook.set("comeback", { grain: "quarter" }));
  const changed = await share(other.page, { level: "everything" });
  expect(heldBy(changed).head.notebook).toContain('grain: "quarter"');
  await other.page.evaluate(() => window.journeybook.set("comeback", { grain: "month" }));
  expect((await share(other.page, { level: "everything" })).equals(bytes)).toBe(true);

  const third = await read(changed);
  await settled(third.page, ...cells);
  expect(await results(third.page)).not.toEqual(found);
  await third.page.evaluate(() => window.journeybook.set("comeback", { grain: "month" }));
  expect(await results(third.page)).toEqual(found);
  for (const { requests, complaints } of [other, third]) expect([...requests, ...complaints]).toEqual([]);
  await other.context.close();
  await third.context.close();
});

test("results: shown as they were shared, with nobody in them, and no file asked for", async () => {
  const bytes = await share(at.page, { level: "results" });
  const { head, text } = heldBy(bytes);
  expect(leaks(text)).toEqual([]);
  expect(head.removed.map(({ cell }) => cell)).toEqual(expect.arrayContaining(["orders", "crm", "surveys", "tickets"]));
  const other = await read(bytes);
  await inState(other.page, "comeback", "kept");
  await other.page.locator("reader-cell figure-view").first().waitFor();
  const [shown, whole] = await Promise.all([other.page, at.page].map(rows));
  expect(shown!.length).toBeGreaterThan(0);
  for (const row of shown!) {
    const isThere = whole!.some((before) => Object.entries(row).every(([column, value]) => value === null || value === before[column]));
    expect(isThere, JSON.stringify(row)).toBe(true);
  }
  await other.page.getByText("The privacy gate took out").click();
  await other.page.getByText("crm.main").waitFor();
  expect(await other.page.getByText("Drop the data anywhere").count()).toBe(0);
  expect((await share(other.page, { level: "results" })).equals(bytes)).toBe(true);

  // Changed, it has nothing to compute from, and says so.
  await other.page.evaluate(() => window.journeybook.set("comeback", { grain: "quarter" }));
  expect(await other.page.evaluate(() => window.journeybook.result("comeback").state)).toBe("blocked");
  expect([...other.requests, ...other.complaints]).toEqual([]);
  await other.context.close();
});

test("pseudonymised: it computes again with nobody named, and columns go as they are chosen", async () => {
  const bytes = await share(at.page, { level: "pseudonymised", columns: { orders: { product: "drop" } } });
  const { head, text } = heldBy(bytes);
  expect(leaks(text)).toEqual([]);
  expect(head.removed).toContainEqual(expect.objectContaining({ cell: "orders", column: "product", what: "left out" }));
  const other = await read(bytes);
  await settled(other.page, "by_channel", "crm", "surveys", "tickets");
  const [mine, theirs] = await Promise.all(
    [at.page, other.page].map((page) => page.evaluate(() => window.journeybook.result("comeback").tables["main"]!["customers"])),
  );
  expect(theirs).toEqual(mine);
  const columns = await other.page.evaluate(() => Object.keys(window.journeybook.result("orders").tables["main"]!));
  expect(columns).not.toContain("product");
  expect(columns).toContain("customer_id");
  expect([...other.requests, ...other.complaints]).toEqual([]);
  await other.context.close();
});

test("definitions: the notebook alone, waiting for its files", async () => {
  const bytes = await share(at.page, { level: "definitions" });
  const { head, text } = heldBy(bytes);
  expect(head.parts).toEqual([]);
  expect(leaks(text)).toEqual([]);
  const other = await read(bytes);
  await inState(other.page, "orders", "missing");
  expect([...other.requests, ...other.complaints]).toEqual([]);
  await other.context.close();
});
