import { expect, test } from "vitest";
import { keptResult, mostRows } from "../../../src/notebook/versions/kept-result.ts";
import type { CellResult } from "../../../src/schema/result.ts";
import type { Table } from "../../../src/schema/table.ts";

const column = (name: string, role: "customers" | "customer" | "verbatim", rows: number) => ({
  name,
  type: "integer" as const,
  role,
  values: new Int32Array(rows),
});
const table = (unit: Table["unit"], rows: number): Table => ({
  rows,
  unit,
  columns: [column("customers", "customers", rows), column("id", "customer", rows), column("said", "verbatim", rows)],
});

test("a version keeps short tables of groups, without ids and comments, and nothing of single customers", () => {
  const result: CellResult = {
    tables: { main: table("group", 3), long: table("group", mostRows + 1), assignment: table("customer", 3), rows: table("event", 3) },
    facts: [],
    warnings: [{ code: "few", text: "Few.", fixes: [{ label: "Fix", params: { from: "x" } }] }],
    n: 7,
    excluded: {},
    seed: 1,
  };
  const kept = keptResult(result);
  expect(Object.keys(kept.tables)).toEqual(["main"]);
  expect(kept.tables["main"]!.columns.map(({ name }) => name)).toEqual(["customers"]);
  expect(kept.warnings).toEqual([{ code: "few", text: "Few." }]);
  expect(kept.n).toBe(7);
});
