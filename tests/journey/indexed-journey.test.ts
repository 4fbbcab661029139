import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Journey } from "../../src/journey/journey.ts";
import { membershipKey, withMemberships } from "../../src/journey/memberships.ts";
import { resample } from "../../src/journey/resample.ts";
import { bitset, insert } from "../../src/schema/bitset.ts";
import type { Segments } from "../../src/journey/segments.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import type { Column } from "../../src/schema/column.ts";
import { build, integers, mapped, numbers, rowsOf, table, text } from "./tables.ts";

const cells = (column: Column) => Array.from({ length: column.values.length }, (_, row) => scalarAt(column, row));

/** By hand: customer a has web 1, order 2, web 4; b has order 3; c has web 5. */
async function shop() {
  const web = table(
    text("customer", ["c", "a", "a"]),
    numbers("time", [5, 4, 1], "time"),
    text("event", ["view", "click", "view"]),
    text("medium", ["email", null, "ads"]),
    text("country", ["DE", "FR", "FR"]),
  );
  const orders = table(
    text("id", ["b", "a"]),
    numbers("at", [3, 2], "time"),
    numbers("amount", [30, null]),
    integers("pieces", [3, 2]),
    text("country", ["AT", "FR"]),
  );
  const crm = table(
    text("customer", ["a", "a", "b", "z"]),
    text("plan", ["free", "paid", "free", "paid"]),
    integers("age", [30, 31, null, 4]),
    numbers("since", [0, 3, 0, 0], "time"),
  );
  const { journey } = await build(
    [
      mapped("web", web, { channel: "medium" }),
      { line: { from: "orders", customer: "id", time: "at", event: "=purchase", value: "amount", cost: "=2" }, table: orders },
    ],
    {},
    [{ line: { from: "crm", customer: "customer", columns: ["plan", "age"], asOf: "since" }, table: crm }],
  );
  return journey;
}

/** Events without their places in a table, which differ when rows are left out of it. */
const withoutRows = (journey: Journey) => rowsOf(journey).map(({ customer, time, event }) => ({ customer, time, event }));

function segments(names: string[], customers: string[], places: number[][]): Segments {
  const sets = places.map((list) => {
    const set = bitset(customers.length);
    for (const place of list) insert(set, place);
    return set;
  });
  return { names, customers, sets };
}

describe("journey.code(role)", () => {
  test("unifies columns and constants of all lines under one sorted dictionary", async () => {
    const { codes, dictionary } = (await shop()).code("event");
    expect(dictionary).toEqual(["click", "purchase", "view"]);
    expect([...codes]).toEqual([2, 1, 0, 1, 2]);
  });

  test("is missing where the line lacks the role or the row the value", async () => {
    const { codes, dictionary } = (await shop()).code("channel");
    expect([...codes].map((code) => dictionary[code] ?? null)).toEqual(["ads", null, null, null, "email"]);
  });
});

describe("journey.value(role)", () => {
  test("is a number or NaN with its bit cleared", async () => {
    const journey = await shop();
    const { values, valid } = journey.value("value");
    expect([...values]).toEqual([NaN, NaN, NaN, 30, NaN]);
    expect(valid![0]! & 31).toBe(0b01000);
    expect([...journey.value("cost").values]).toEqual([NaN, 2, NaN, 2, NaN]);
  });

  test("refuses text", async () => {
    const data = table(text("customer", ["a"]), numbers("time", [1], "time"), text("event", ["x"]));
    const { journey } = await build([mapped("web", data, { value: "event" })]);
    expect(() => journey.value("value")).toThrow("cannot be the value");
  });
});

describe("journey.property(name)", () => {
  test("gathers any column of any mapped table, missing for events of others", async () => {
    const journey = await shop();
    expect(cells(journey.property("pieces"))).toEqual([null, 2, null, 3, null]);
    expect(cells(journey.property("web.country"))).toEqual(["FR", null, "FR", null, "DE"]);
    expect(cells(journey.property("event"))).toEqual(["view", "purchase", "click", "purchase", "view"]);
    expect(cells(journey.property("time"))).toEqual([1, 2, 4, 3, 5]);
  });

  test("spreads attributes over a customer's events", async () => {
    expect(cells((await shop()).property("plan"))).toEqual(["paid", "paid", "paid", "free", null]);
  });

  test("refuses a name of several tables, and one of none", async () => {
    const journey = await shop();
    expect(() => journey.property("country")).toThrow("Several tables");
    expect(() => journey.property("piece")).toThrow('no column "piece"');
  });
});

describe("journey.attribute(name, asOf)", () => {
  test("is the row that held at the time, or the latest", async () => {
    const journey = await shop();
    expect(cells(journey.attribute("plan"))).toEqual(["paid", "free", null]);
    expect(cells(journey.attribute("crm.plan", 2))).toEqual(["free", "free", null]);
    expect(cells(journey.attribute("age", 3))).toEqual([31, null, null]);
    expect(cells(journey.attribute("customer"))).toEqual(["a", "b", "c"]);
  });
});

