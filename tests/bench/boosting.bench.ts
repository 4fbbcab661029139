import { expect, test } from "vitest";
import { random } from "../../src/analysis/random/random.ts";
import { boosting } from "../../src/analysis/trees/boosting.ts";

/** `JOURNEYBOOK_BENCH=0.1` tries it on a tenth of the customers. */
const customers = 100_000 * Number(process.env["JOURNEYBOOK_BENCH"] ?? "1");
const features = 60;

test("boosting learns 200 trees from 60 features", async () => {
  const next = random(1);
  const columns = Array.from({ length: features }, () => Float64Array.from({ length: customers }, next));
  const outcomes = Uint8Array.from({ length: customers }, (_, row) => (next() < 0.2 + 0.4 * columns[0]![row]! * columns[1]![row]! ? 1 : 0));
  const began = performance.now();
  let pauses = 0;
  const forest = await boosting(
    { columns, outcomes, rows: Uint32Array.from({ length: customers }, (_, row) => row) },
    { trees: 200, leaves: 15, rate: 0.05, minChild: 20, seed: 1 },
    () => void pauses++,
  );
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `| boosting, ${customers} customers × ${features} features × ${forest.trees.length} trees | goal 15 s | ${seconds.toFixed(1)} s | ${pauses} places to stop |`,
  );
  expect(forest.trees.length).toBe(200);
  // It can be stopped at every tree.
  expect(pauses).toBeGreaterThanOrEqual(200);
});
