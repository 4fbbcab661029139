import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CellState } from "../../src/notebook/cell-state.ts";
import { runNotebook } from "./laboratory.ts";
import { rowsOf } from "./retention-run.ts";

const top = join(import.meta.dirname, "../..");

interface Truth {
  outcome: { incremental_orders: Record<string, number>; last_click_orders: Record<string, number> };
}

describe("the attribution notebook", () => {
  let states: Map<string, CellState>;
  const truth = (JSON.parse(readFileSync(join(top, "sample-data/truth.json"), "utf8")) as Truth).outcome;

  beforeAll(async () => {
    ({ states } = await runNotebook(readFileSync(join(top, "notebooks/attribution.journey.md"), "utf8")));
  }, 120_000);

  const earned = (model: string, channel: string) =>
    Number(rowsOf(states.get("credit")!.result!.tables["main"]!).find((row) => row["model"] === model && row["channel"] === channel)!["conversions"]);

  test("runs without a problem and finds something its interval supports", () => {
    expect([...states.values()].map((state) => state.problem)).toEqual([...states.values()].map(() => null));
    expect(states.get("credit")!.result!.facts[0]).toMatchObject({ code: "depends_on_model", holds: true });
  });

  test("says of display what the models show", () => {
    const truly = truth.incremental_orders["display"]!;
    for (const model of ["first", "linear", "position", "time_decay", "markov_1", "markov_2", "markov_3", "shapley"])
      expect(earned(model, "display"), model).toBeGreaterThan(2 * earned("last", "display"));
    expect(Math.abs(earned("markov_2", "display") / truly - 1)).toBeLessThan(0.2);
    expect(earned("shapley_rate", "display")).toBeLessThan(0);
  });

  test("says of e-mail and paid search what the models show", () => {
    for (const model of ["last", "last_non_direct", "linear", "markov_1", "markov_2", "shapley", "logistic"])
      expect(earned(model, "email"), model).toBeGreaterThan(1_000);
    expect(earned("first", "email")).toBeLessThan(100);
    expect(earned("linear", "cpc") / truth.incremental_orders["cpc"]!).toBeGreaterThan(2);
  });
});
