import { expect, test } from "vitest";
import type { Inputs, Job } from "../../src/cells/cell.ts";
import { compute, members } from "../../src/cells/_template/compute.ts";
import { params as schema } from "../../src/cells/_template/params.ts";
import { buildJourney } from "../../src/journey/build-journey.ts";
import { size } from "../../src/schema/bitset.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { defaultSettings } from "../../src/schema/settings.ts";

const settings = { timezone: "UTC", weekStart: 1, window: null };
const running = () => undefined;
const job: Job = { ...defaultSettings, seed: 1, cancelled: false, progress: running, files: () => Promise.resolve([]) };
const none = () => {
  throw new Error("not an input of this test");
};
const params = resolve(schema, { from: "customers", by: "channel" });

/** Three customers: a and b came by mail first, c by search, d by nothing known. */
async function inputs(): Promise<Inputs> {
  const columns = [
    { name: "customer", type: "text" as const, values: Int32Array.of(0, 1, 0, 2, 3), dictionary: ["a", "b", "c", "d"] },
    { name: "time", type: "time" as const, values: Float64Array.of(1, 2, 3, 4, 5) },
    { name: "channel", type: "text" as const, values: Int32Array.of(0, 0, 1, 1, -1), dictionary: ["mail", "search"], valid: Uint8Array.of(0b1111) },
  ];
  const line = { from: "events", customer: "customer", time: "time", event: "=visit", channel: "channel" };
  const { journey } = await buildJourney([{ line, table: { rows: 5, unit: "event", columns } }], [], settings, running);
  return { journey: () => journey, table: none, segments: none };
}

test("compute counts the customers of each group", async () => {
  const { tables, n, excluded } = await compute(await inputs(), params, job);
  const column = (name: string) => {
    const found = tables["main"]!.columns.find((one) => one.name === name)!;
    return Array.from({ length: tables["main"]!.rows }, (_, row) => scalarAt(found, row));
  };
  // By hand, from the customers above.
  expect([column("group"), column("customers"), column("share")]).toEqual([
    ["mail", "search"],
    [2, 1],
    [2 / 3, 1 / 3],
  ]);
  expect([n, excluded]).toEqual([3, { "no value": 1 }]);
});

test("compute claims a majority only when its interval lies above one half", async () => {
  const { facts } = await compute(await inputs(), params, job);
  // By hand: two of three, whose interval begins at 0.21.
  expect(facts.map((fact) => fact.holds)).toEqual([false]);
});

test("members gives the customers of a group", async () => {
  expect(size(members(await inputs(), params, { table: "main", row: { group: "mail" } }))).toBe(2);
  expect(size(members(await inputs(), params, { table: "main", row: { group: "nowhere" } }))).toBe(0);
});
