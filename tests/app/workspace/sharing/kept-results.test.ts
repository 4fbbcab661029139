import { expect, test } from "vitest";
import { KeptResults } from "../../../../src/app/workspace/sharing/kept-results.ts";
import type { CellState } from "../../../../src/notebook/cell-state.ts";
import { openNotebook } from "../../../../src/notebook/open.ts";
import type { CellResult } from "../../../../src/schema/result.ts";

const notebook = (grain: string, title = "A", prose = "Words.") =>
  openNotebook(`---\nformat: 1\ntitle: "${title}"\n---\n\n${prose}\n\n\`\`\`cell retention comeback\nfrom: "customers"\ngrain: "${grain}"\n\`\`\`\n`)
    .notebook;
const result: CellResult = { tables: {}, facts: [], warnings: [], n: 12, excluded: {} };
const waits = (state: CellState["state"]): CellState => ({
  name: "comeback",
  state,
  result: null,
  shape: null,
  key: null,
  current: false,
  progress: null,
  problem: { problem: "It waits.", remedy: "" },
  because: "orders",
  ms: null,
  missingFiles: [],
});

const kept = new KeptResults();
kept.restore(new Map([["comeback", result]]), notebook("month"));

test.each(["missing", "blocked", "fresh"] as const)("a cell that is %s shows what it found when it was shared, and says so", (state) => {
  expect(kept.seen(waits(state), notebook("month"))).toMatchObject({ state: "kept", result, current: true, problem: null, missingFiles: [] });
});

test("other words and another title change nothing; another parameter makes it a result of before", () => {
  expect(kept.seen(waits("blocked"), notebook("month", "B", "Other words."))).toMatchObject({ state: "kept" });
  expect(kept.seen(waits("blocked"), notebook("week"))).toMatchObject({ state: "blocked", result, current: false });
});

test("a cell that runs, or that was not shared, is as it is", () => {
  const running = waits("running");
  expect(kept.seen(running, notebook("month"))).toBe(running);
  const other = { ...waits("blocked"), name: "paths" };
  expect(kept.seen(other, notebook("month"))).toBe(other);
});
