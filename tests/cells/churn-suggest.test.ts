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

test("churn.suggest(shape) asks for a silence longer than nine in ten of the data's own pauses, where the data are long enough", () => {
  const top = ["visit", "purchase"];
  const columns = [{ name: "event", type: "text" as const, missing: 0, distinct: 2, top, role: "event" as const }];
  const day = 86_400_000;
  const journey = (days: number, pause: number): InputShape => {
    return {
      name: "customers",
      provides: "journey",
      rows: 5_000,
      customers: 900,
      columns,
      window: [0, days * day],
      pauses: { purchase: pause, visit: 9 },
    };
  };
  const windows = (shape: InputShape) => suggest(shape)[0]!.params["windows"];
  // By hand: 120 is the first usual length above 101, and 240 days are twice as much.
  expect(windows(journey(720, 101))).toEqual({ observation: "240 days", gap: "7 days", outcome: "120 days", snapshot: null });
  expect(windows(journey(720, 20))).toEqual({ observation: "180 days", gap: "7 days", outcome: "30 days", snapshot: null });
  expect(windows(journey(200, 101))).toBeUndefined();
});
