import { expect, test } from "vitest";
import { suggest } from "../../src/cells/churn/params.ts";
import type { InputShape } from "../../src/schema/shape.ts";

// Header and counts of ../shared/data/telco, some columns of it.
const telco: InputShape = {
  name: "telco",
  provides: "table",
  rows: 7_043,
  columns: [
    { name: "customerID", type: "text", missing: 0, distinct: 7_043 },
    { name: "tenure", type: "integer", missing: 0, distinct: 73 },
    { name: "Churn", type: "boolean", missing: 0, distinct: 2 },
  ],
};

test("churn.suggest(shape) learns from the column of a table that says who left", () => {
  expect(suggest(telco)).toEqual([
    {
      params: { from: "telco", label: "Churn", id: "customerID" },
      why: 'Shows who is about to leave, learned from "Churn" in 7,043 rows of "telco".',
      confidence: 0.7,
    },
  ]);
});

test("churn.suggest(shape) offers nothing for a table that does not say who left, or a small one", () => {
  expect(suggest({ ...telco, columns: telco.columns.slice(0, 2) })).toEqual([]);
  expect(suggest({ ...telco, rows: 100 })).toEqual([]);
});