describe("journey.mask(conditions)", () => {
  test("combines events, columns and attributes", async () => {
    const journey = await shop();
    expect([...journey.mask([{ column: "event", is: "view" }])]).toEqual([1, 0, 0, 0, 1]);
    expect([...journey.mask([{ column: "plan", is: "paid" }, { not: [{ column: "event", is: "view" }] }])]).toEqual([0, 1, 1, 0, 0]);
    expect([...journey.mask([])]).toEqual([1, 1, 1, 1, 1]);
  });

  test("asks memberships for all events of a customer", async () => {
    const condition = { in: { cell: "loyal", segment: "gold" } };
    const loyal = segments(["gold", "rest"], ["z", "c", "a"], [[0, 1], [2]]);
    const plain = await shop();
    const journey = withMemberships(plain, new Map([[membershipKey(condition), loyal]]));
    expect([...journey.mask([condition])]).toEqual([0, 0, 0, 0, 1]);
    expect([...journey.mask([{ in: { cell: "loyal" } }])]).toEqual([1, 1, 1, 0, 1]);
    expect([...journey.before(5).mask([{ in: { cell: "loyal" } }])]).toEqual([1, 1, 1, 0]);
    expect(() => journey.mask([{ in: { cell: "loyal", segment: "golden" } }])).toThrow("no segment");
    expect(() => plain.mask([condition])).toThrow("not known here");
  });
});

describe("membershipKey(condition)", () => {
  test("does not depend on the order of a row's columns", () => {
    const one = { in: { cell: "c", table: "main", row: { cohort: "2025-01-01", period: 3 } } };
    const other = { in: { cell: "c", table: "main", row: { period: 3, cohort: "2025-01-01" } } };
    expect(membershipKey(one)).toBe(membershipKey(other));
  });
});

describe("journey.before(time)", () => {
  property.prop([
    fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 0, max: 9 }), fc.constantFrom("x", "y")), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.integer({ min: 1, max: 10 }),
  ])("is the journey built from the data cut off there", async (rows, time) => {
    const data = (list: typeof rows) =>
      table(
        text(
          "customer",
          list.map(([customer]) => customer),
        ),
        numbers(
          "time",
          list.map(([, at]) => at),
          "time",
        ),
        text(
          "event",
          list.map(([, , event]) => event),
        ),
      );
    const cut = rows.filter(([, at]) => at < time);
    fc.pre(cut.length > 0);
    const { journey } = await build([mapped("events", data(rows))]);
    const { journey: expected } = await build([mapped("events", data(cut))]);
    const before = journey.before(time);
    expect(withoutRows(before)).toEqual(withoutRows(expected));
    expect(before.window).toEqual([journey.window[0], Math.min(journey.window[1], time)]);
    expect(before.code("event")).toEqual(expected.code("event"));
  });

  test("knows attributes as they were then, and keeps the weights of who is left", async () => {
    const journey = resample(await shop(), 5, 2);
    const before = journey.before(3);
    expect(cells(before.attribute("customer"))).toEqual(["a"]);
    expect(cells(before.attribute("plan"))).toEqual(["free"]);
    expect([...before.weights!]).toEqual([journey.weights![0]]);
    expect(cells(journey.before(4).attribute("plan"))).toEqual(["paid", "free"]);
  });
});

describe("journey.groups(by)", () => {
  test("groups by an attribute, by the first event's value, or by segments", async () => {
    const journey = await shop();
    expect(journey.groups("plan")).toEqual({ names: ["free", "paid"], codes: Int32Array.of(1, 0, -1) });
    expect(journey.groups("event")).toEqual({ names: ["purchase", "view"], codes: Int32Array.of(1, 0, 1) });
    expect(journey.groups("channel")).toEqual({ names: ["ads", "email"], codes: Int32Array.of(0, -1, 1) });
    const loyal = segments(["gold", "silver"], ["c", "a"], [[0], [0, 1]]);
    expect(journey.groups(loyal)).toEqual({ names: ["gold", "silver"], codes: Int32Array.of(1, -1, 0) });
  });

  test("refuses more groups than a figure can hold", async () => {
    const many = Array.from({ length: 201 }, (_, place) => place);
    const data = table(
      integers("customer", many),
      numbers("time", many, "time"),
      text(
        "event",
        many.map(() => "x"),
      ),
    );
    const { journey } = await build([mapped("events", data)]);
    expect(() => journey.groups("customer")).toThrow("201 different values");
  });
});

describe("journey.local(grain)", () => {
  test("is kept, and each grain its own", async () => {
    const journey = await shop();
    expect(journey.local("month")).toBe(journey.local("month"));
    expect([...journey.local("year")]).toEqual([1970, 1970, 1970, 1970, 1970]);
  });
});

describe("resample(journey, seed, replicate)", () => {
  test("weighs customers by Poisson(1), the same for the same seed and replicate", async () => {
    const many = Array.from({ length: 20_000 }, (_, place) => place);
    const data = table(
      integers("customer", many),
      numbers("time", many, "time"),
      text(
        "event",
        many.map(() => "x"),
      ),
    );
    const { journey } = await build([mapped("events", data)]);
    const { weights, rows, offsets } = resample(journey, 1, 0);
    expect([rows, offsets]).toEqual([journey.rows, journey.offsets]);
    expect(resample(journey, 1, 0).weights).toEqual(weights);
    expect(resample(journey, 1, 1).weights).not.toEqual(weights);
    const mean = weights!.reduce((sum, weight) => sum + weight, 0) / many.length;
    // Mean 1 and variance 1: four standard errors are 0.028.
    expect(Math.abs(mean - 1)).toBeLessThan(0.028);
    expect(journey.weights).toBeUndefined();
  });
});
