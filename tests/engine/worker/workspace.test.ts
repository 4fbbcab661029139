import { expect, test } from "vitest";
import type { Catalogued, Kernel } from "../../../src/cells/cell.ts";
import { snapshotOf } from "../../../src/engine/worker/snapshot.ts";
import { Workspace } from "../../../src/engine/worker/workspace.ts";
import { membershipKey, type Memberships } from "../../../src/journey/memberships.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { bitset, insert, members } from "../../../src/schema/bitset.ts";
import type { ParamSchema, RawParams } from "../../../src/schema/parameter.ts";
import type { Provides } from "../../../src/schema/shape.ts";
import { numbers, request, table } from "../fake-worker.ts";

const kind = (name: string, provides: Provides, params: ParamSchema): [string, Catalogued] => [
  name,
  { kind: { name, major: 1, title: name, question: "?", icon: "table", provides, summary: "" }, params },
];
const from = { type: "input", accepts: ["journey"] } as const;
const catalog = new Map([
  kind("line", "journey", {}),
  kind("mark", "table", { from }),
  kind("reach", "table", { from, where: { type: "conditions", of: "from", optional: true } }),
  kind("read", "table", { from: { type: "input", accepts: ["table"] } }),
]);

const customers = { name: "customer", type: "text" as const, values: Int32Array.of(0, 1, 2), dictionary: ["ann", "bob", "cid"] };
/** A journey of three customers as far as the engine looks into it. */
const journey = { offsets: new Uint32Array(4), customers: 3, rows: 0, attribute: () => customers } as unknown as Journey;
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
