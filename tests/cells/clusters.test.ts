import { describe, expect, test } from "vitest";
import { random } from "../../src/analysis/random/random.ts";
import { compute, members } from "../../src/cells/clusters/compute.ts";
import { params as schema } from "../../src/cells/clusters/params.ts";
import { size } from "../../src/schema/bitset.ts";
import type { Json } from "../../src/schema/json.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { around, journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);

async function run(happenings: readonly Happening[], more: Record<string, Json> = {}) {
  const params = resolve(schema, { from: "journey", most: 4, replicates: 20, ...more });
  const { inputs, job } = around(await journeyOf(happenings));
  return { params, inputs, job, output: await compute(inputs, params, job) };
}

/** Two kinds of customers: forty with twelve orders of little, forty with two of much. */
function two(): Happening[] {
  const next = random(4);
  return Array.from({ length: 80 }, (_, customer) => {
    const often = customer % 2 === 0;
    return Array.from({ length: often ? 12 : 2 }, (_, order) => ({
      customer: `c${customer}`,
      at: start + Math.floor((often ? 100 + order * 8 : order * 10) * day + next() * 5 * day),
      value: (often ? 10 : 200) * (1 + 0.1 * next()),
    }));
  }).flat();
}

describe("clusters", () => {
  test("finds two planted kinds of customers, says so, and gives back each cluster's customers", async () => {
    const { params, inputs, job, output } = await run(two());
    expect(output.facts[0]).toMatchObject({ code: "structure", holds: true, values: { clusters: 2 } });
    expect(rowsOf(output.tables["main"]!).map((row) => row["customers"])).toEqual([40, 40]);
    const set = members(inputs, params, { table: "main", row: { cluster: "Cluster 1" } }, job, output.tables);
    expect(size(set)).toBe(40);
  });

  test.each([1, 2, 3])("finds none in noise, and says so (noise %i)", async (seed) => {
    const next = random(seed);
    const noise = Array.from({ length: 600 }, (_, at) => ({
      customer: `c${at % 120}`,
      at: start + Math.floor(next() * 300 * day),
      value: next() * 100,
    }));
    const { output } = await run(noise);
    expect(output.facts.filter(({ holds }) => holds)).toEqual([]);
    expect(output.warnings.map(({ code }) => code)).toContain("no_structure");
  });

  test("of identical customers, or of too few, is refused in words", async () => {
    const alike = Array.from({ length: 40 }, (_, customer) => ({ customer: `c${customer}`, at: start, value: 1 }));
    await expect(run(alike)).rejects.toThrow(/All customers are alike/);
    await expect(run(alike.slice(0, 1))).rejects.toThrow(/too few to look for groups/);
  });
});
