import { expect, test } from "vitest";
import { compared, type Found } from "../../../src/app/provenance/differences.ts";
import type { CellResult } from "../../../src/schema/result.ts";
import type { Table } from "../../../src/schema/table.ts";

const table = (...rates: number[]): Table => ({
  rows: rates.length,
  unit: "group",
  columns: [{ name: "rate", type: "number", values: Float64Array.from(rates) }],
});
const found = (main: Table, more: Partial<CellResult> = {}): Found => ({
  result: { tables: { main }, facts: [], warnings: [], n: 2, excluded: {}, ...more },
  whole: (_, head) => Promise.resolve(head),
});

test("equal results agree in every value", async () => {
  expect(await compared(found(table(0.25, 0.5)), found(table(0.25, 0.5)))).toEqual({ differences: [], values: 2 });
});

test("the last digit counts, and the first difference is told with its place", async () => {
  const { differences } = await compared(found(table(0.25, 0.3)), found(table(0.25, 0.1 + 0.2)));
  expect(differences).toEqual(["rate in row 2 of table main is 0.3 here and 0.30000000000000004 computed anew"]);
});

test("other rows, other tables and other counts differ", async () => {
  expect((await compared(found(table(1)), found(table(1, 2)))).differences[0]).toBe("table main has 1 rows here and 2 computed anew");
  const without = { ...found(table(1)), result: { ...found(table(1)).result, tables: {} } };
  expect((await compared(found(table(1)), without)).differences).toEqual(["table main is only here"]);
  expect((await compared(found(table(1)), found(table(1), { n: 3 }))).differences).toEqual(["what it says of its numbers differs"]);
});
