import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { DataTable } from "../../../src/data/data-table.ts";
import type { DuplicateRules } from "../../../src/journey/duplicates/duplicates-audit.ts";
import type { EventLine } from "../../../src/schema/mapping.ts";
import { build, mapped, numbers, rowsOf, table, text } from "../tables.ts";

interface Row {
  id: string | null;
  customer?: string;
  at?: number;
  received?: number;
  product?: string;
  amount?: number | null;
}

const tableOf = (rows: readonly Row[]): DataTable =>
  table(
    text(
      "customer",
      rows.map((row) => row.customer ?? "a"),
    ),
    numbers(
      "time",
      rows.map((row) => row.at ?? 0),
      "time",
    ),
    numbers(
      "received",
      rows.map((row, place) => row.received ?? place),
      "time",
    ),
    text(
      "id",
      rows.map((row) => row.id),
    ),
    text(
      "event",
      rows.map((row) => row.product ?? "spoon"),
    ),
    numbers(
      "amount",
      rows.map((row) => (row.amount === undefined ? 1 : row.amount)),
    ),
  );

async function kept(data: DataTable, rules: Partial<DuplicateRules> = {}, more: Partial<EventLine> = { id: "id", value: "amount" }) {
  const { journey, audit } = await build([mapped("events", data, more)], {}, [], { duplicates: { exact: "ids", nearMs: 0, ...rules } });
  const rows = rowsOf(journey)
    .map(({ row }) => row)
    .toSorted((a, b) => a - b);
  return { rows, audit: audit.duplicates[0]!, line: audit.lines[0]! };
}

describe("rows that repeat an event's id", () => {
  test("are left out, with what they would have brought, however late they were received", async () => {
    const { rows, audit, line } = await kept(
      tableOf([{ id: "1" }, { id: "2", amount: 5 }, { id: "2", amount: 5, received: 99 }, { id: null }, { id: null }]),
    );
    expect(rows).toEqual([0, 1, 3, 4]);
    expect(audit).toMatchObject({ idNames: "event", ids: { rows: 1, value: 5 }, equal: { rows: 0 }, orders: null });
    expect(line.excluded.repeated).toBe(1);
  });

  test("are kept where the id is an order's, whose lines differ, even those that do not", async () => {
    // By hand: of five repeats two differ, so the number is an order's; of the two customers, one has the orders 1 and 2, one order 1.
    const lines = tableOf([
      { id: "1", product: "spoon" },
      { id: "1", product: "pot" },
      { id: "1", product: "pot" },
      { id: "2" },
      { id: "2", amount: -1 },
      { id: "1", customer: "b" },
    ]);
    const { rows, audit } = await kept(lines);
    expect(rows).toEqual([0, 1, 2, 3, 4, 5]);
    expect(audit).toMatchObject({ idNames: "order", orders: 3, refunds: { rows: 1, value: -1 } });
  });

  test("are kept where they are another customer's, come at another time or bring something else", async () => {
    const all = Array.from({ length: 100 }, (_, place) => [{ id: `e${place}` }, { id: `e${place}`, received: 5000 }]).flat();
    const odd: Row[] = [
      { id: "e1", customer: "b" },
      { id: "e2", at: 7 },
      { id: "e3", amount: -1 },
    ];
    const { rows, audit } = await kept(tableOf([...all, ...odd]));
    expect(audit).toMatchObject({ idNames: "event", ids: { rows: 100, value: 100 } });
    expect(rows.slice(-3)).toEqual([200, 201, 202]);
  });

  test("are kept where asked", async () => {
    expect((await kept(tableOf([{ id: "1" }, { id: "1" }]), { exact: "keep" })).rows).toEqual([0, 1]);
  });
});

describe("equal rows", () => {
  test("are left out where asked, in every column, missing ones too", async () => {
    const data = tableOf([
      { id: null, received: 0, amount: null },
      { id: null, received: 0, amount: null },
      { id: null, received: 0, amount: 0 },
      { id: null, received: 1, amount: null },
      { id: "1", received: 0, amount: null },
    ]);
    expect((await kept(data, { exact: "rows" }, {})).rows).toEqual([0, 2, 3, 4]);
    expect((await kept(data, {}, {})).rows).toEqual([0, 1, 2, 3, 4]);
  });
});

const arbitraryRow = fc.record({
  id: fc.constantFrom(null, "1", "2"),
  customer: fc.constantFrom("a", "b"),
  at: fc.integer({ min: 0, max: 8 }),
  received: fc.constant(0),
  product: fc.constantFrom("spoon", "pot"),
  amount: fc.constantFrom(1, null),
});

describe("leaving out repeats", () => {
  test("takes the first of events nearly the same within the time allowed, measured from the first", async () => {
    const near = tableOf([0, 1500, 3000, 3500, 4000].map((at, place) => ({ id: `e${place}`, at, product: at === 3500 ? "pot" : "spoon" })));
    const { rows, audit, line } = await kept(near, { nearMs: 2000 });
    expect([rows, audit.near, line.excluded["nearly repeated"]]).toEqual([[0, 2, 3], { rows: 2, value: 2 }, 2]);
  });

  property.prop([fc.array(arbitraryRow, { minLength: 1, maxLength: 40 }), fc.constantFrom("ids", "rows"), fc.constantFrom(0, 2)])(
    "twice changes nothing more than once",
    async (rows, exact, nearMs) => {
      const once = await kept(tableOf(rows), { exact, nearMs });
      const left = once.rows.map((row) => rows[row]!);
      const again = await kept(tableOf(left), { exact, nearMs });
      expect(again.rows).toEqual(left.map((_, place) => place));
    },
  );
});
