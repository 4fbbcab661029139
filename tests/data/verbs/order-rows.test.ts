import { fc, test as prop } from "@fast-check/vitest";
import { expect } from "vitest";
import { orderRows } from "../../../src/data/verbs/order-rows.ts";
import { column, tableOf } from "../formula/columns.ts";

const row = fc.record({
  n: fc.option(fc.constantFrom(-2.5, -1, 0, 3, 7.25)),
  w: fc.option(fc.constantFrom("B", "a", "b", "é")),
  b: fc.option(fc.boolean()),
});
type Value = number | string | boolean | null;

/** Missing last in either direction; plain comparison otherwise. */
function compared(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b === descending ? 1 : -1;
}

prop.prop([
  fc.array(row, { maxLength: 40 }),
  fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  fc.shuffledSubarray(["n", "w", "b"] as const, { minLength: 1 }),
])("orderRows orders as a stable sort by a comparator does", (rows, down, names) => {
  const columns = {
    n: column(
      "n",
      "number",
      rows.map(({ n }) => n),
    ),
    w: column(
      "w",
      "text",
      rows.map(({ w }) => w),
    ),
    b: column(
      "b",
      "boolean",
      rows.map(({ b }) => b),
    ),
  };
  const keys = names.map((name, place) => ({ column: columns[name], descending: down[place]! }));
  const expected = rows
    .map((one, index) => ({ one, index }))
    .toSorted((x, y) => names.reduce((order, name, place) => order || compared(x.one[name], y.one[name], down[place]!), 0) || x.index - y.index);
  expect([...orderRows(tableOf(...Object.values(columns)), keys)]).toEqual(expected.map(({ index }) => index));
});
