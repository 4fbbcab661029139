import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Inputs, Job } from "../../src/cells/cell.ts";
import { compute, readings } from "../../src/cells/source/compute.ts";
import { params } from "../../src/cells/source/params.ts";
import { writeReading } from "../../src/data/read/arrow/write-reading.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { idHash } from "../../src/schema/exclusions.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import { valuesOf } from "../data/csv/table-of.ts";

type Files = Record<string, string | Uint8Array<ArrayBuffer>>;

const job = (files: Files): Job => ({
  ...defaultSettings,
  seed: 1,
  cancelled: false,
  progress: () => undefined,
  files: async () => Object.entries(files).map(([name, content]) => ({ name, blob: new Blob([content]), modified: 0 })),
});
const resolved = (files: Files, raw: RawParams) => resolve(params, { file: Object.keys(files), ...raw });
const run = (files: Files, raw: RawParams) => compute({} as Inputs, resolved(files, raw), job(files));

const orders = "customer_id,amount,note\nc1,10,first\nc10,20,second\nc1,30,third\n";
/** As `sha256sum` prints it, by Node's own implementation. */
const sha256 = createHash("sha256").update(orders).digest("hex");

const exclude = [{ column: "customer_id", sha256: idHash("c1") }];

test("a file that is what was pinned says nothing, and its hash stands among what was read", async () => {
  const { warnings, tables } = await run({ "orders.csv": orders }, { pin: { sha256, rows: 3 } });
  expect(warnings).toEqual([]);
  expect(valuesOf(tables["files"]!)).toMatchObject({ file: ["orders.csv"], bytes: [orders.length], rows: [3], sha256: [sha256] });
});

test("another file says at once what was pinned and what is here, and offers to pin it", async () => {
  const other = orders.replace("30", "31");
  const now = createHash("sha256").update(other).digest("hex");
  const { warnings } = await run({ "orders.csv": other }, { pin: { sha256, rows: 4 } });
  expect(warnings[0]).toMatchObject({
    code: "pin",
    text: `orders.csv is not what was pinned: pinned was ${sha256.slice(0, 12)}… with 4 rows, and here is ${now.slice(0, 12)}… with 3 rows.`,
    fixes: [{ params: { pin: { sha256: now, rows: 3 } } }],
  });
});

test("several files are pinned together, and in their order", async () => {
  const two = "customer_id,amount,note\nc2,1,x\n";
  const hashes = [orders, two].map((text) => createHash("sha256").update(text).digest("hex"));
  const pin = {
    sha256: createHash("sha256")
      .update(`${hashes.join("\n")}\n`)
      .digest("hex"),
    rows: 4,
  };
  expect((await run({ "a.csv": orders, "b.csv": two }, { pin })).warnings).toEqual([]);
  expect((await run({ "a.csv": two, "b.csv": orders }, { pin })).warnings[0]).toMatchObject({ code: "pin" });
});

test("a shared page's data is compared by what its file was, and one that does not say so cannot be", async () => {
  const [reading] = await readings(resolved({ "orders.csv": orders }, {}), job({ "orders.csv": orders }));
  const shared = { "orders.csv": writeReading(reading!) };
  expect((await run(shared, { pin: { sha256, rows: 3 } })).warnings).toEqual([]);
  expect((await run(shared, { pin: { sha256: sha256.replace(/^./, "f"), rows: 3 } })).warnings[0]).toMatchObject({ code: "pin" });
  const { sha256: _none, ...before } = reading!;
  expect((await run({ "orders.csv": writeReading(before) }, { pin: { sha256, rows: 3 } })).warnings[0]).toMatchObject({ code: "pin-unknown" });
});

test("rows of a removed customer are left out and counted, and no word of theirs stays in the table", async () => {
  const { value, n, excluded, warnings } = await run({ "orders.csv": orders }, { exclude, pin: { sha256, rows: 3 } });
  expect(valuesOf(value as DataTable)).toEqual({ customer_id: ["c10"], amount: [20], note: ["second"] });
  expect([n, excluded]).toEqual([1, { "rows of removed customers": 2 }]);
  expect((value as DataTable).columns.flatMap(({ dictionary }) => dictionary ?? [])).toEqual(["c10", "second"]);
  expect(warnings).toEqual([]);
});

test("ids that are numbers are removed too", async () => {
  const text = "user_id,amount\n7,1\n17,2\n7,3\n";
  const { value } = await run({ "a.csv": text }, { exclude: [{ column: "user_id", sha256: idHash("7") }] });
  expect(valuesOf(value as DataTable)).toEqual({ user_id: [17], amount: [2] });
});

test("a shared page has no row of a removed customer, and still knows what was pinned", async () => {
  const [reading] = await readings(resolved({ "orders.csv": orders }, { exclude }), job({ "orders.csv": orders }));
  const bytes = writeReading(reading!);
  expect(new TextDecoder("latin1").decode(bytes)).not.toContain("third");
  const { warnings, excluded } = await run({ "orders.csv": bytes }, { exclude, pin: { sha256, rows: 3 } });
  expect(warnings).toEqual([]);
  expect(excluded).toEqual({ "rows of removed customers": 2 });
});
