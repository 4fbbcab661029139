import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/schema/errors.ts";
import type { Verb } from "../../../src/schema/verbs.ts";
import { after, column, rowsOf, tableOf, valuesOf, type Around } from "../formula/columns.ts";

const orders = tableOf(
  column("customer", "text", ["ann", "bob", "ann", null, "cia", "bob"]),
  column("country", "text", ["DE", "FR", "DE", "DE", null, "FR"]),
  column("amount", "number", [10, 20, 30, 40, null, 60]),
  column("quantity", "integer", [1, 2, 3, 4, 5, 6]),
);
const crm = tableOf(
  column("id", "text", ["bob", "ann", "dan", "bob", null]),
  column("country", "text", ["FR", "DE", "IT", "BE", "US"]),
  column("plan", "text", ["free", "pro", "pro", "team", "free"]),
);

const run = async (verbs: readonly Verb[], around: Around = {}) => after(orders, verbs, { others: { crm }, ...around });
const refused = async (verbs: readonly Verb[]): Promise<UserError> => {
  try {
    await run(verbs);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

// All expected tables below are by hand.
describe("applyVerbs", () => {
  test("counts the rows before and after each step", async () => {
    const { steps } = await run([{ filter: "quantity > 1" }, { groupby: ["country"] }, { rollup: { n: "count()" } }]);
    expect(steps.map(({ verb, detail, rowsIn, rowsOut }) => [verb, detail, rowsIn, rowsOut])).toEqual([
      ["filter", "quantity > 1", 6, 5],
      ["groupby", "country", 5, 5],
      ["rollup", "n = count()", 5, 3],
    ]);
  });

  test("keeps the buffers of columns that no step changes", async () => {
    const { table } = await run([{ filter: "amount > 15" }, { derive: { twice: "amount * 2" } }, { orderby: [{ desc: "amount" }] }]);
    expect(table.columns.slice(0, 4).map(({ values }) => values)).toEqual(orders.columns.map(({ values }) => values));
    expect(table.columns.every((one, index) => index === 4 || one.values === orders.columns[index]!.values)).toBe(true);
    expect(valuesOf(table, "twice")).toEqual([120, 80, 60, 40]);
    expect(valuesOf(table, "customer")).toEqual(["bob", null, "ann", "bob"]);
  });

  test("leaves the table it was given as it was", async () => {
    const before = structuredClone(orders);
    await run([{ derive: { amount: "0" } }, { filter: "quantity > 3" }, { orderby: ["amount"] }, { join: { from: "crm", on: { customer: "id" } } }]);
    expect(orders).toEqual(before);
  });

  test("derives columns typed by their formulas, in the place of those they replace", async () => {
    const { table } = await run([
      { derive: { amount: "amount / 10", big: "amount > 25", half: "quantity / 2", label: 'customer + "!"', whole: "quantity * 2" } },
    ]);
    expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
      ["customer", "text"],
      ["country", "text"],
      ["amount", "number"],
      ["quantity", "integer"],
      ["big", "boolean"],
      ["half", "number"],
      ["label", "text"],
      ["whole", "integer"],
    ]);
    expect(valuesOf(table, "amount")).toEqual([1, 2, 3, 4, null, 6]);
    expect(valuesOf(table, "big")).toEqual([false, false, true, true, null, true]);
    expect(valuesOf(table, "label")).toEqual(["ann!", "bob!", "ann!", null, "cia!", "bob!"]);
    expect(table.columns.at(-1)!.values).toBeInstanceOf(Int32Array);
  });

  test("rolls groups up in the order of their first rows, missing ones too", async () => {
    const { table } = await run([
      { groupby: ["country"] },
      { rollup: { n: "count()", known: "count(amount)", total: "sum(amount)", who: "first(customer)", most: "max(customer)" } },
    ]);
    expect(table.unit).toBe("event");
    expect(rowsOf(table)).toEqual([
      ["DE", 3, 3, 80, "ann", "ann"],
      ["FR", 2, 2, 80, "bob", "bob"],
      [null, 1, 0, null, "cia", "cia"],
    ]);
  });

  test("groups by several columns of any type", async () => {
    const { table } = await run([{ derive: { large: "quantity > 3" } }, { groupby: ["large", "country"] }, { rollup: { n: "count()" } }]);
    expect(rowsOf(table)).toEqual([
      [false, "DE", 2],
      [false, "FR", 1],
      [true, "DE", 1],
      [true, null, 1],
      [true, "FR", 1],
    ]);
  });

  test("rolls a whole table up to one row, even an empty one", async () => {
    const { table } = await run([{ filter: "quantity > 100" }, { rollup: { n: "count()", total: "sum(amount)", mean: "mean(amount) + 1" } }]);
    expect(rowsOf(table)).toEqual([[0, null, null]]);
    const grouped = await run([{ filter: "quantity > 100" }, { groupby: ["country"] }, { rollup: { n: "count()" } }]);
    expect(grouped.table).toMatchObject({ rows: 0, unit: "event" });
  });

  test("gives a row its group's aggregates between groupby and rollup", async () => {
    const { table } = await run([
      { filter: "!is_missing(country)" },
      { groupby: ["country"] },
      { derive: { part: "amount / sum(amount)" } },
      { filter: "amount == max(amount)" },
    ]);
    expect(rowsOf(table)).toEqual([
      [null, "DE", 40, 4, 0.5],
      ["bob", "FR", 60, 6, 0.75],
    ]);
  });

  test("lets first and last follow the order of the rows", async () => {
    const { table } = await run([{ orderby: [{ desc: "quantity" }] }, { rollup: { first: "first(quantity)", last: "last(quantity)" } }]);
    expect(rowsOf(table)).toEqual([[6, 1]]);
  });

  test("orders by several columns, missing values last both ways, equal rows as they were", async () => {
    const { table } = await run([{ orderby: ["country", { desc: "amount" }] }]);
    expect(valuesOf(table, "quantity")).toEqual([4, 3, 1, 6, 2, 5]);
    const { table: backwards } = await run([{ orderby: [{ desc: "country" }] }]);
    expect(valuesOf(backwards, "quantity")).toEqual([2, 6, 1, 3, 4, 5]);
  });

  test("selects and renames columns", async () => {
    const { table } = await run([{ select: ["quantity", "country"] }, { rename: { country: "land" } }]);
    expect(table.columns.map(({ name }) => name)).toEqual(["quantity", "land"]);
    const { table: grouped } = await run([{ groupby: ["country"] }, { rename: { country: "land" } }, { rollup: { n: "count()" } }]);
    expect(grouped.columns.map(({ name }) => name)).toEqual(["land", "n"]);
  });
});

