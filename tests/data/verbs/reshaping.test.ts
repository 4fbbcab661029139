import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { sampledRows } from "../../../src/data/verbs/sample-rows.ts";
import { verbs as verbsType } from "../../../src/schema/parameters/verbs.ts";
import type { Verb } from "../../../src/schema/verbs.ts";
import { after, column, rowsOf, tableOf, valuesOf } from "../formula/columns.ts";

const orders = tableOf(
  column("customer", "text", ["ann", "bob", "ann", "bob", "ann"]),
  column("channel", "text", ["web", "app", "app", "app", null]),
  column("amount", "number", [10, 20, 30, 20, null]),
  column("tags", "text", ["red, blue", null, '["red","green"]', "", "blue"]),
);
const others = tableOf(column("customer", "text", ["cia"]), column("amount", "integer", [7]), column("note", "text", ["late"]));

const run = async (...verbs: Verb[]) => (await after(orders, verbs, { others: { others } })).table;

// All expected tables are by hand.
describe("a step", () => {
  test("dedupe keeps the first row of each customer", async () => {
    expect(rowsOf(await run({ dedupe: ["customer"] }, { select: ["customer", "amount"] }))).toEqual([
      ["ann", 10],
      ["bob", 20],
    ]);
  });

  test("dedupe without columns keeps one of rows alike in all", async () => {
    expect((await run({ select: ["customer", "channel"] }, { dedupe: [] })).rows).toBe(4);
  });

  test("sample draws so many rows in their order, the same ones for the same seed", async () => {
    const first = valuesOf(await run({ window: { orderby: [], columns: { at: { is: "row_number" } } } }, { sample: { rows: 3, seed: 4 } }), "at");
    expect(first).toHaveLength(3);
    expect(first).toEqual((first as number[]).toSorted((a, b) => a - b));
    expect(valuesOf(await run({ window: { orderby: [], columns: { at: { is: "row_number" } } } }, { sample: { rows: 3, seed: 4 } }), "at")).toEqual(
      first,
    );
  });

  test("fold makes a row of each column", async () => {
    const table = await run(
      { filter: "amount == 10" },
      { derive: { twice: "amount * 2" } },
      { select: ["customer", "amount", "twice"] },
      { fold: { columns: ["amount", "twice"], key: "what", value: "money" } },
    );
    expect(rowsOf(table)).toEqual([
      ["ann", "amount", 10],
      ["ann", "twice", 20],
    ]);
  });

  test("fold of a text and a number is refused", async () => {
    await expect(run({ fold: { columns: ["amount", "channel"], key: "k", value: "v" } })).rejects.toThrow(
      'Step 1, fold: "amount" is number and "channel" is text, so they do not fit into one column.',
    );
  });

  test("pivot makes a column of each value, missing where a group has none", async () => {
    const table = await run({ groupby: ["customer"] }, { pivot: { column: "channel", value: "sum(amount)" } });
    expect(table.columns.map(({ name }) => name)).toEqual(["customer", "app", "web", "empty"]);
    expect(rowsOf(table)).toEqual([
      ["ann", 30, 10, null],
      ["bob", 40, null, null],
    ]);
  });

  test("pivot that would make more than 2,000 columns is refused with their number", async () => {
    const many = tableOf(
      column(
        "id",
        "integer",
        Array.from({ length: 2_001 }, (_, row) => row),
      ),
    );
    await expect(after(many, [{ pivot: { column: "id", value: "count()" } }])).rejects.toThrow("The pivot would make 2,001 columns");
  });

  test("unroll makes a row of each part, and keeps rows without one", async () => {
    expect(valuesOf(await run({ unroll: { column: "tags", by: "," } }), "tags")).toEqual(["red", "blue", null, "red", "green", null, "blue"]);
    expect(valuesOf(await run({ unroll: { column: "tags", by: "," } }), "customer")).toEqual(["ann", "ann", "bob", "ann", "ann", "bob", "ann"]);
  });

  test("unroll that would make more than 20 million rows is refused with their number", async () => {
    // 2,000 rows of 10,001 parts each are 20,002,000.
    const long = tableOf(
      column(
        "tags",
        "text",
        Array.from({ length: 2_000 }, () => "a,".repeat(10_001)),
      ),
    );
    await expect(after(long, [{ unroll: { column: "tags", by: "," } }])).rejects.toThrow("would make 20,002,000 rows");
  });

  test("concat puts rows below and names what a table lacks", async () => {
    const { table, steps } = await after(orders, [{ select: ["customer", "amount"] }, { concat: ["others"] }], { others: { others } });
    expect(rowsOf(table).at(-1)).toEqual(["cia", 7, "late"]);
    expect(steps[1]!.notes).toEqual(['"note" is not in this table and is missing in those rows.']);
  });
});

