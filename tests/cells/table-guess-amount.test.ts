import { expect, test } from "vitest";
import { suggest } from "../../src/cells/table/params.ts";
import type { ColumnShape, InputShape } from "../../src/schema/shape.ts";

const number = (name: string, min: number): ColumnShape => ({ name, type: "number", missing: 0, distinct: 300, min });
const table = (...columns: ColumnShape[]): InputShape => ({ name: "sales", provides: "table", rows: 1_000, columns });

test("suggest(shape) offers to work out the amount that Online Retail lacks, without returns and what was free", () => {
  // The least values of ../shared/data/online_retail: a quantity of −80,995 and a price of −11,062.06.
  const [offer] = suggest(table(number("Quantity", -80_995), number("UnitPrice", -11_062.06)));
  expect(offer).toMatchObject({
    name: "paid",
    prepares: true,
    params: { from: "sales", verbs: [{ filter: "Quantity > 0 && UnitPrice > 0" }, { derive: { amount: "Quantity * UnitPrice" } }] },
    why: 'Works out the amount, Quantity × UnitPrice, which "sales" does not have; returns and what was free left out.',
  });
});

test("suggest(shape) filters nothing where all quantities and prices are above 0, and quotes names with blanks", () => {
  const [offer] = suggest(table(number("Qty", 1), number("Unit Price", 0.5)));
  expect(offer!.params["verbs"]).toEqual([{ derive: { amount: 'Qty * col("Unit Price")' } }]);
});

test("suggest(shape) offers nothing where there is an amount, no price, or no table", () => {
  expect(suggest(table(number("quantity", 1), number("price", 1), number("total", 1)))).toEqual([]);
  expect(suggest(table(number("quantity", 1)))).toEqual([]);
  expect(suggest({ ...table(number("quantity", 1), number("price", 1)), provides: "journey" })).toEqual([]);
});