describe("applyVerbs joins", () => {
  const on = { customer: "id" };
  const quantities = async (how: "inner" | "semi" | "anti") => valuesOf((await run([{ join: { from: "crm", on, how } }])).table, "quantity");

  test("left: all rows here, once for each match, names that are taken with _2", async () => {
    const { table } = await run([{ join: { from: "crm", on } }]);
    expect(table.columns.map(({ name }) => name)).toEqual(["customer", "country", "amount", "quantity", "country_2", "plan"]);
    expect(rowsOf(table).map((row) => [row[0], row[3], row[4], row[5]])).toEqual([
      ["ann", 1, "DE", "pro"],
      ["bob", 2, "FR", "free"],
      ["bob", 2, "BE", "team"],
      ["ann", 3, "DE", "pro"],
      [null, 4, null, null],
      ["cia", 5, null, null],
      ["bob", 6, "FR", "free"],
      ["bob", 6, "BE", "team"],
    ]);
  });

  test("inner, semi and anti: only rows with a match, or without", async () => {
    expect(await quantities("inner")).toEqual([1, 2, 2, 3, 6, 6]);
    expect(await quantities("semi")).toEqual([1, 2, 3, 6]);
    expect(await quantities("anti")).toEqual([4, 5]);
  });

  test("full: rows of both, keys from either side", async () => {
    const { table } = await run([{ join: { from: "crm", on, how: "full" } }]);
    expect(
      rowsOf(table)
        .slice(8)
        .map((row) => [row[0], row[3], row[5]]),
    ).toEqual([
      ["dan", null, "pro"],
      [null, null, "free"],
    ]);
    expect(table.rows).toBe(10);
  });

  test("by several columns, of which all must be equal", async () => {
    const { table } = await run([{ join: { from: "crm", on: { customer: "id", country: "country" }, how: "inner" } }]);
    expect(valuesOf(table, "quantity")).toEqual([1, 2, 3, 6]);
    expect(valuesOf(table, "plan")).toEqual(["pro", "free", "pro", "free"]);
  });

  test("whole numbers and numbers are equal where they are", async () => {
    const left = tableOf(column("k", "integer", [1, 2]));
    const right = tableOf(column("k", "number", [2, 2.5]), column("v", "boolean", [true, false]));
    const { table } = await after(left, [{ join: { from: "right", on: ["k"], how: "full" } }], { others: { right } });
    expect(rowsOf(table)).toEqual([
      [1, null],
      [2, true],
      [2.5, false],
    ]);
  });

  test("after a filter and an order on either side", async () => {
    const { table: filtered } = await after(crm, [{ filter: 'plan == "team" || plan == "pro"' }]);
    const { table } = await run([{ orderby: [{ desc: "quantity" }] }, { join: { from: "filtered", on, how: "inner" } }], { others: { filtered } });
    expect(rowsOf(table).map((row) => [row[3], row[5]])).toEqual([
      [6, "team"],
      [3, "pro"],
      [2, "team"],
      [1, "pro"],
    ]);
  });

  test("never into more than 20 million rows: refused with the number and the key", async () => {
    const wide = tableOf(
      column(
        "k",
        "integer",
        Array.from({ length: 5_000 }, (_, row) => (row < 4_999 ? 7 : 8)),
      ),
    );
    const joining = after(wide, [{ join: { from: "wide", on: ["k"] } }], { others: { wide } });
    // 4,999² + 1.
    await expect(joining).rejects.toThrow("Step 1, join: The join would make 24,990,002 rows; k 7 alone is in 4,999 rows here and 4,999 rows there.");
  });
});

