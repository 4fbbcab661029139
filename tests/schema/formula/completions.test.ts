import { expect, test } from "vitest";
import { columnInFormula, completions } from "../../../src/schema/formula/completions.ts";
import { functionTable } from "../../../src/schema/formula/function-table.ts";
import { parseFormula } from "../../../src/schema/formula/parse-formula.ts";

test("completions writes every column so that it can be read again", () => {
  const columns = ["price", "Customer ID", "true", "class", "größe", 'a"b\\c', "1st", "__proto__"].map((name) => ({ name, type: "number" as const }));
  for (const { label, apply } of completions(columns).filter(({ type }) => type === "column"))
    expect(parseFormula(apply, columns).columns).toEqual([label]);
});

test("completions puts columns first, and aggregates first in a rollup", () => {
  const columns = [{ name: "price", type: "number" as const }];
  expect(completions(columns)[0]).toEqual({ label: "price", type: "column", detail: "number", info: "The column price.", apply: "price" });
  expect(completions(columns, { aggregate: true })[0]!.label).toBe("count");
  expect(completions(columns).filter(({ type }) => type === "function")).toHaveLength(functionTable.size);
});

test("columnInFormula quotes what is no plain word", () => {
  expect(columnInFormula("Customer ID")).toBe('col("Customer ID")');
  expect(columnInFormula("price")).toBe("price");
});