describe("a window step", () => {
  const window = (is: "row_number" | "rank" | "cumulative_sum" | "cumulative_mean", of?: string) =>
    run({ groupby: ["customer"] }, { window: { orderby: [{ desc: "amount" }], columns: { made: { is, ...(of === undefined ? {} : { of }) } } } });

  test("numbers the rows of each group in its order, and leaves them in theirs", async () => {
    // By amount, falling, missing last: ann has 30, 10, missing; bob has 20, 20.
    expect(valuesOf(await window("row_number"), "made")).toEqual([2, 1, 1, 2, 3]);
  });

  test("gives equal rows one rank", async () => {
    expect(valuesOf(await window("rank"), "made")).toEqual([2, 1, 1, 1, 3]);
  });

  test("adds up what is present", async () => {
    expect(valuesOf(await window("cumulative_sum", "amount"), "made")).toEqual([40, 20, 30, 40, 40]);
    expect(valuesOf(await window("cumulative_mean", "amount"), "made")).toEqual([20, 20, 30, 20, 20]);
  });

  test("gives the value so many rows before and behind in the group", async () => {
    const columns = { before: { is: "lag", of: "amount", by: 1 }, behind: { is: "lead", of: "channel", by: 2 } } as const;
    const table = await run({ groupby: ["customer"] }, { window: { orderby: [], columns } });
    expect(valuesOf(table, "before")).toEqual([null, null, 10, 20, 30]);
    // Third of ann's rows has no channel.
    expect(valuesOf(table, "behind")).toEqual([null, null, null, null, null]);
  });

  test("that adds up texts is refused", async () => {
    await expect(window("cumulative_sum", "channel")).rejects.toThrow('"channel" is text, and only numbers can be added up.');
  });
});

prop.prop([fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 1_000 })])(
  "sampledRows draws as many rows as asked, each once, in order",
  (rows, size, seed) => {
    const drawn = sampledRows(
      Uint32Array.from({ length: rows }, (_, row) => row),
      size,
      seed,
    );
    expect(drawn).toHaveLength(Math.min(rows, size));
    expect(drawn.every((row, place) => place === 0 || row > drawn[place - 1]!)).toBe(true);
  },
);

test.each([
  [{ sample: { rows: 5 } }, { sample: { rows: 5, seed: 1 } }],
  [{ window: { columns: { n: { is: "lag", of: "a" } } } }, { window: { orderby: [], columns: { n: { is: "lag", of: "a", by: 1 } } } }],
  [{ pivot: { value: "count()", column: "a" } }, { pivot: { column: "a", value: "count()" } }],
  [{ dedupe: [] }, { dedupe: [] }],
])("verbs.read brings %j to its canonical form", (raw, canonical) => {
  expect(verbsType.read([raw], { type: "verbs", of: "from" }, "verbs")).toEqual([canonical]);
});

test.each([
  { sample: { rows: 0 } },
  { fold: { columns: [], key: "a", value: "b" } },
  { unroll: { column: "a", by: "" } },
  { window: { columns: {} } },
])("verbs.read refuses %j", (raw) => {
  expect(() => verbsType.read([raw], { type: "verbs", of: "from" }, "verbs")).toThrow("step of the right form");
});

test("verbs.rename follows the tables of a concat", () => {
  expect(verbsType.rename([{ concat: ["a", "b"] }], "a", "c")).toEqual([{ concat: ["c", "b"] }]);
  expect(verbsType.references([{ concat: ["a", "b"] }])).toEqual(["a", "b"]);
});