describe("applyVerbs says which step is wrong", () => {
  test.each<[Verb[], RegExp, RegExp]>([
    [[{ filter: "quantity > 1" }, { derive: { x: "prise * 2" } }], /^Step 2, derive: There is no column "prise"/, /one of its columns/],
    [[{ derive: { a: "quantity * 2", b: "a + 1" } }], /^Step 1, derive: b reads a, which is made in the same step/, /before this one/],
    [[{ filter: "quantity" }], /^Step 1, filter: The formula gives a whole number/, /comparison/],
    [[{ select: ["amuont"] }], /^Step 1, select: There is no column "amuont"/, /"amount"/],
    [[{ derive: { "": "1" } }], /^Step 1, derive: A new column has no name/, /left of the formula/],
    [[{ select: ["amount", "amount"] }], /named twice/, /once/],
    [[{ rename: { amount: "quantity" } }], /Two columns would be called "quantity"/, /another name/],
    [[{ groupby: ["nothing"] }], /^Step 1, groupby: There is no column/, /Choose one of/],
    [[{ rollup: { x: "amount" } }], /^Step 1, rollup: amount stands outside an aggregate/, /sum\(amount\)/],
    [[{ orderby: ["x"] }], /^Step 1, orderby: There is no column "x"/, /Choose one of/],
    [[{ join: { from: "crm", on: ["plan"] } }], /^Step 1, join: There is no column "plan"/, /Choose one of/],
    [[{ join: { from: "crm", on: { quantity: "id" } } }], /"quantity" is integer here and "id" is text/, /text\(quantity\)/],
  ])("%j", async (verbs, words, remedy) => {
    const error = await refused(verbs);
    expect(error.message).toMatch(words);
    expect(error.remedy).toMatch(remedy);
    expect(error.param).toBe("verbs");
  });

  test("and lets a stop come through between stretches of rows", async () => {
    const long = tableOf(
      column(
        "n",
        "integer",
        Array.from({ length: 40_000 }, (_, row) => row),
      ),
    );
    let asked = 0;
    const stopping = () => {
      asked += 1;
      return asked === 2 ? Promise.reject(new DOMException("stopped", "AbortError")) : undefined;
    };
    const { applyVerbs } = await import("../../../src/data/verbs/apply-verbs.ts");
    const job = { timezone: "UTC", weekStart: 1, progress: stopping, table: () => long };
    await expect(applyVerbs(long, [{ derive: { m: "n * 2" } }], job)).rejects.toThrow("stopped");
    expect(asked).toBe(2);
  });
});

const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
const row = fc.record({ g: fc.option(fc.constantFrom("a", "b", "c")), v: fc.option(fc.integer({ min: -9, max: 9 })) });
prop.prop([fc.array(row, { maxLength: 30 }), fc.array(row, { maxLength: 30 })])("join finds the pairs that two loops find", async (lefts, rights) => {
  const build = (rows: typeof lefts, name: string) =>
    tableOf(
      column(
        "g",
        "text",
        rows.map(({ g }) => g),
      ),
      column(
        name,
        "integer",
        rows.map(({ v }) => v),
      ),
    );
  const [left, right] = [build(lefts, "v"), build(rights, "w")];
  const { table } = await after(left, [{ join: { from: "right", on: ["g"], how: "inner" } }], { others: { right } });
  const pairs = lefts.flatMap((a) => rights.filter((b) => a.g !== null && a.g === b.g).map((b) => [a.g, a.v, b.v]));
  expect(rowsOf(table)).toEqual(pairs);
});

prop.prop([fc.array(row, { minLength: 1, maxLength: 30 })])("rollup of groups adds up to the whole", async (rows) => {
  const table = tableOf(
    column(
      "g",
      "text",
      rows.map(({ g }) => g),
    ),
    column(
      "v",
      "integer",
      rows.map(({ v }) => v),
    ),
  );
  const { table: groups } = await after(table, [{ groupby: ["g"] }, { rollup: { n: "count()", s: "coalesce(sum(v), 0)", lo: "min(v)" } }]);
  expect(sum(valuesOf(groups, "n"))).toBe(rows.length);
  expect(sum(valuesOf(groups, "s"))).toBe(sum(rows.map(({ v }) => v)));
  for (const [group, , , low] of rowsOf(groups)) {
    const own = rows.filter(({ g, v }) => g === group && v !== null).map(({ v }) => v!);
    expect(low).toBe(own.length === 0 ? null : Math.min(...own));
  }
});
