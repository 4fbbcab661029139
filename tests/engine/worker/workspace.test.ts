import { expect, test } from "vitest";
import type { Catalogued, Kernel } from "../../../src/cells/cell.ts";
import { snapshotOf } from "../../../src/engine/worker/snapshot.ts";
import { Workspace } from "../../../src/engine/worker/workspace.ts";
import { membershipKey, type Memberships } from "../../../src/journey/memberships.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { bitset, insert, members } from "../../../src/schema/bitset.ts";
import type { ParamSchema, RawParams } from "../../../src/schema/parameter.ts";
import type { Provides } from "../../../src/schema/shape.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { readBytes } from "../../data/read/formats/written.ts";
import { numbers, request, table } from "../fake-worker.ts";

const kind = (name: string, provides: Provides, params: ParamSchema): [string, Catalogued] => [
  name,
  { kind: { name, major: 1, title: name, question: "?", icon: "table", provides, summary: "" }, params },
];
const from = { type: "input", accepts: ["journey"] } as const;
const catalog = new Map([
  kind("line", "journey", {}),
  kind("mark", "table", { from }),
  kind("groups", "segments", {}),
  kind("reach", "table", { from, where: { type: "conditions", of: "from", optional: true } }),
  kind("read", "table", { from: { type: "input", accepts: ["table"] } }),
]);

const customers = { name: "customer", type: "text" as const, values: Int32Array.of(0, 1, 2), dictionary: ["ann", "bob", "cid"] };
/** A journey of three customers as far as the engine looks into it. */
const plans = { name: "plan", type: "text" as const, values: Int32Array.of(0, -1, 1), dictionary: ["basic", "plus"], valid: Uint8Array.of(0b101) };
const attribute = (name: string) => (name === "plan" ? plans : customers);
const journey = { offsets: new Uint32Array(4), customers: 3, rows: 0, attribute } as unknown as Journey;
const only = (place: number) => {
  const set = bitset(2);
  insert(set, place);
  return set;
};
/** Two segments with cid in both, of a journey that does not know ann. */
const loyal = { names: ["often", "lately"], sets: [only(1), only(1)], customers: ["bob", "cid"] };
const nothing = { facts: [], warnings: [], n: 0, excluded: {}, tables: {} };
const mark = { in: { cell: "m", table: "main", row: { period: 1 } } };

const kernels = new Map<string, Kernel>([
  ["line", { compute: () => Promise.resolve({ ...nothing, tables: { audit: table(numbers("n", [1, 2])) }, value: journey }) }],
  [
    "mark",
    {
      compute: () => Promise.resolve({ ...nothing, tables: { main: table(numbers("period", [0, 1])) } }),
      members(_inputs, _params, { row }) {
        const set = bitset(3);
        insert(set, Number(row["period"]));
        insert(set, 2);
        return set;
      },
    },
  ],
  [
    "reach",
    {
      compute(inputs) {
        const { memberships } = inputs.journey("j") as Journey & { memberships: Memberships };
        const found = memberships.get(membershipKey(mark))!;
        return Promise.resolve({ ...nothing, n: [...members(found.sets[0]!)].map((at) => found.customers[at]).join() === "bob,cid" ? 1 : 0 });
      },
    },
  ],
  ["groups", { compute: () => Promise.resolve({ ...nothing, tables: {}, value: loyal }) }],
  ["read", { compute: (inputs, params) => Promise.resolve({ ...nothing, n: inputs.table((params as { from: string }).from).rows }) }],
]);

function workspace() {
  const space = new Workspace(catalog, kernels, () => undefined);
  let job = 0;
  const run = (kind: string, key: string, params: RawParams = {}, inputs: Record<string, string> = {}) =>
    space.compute(++job, request(kind, params, { key, name: key, inputs }));
  return { space, run };
}

test("compute(job, request) hands a journey the customers behind the mark that a condition speaks of", async () => {
  const { run } = workspace();
  // The fake journey has no shape to tell, but stays in the store.
  await run("line", "j");
  await run("mark", "m", { from: "j" }, { j: "j" });
  expect(await run("reach", "r", { from: "j", where: [{ not: [mark] }] }, { j: "j", m: "m" })).toMatchObject({ state: "done", result: { n: 1 } });
});

test("compute(job, request) needs what the cell of a mark reads, too", async () => {
  const { space, run } = workspace();
  await run("line", "j");
  await run("mark", "m", { from: "j" }, { j: "j" });
  space.forget(["j"]);
  await run("line", "j2");
  const reply = await run("reach", "r", { from: "j", where: [mark] }, { j: "j2", m: "m" });
  expect(reply).toEqual({ state: "needs", keys: ["j"] });
});

test("members(request, pick) gives the ids behind a mark", async () => {
  const { space, run } = workspace();
  await run("line", "j");
  const asked = request("mark", { from: "j" }, { inputs: { j: "j" } });
  expect(await space.members(asked, { table: "main", row: { period: 0 } })).toEqual({ customers: ["ann", "cid"] });
  space.forget(["j"]);
  expect(await space.members(asked, { table: "main", row: { period: 0 } })).toEqual({ state: "needs", keys: ["j"] });
});

test("members(request, pick, wanted) gives a row for each customer, with the attributes and segments that are wanted", async () => {
  const { space, run } = workspace();
  await run("line", "j");
  await run("groups", "g");
  const asked = request("mark", { from: "j" }, { inputs: { j: "j" } });
  const pick = { table: "main", row: { period: 0 } };
  const reply = await space.members(asked, pick, { attributes: ["plan"], segments: [{ name: "loyal", key: "g" }] });
  const found = "state" in reply ? null : reply.table!;
  const values = found?.columns.map((column) => [column.name, ...Array.from({ length: found.rows }, (_, row) => scalarAt(column, row))]);
  // By hand: period 0 holds ann and cid; cid is in both segments, whose cell knows her by another place.
  expect(values).toEqual([
    ["customer", "ann", "cid"],
    ["plan", "basic", "plus"],
    ["loyal", "", "often; lately"],
  ]);
  space.forget(["g"]);
  expect(await space.members(asked, pick, { attributes: [], segments: [{ name: "loyal", key: "g" }] })).toEqual({ state: "needs", keys: ["g"] });
});

test("rows(query) keeps the rows that meet all conditions and hold the search, in order, and says how many there are", async () => {
  const { space, run } = workspace();
  await run("line", "j");
  const query = { key: "j", table: "audit", from: 0, to: 10 };
  const descending = { column: "n", descending: true };
  const some = await space.rows({ ...query, orderBy: descending, where: [{ column: "n", atLeast: 1 }] });
  expect(some).toMatchObject({ rows: 2, truncatedFrom: 2, columns: [{ values: Float64Array.of(2, 1) }] });
  expect(await space.rows({ ...query, where: [{ column: "n", above: 1 }] })).toMatchObject({ rows: 1, columns: [{ values: Float64Array.of(2) }] });
  expect(await space.rows({ ...query, where: [{ column: "n", above: 1 }], search: "no text has it" })).toMatchObject({ rows: 0, truncatedFrom: 0 });
  expect(await space.rows({ ...query, where: [{ column: "m", is: 1 }] })).toMatchObject({
    state: "failed",
    problem: { problem: expect.stringContaining('"m"') },
  });
});

test("file(query, format) writes the rows of a query as a file, and says what it lacks", async () => {
  const { space, run } = workspace();
  await run("line", "j");
  const query = { key: "j", table: "audit", from: 0, to: 10, where: [{ column: "n", above: 1 }] };
  for (const format of ["arrow", "parquet"] as const) {
    const reply = await space.file(query, format);
    if ("state" in reply) throw new Error(reply.state);
    const { table } = await readBytes(`audit.${format}`, reply.bytes);
    expect([table.rows, table.columns[0]!.values[0]]).toEqual([1, 2]);
  }
  expect(await space.file({ ...query, key: "gone" }, "arrow")).toEqual({ state: "needs", keys: ["gone"] });
  expect(await space.file({ ...query, table: "none" }, "arrow")).toMatchObject({ state: "failed" });
});

test("compute(job, request) reads a named table of any cell, and says in words what cannot be read", async () => {
  const { run } = workspace();
  await run("line", "j");
  await run("mark", "m", { from: "j" }, { j: "j" });
  const problem = async (from: string, key: string) => {
    const reply = await run("read", "r", { from }, { [from]: key });
    return reply.state === "failed" ? [reply.problem.problem, reply.problem.remedy] : reply;
  };
  expect(await problem("j.audit", "j")).toMatchObject({ state: "done", result: { n: 2 } });
  expect(await problem("m", "m")).toMatchObject({ state: "done", result: { n: 2 } });
  expect(await problem("j", "j")).toEqual([
    '"j" is a journey, and a table is needed here.',
    'Choose a table, or one of its tables, such as "j.audit".',
  ]);
  expect(await problem("m.checks", "m")).toEqual(['"m" has no table "checks".', 'Choose one of "m.main".']);
});

test("restore(key, snapshot) brings a table back, and held() counts its bytes", async () => {
  const { space, run } = workspace();
  await space.restore("t", snapshotOf({ value: table(numbers("n", [1, 2, 3])), tables: {} })!);
  expect(await run("read", "r", { from: "t" }, { t: "t" })).toMatchObject({ state: "done", result: { n: 3 } });
  expect(await space.held()).toBeGreaterThanOrEqual(24);
  space.forget(["t"]);
  expect(await space.held()).toBe(0);
});
