import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { buildJourney } from "../../src/journey/build-journey.ts";
import { usualIdentity } from "../../src/journey/identity/identity-rules.ts";
import { build, integers, mapped, numbers, rowsOf, table, text, utc } from "./tables.ts";

const small = fc.record({
  customer: fc.constantFrom("a", "b", "c", "", null),
  time: fc.option(fc.integer({ min: 0, max: 5 })),
  event: fc.constantFrom("x", "y", null),
});

type Row = { customer: string | null; time: number | null; event: string | null };

function tableOf(rows: readonly Row[]) {
  return table(
    text(
      "customer",
      rows.map((row) => row.customer),
    ),
    numbers(
      "time",
      rows.map((row) => row.time),
      "time",
    ),
    text(
      "event",
      rows.map((row) => row.event),
    ),
  );
}

/** The definition, written down plainly: keep, then sort by customer, time, table, row. */
function expected(tables: readonly (readonly Row[])[]) {
  return tables
    .flatMap((rows, number) => rows.map((row, place) => ({ ...row, row: place, table: number })))
    .filter((row) => row.customer !== null && row.customer !== "" && row.time !== null)
    .sort(
      (left, right) =>
        (left.customer! < right.customer! ? -1 : left.customer! > right.customer! ? 1 : 0) ||
        left.time! - right.time! ||
        left.table - right.table ||
        left.row - right.row,
    );
}

async function linesOf(rows: readonly Row[]) {
  const { journey } = await build([mapped("events", tableOf(rows))]);
  return rowsOf(journey).map(({ customer, time, event }) => ({ customer, time, event }));
}

const stop = () => Promise.reject(new Error("stopped"));

describe("buildJourney(lines, attributes, settings, progress)", () => {
  property.prop([fc.array(small, { maxLength: 60 }), fc.array(small, { maxLength: 20 })])(
    "orders events by customer, time, line and row, as the definition sorted plainly does",
    async (first, second) => {
      const wanted = expected([first, second]);
      fc.pre(wanted.length > 0);
      const { journey } = await build([mapped("first", tableOf(first)), mapped("second", tableOf(second))]);
      expect(rowsOf(journey)).toEqual(wanted.map(({ customer, time, event, row, table: number }) => ({ customer, time, event, row, table: number })));
      expect(journey.customers).toBe(new Set(wanted.map((row) => row.customer)).size);
    },
  );

  property.prop([fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 1e6 })), { minLength: 1, maxLength: 400 })])(
    "orders many events of few customers, which takes the ways for disordered and for long lines",
    async (rows) => {
      const all = rows.map(([customer, time]) => ({ customer, time, event: "x" }));
      const { journey } = await build([mapped("events", tableOf(all))]);
      expect(rowsOf(journey)).toEqual(expected([all]));
    },
  );

  property.prop([
    fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 0, max: 99 })), { minLength: 2, maxLength: 50, selector: String }),
    fc.integer(),
  ])("does not depend on the order of rows where times differ", async (rows, seed) => {
    const all = rows.map(([customer, time]) => ({ customer, time, event: `e${time % 3}` }));
    const shuffled = all.toSorted((left, right) => ((left.time * 7919 + seed) % 101) - ((right.time * 7919 + seed) % 101));
    expect(await linesOf(shuffled)).toEqual(await linesOf(all));
  });

  test("keeps the file's order of events at equal times, also among many", async () => {
    const rows = Array.from({ length: 500 }, (_, place) => ({ customer: "a", time: place % 2, event: `e${place % 7}` }));
    const { journey } = await build([mapped("events", tableOf(rows))]);
    const even = Array.from({ length: 250 }, (_, place) => place * 2);
    // By hand: all rows of time 0 in file order, then those of time 1.
    expect([...journey.row]).toEqual([...even, ...even.map((place) => place + 1)]);
  });

  test("counts every excluded row once, by its first reason", async () => {
    const data = table(
      text("customer", [null, "a", "a", "a", "a", "a", " "]),
      numbers("time", [1, null, 0, Date.UTC(2025, 0, 5), Date.UTC(2025, 0, 2), Date.UTC(2025, 0, 3), 0], "time"),
      text("event", ["x", "x", "x", "x", "y", "x", "x"]),
    );
    const { journey, audit } = await build([mapped("events", data, { where: [{ column: "event", is: "x" }] })], {
      window: ["2025-01-01", "2025-01-05"],
    });
    expect(audit.lines[0]!.excluded).toEqual({
      "no customer": 2,
      "no time": 1,
      "before the window": 1,
      "after the window": 1,
      "outside the conditions": 1,
      repeated: 0,
      "nearly repeated": 0,
    });
    expect(journey.rows).toBe(1);
    expect(journey.window).toEqual([Date.UTC(2025, 0, 1), Date.UTC(2025, 0, 5)]);
    expect(audit.lines[0]).toMatchObject({ rows: 7, events: 1, customers: 1, withCustomer: 5 });
  });

  test("takes the first identity that is not missing, and one customer for a number and its text", async () => {
    const web = table(text("user", [null, "17850"]), text("anonymous", ["x1", "x1"]), numbers("time", [1, 2], "time"), text("event", ["v", "v"]));
    const orders = table(integers("id", [17850, null]), numbers("time", [3, 4], "time"));
    const lines = [
      mapped("web", web, { customer: ["user", "anonymous"] }),
      { line: { from: "orders", customer: "id", time: "time", event: "=purchase" }, table: orders },
    ];
    const { journey } = await build(lines, {}, [], { identity: { ...usualIdentity, mode: "first_id" } });
    expect(rowsOf(journey).map(({ customer, event }) => `${customer} ${event}`)).toEqual(["17850 v", "17850 purchase", "x1 v"]);
    // The second row has both ids, so the first one is the same customer's.
    const { journey: stitched } = await build(lines);
    expect(rowsOf(stitched).map(({ customer, event }) => `${customer} ${event}`)).toEqual(["17850 v", "17850 v", "17850 purchase"]);
  });

  test("sorts customers who are whole numbers by size", async () => {
    const data = table(integers("customer", [100, 20, 3]), numbers("time", [1, 1, 1], "time"), text("event", ["x", "x", "x"]));
    const { journey } = await build([mapped("events", data)]);
    expect(journey.attribute("customer").dictionary).toEqual(["3", "20", "100"]);
  });

  test("reads only the selected rows of a table, and tells rows as the table counts them", async () => {
    const data = {
      ...tableOf([
        { customer: "a", time: 5, event: "x" },
        { customer: "b", time: 1, event: "y" },
        { customer: "a", time: 3, event: "z" },
      ]),
      rows: 2,
      selection: Uint32Array.of(2, 0),
    };
    const { journey } = await build([mapped("events", data)]);
    expect(rowsOf(journey)).toEqual([
      { customer: "a", time: 3, event: "z", row: 0, table: 0 },
      { customer: "a", time: 5, event: "x", row: 1, table: 0 },
    ]);
    expect(journey.code("event").dictionary).toEqual(["x", "z"]);
  });

  test("ends an open window one millisecond after the last event", async () => {
    const { journey } = await build([
      mapped(
        "events",
        tableOf([
          { customer: "a", time: 5, event: "x" },
          { customer: "b", time: 9, event: "x" },
        ]),
      ),
    ]);
    expect(journey.window).toEqual([5, 10]);
  });

  test("says which column was probably meant", async () => {
    const data = tableOf([{ customer: "a", time: 5, event: "x" }]);
    await expect(build([mapped("events", data, { customer: "custmer" })])).rejects.toMatchObject({
      remedy: expect.stringContaining('"customer"') as string,
    });
  });

  test("refuses a time that is not one, an unknown zone, and a journey without events", async () => {
    const data = tableOf([{ customer: null, time: 5, event: "x" }]);
    await expect(build([mapped("events", data, { time: "event" })])).rejects.toThrow("not times");
    await expect(build([mapped("events", data)], { timezone: "Europe/Atlantis" })).rejects.toThrow("time zone");
    await expect(build([mapped("events", data)])).rejects.toThrow("None of the 1 rows");
    await expect(build([])).rejects.toThrow("no events");
  });

  test("stops where progress throws", async () => {
    await expect(buildJourney([mapped("events", tableOf([{ customer: "a", time: 1, event: "x" }]))], [], utc, stop)).rejects.toThrow("stopped");
  });

  test("needs 13 bytes per event beside the customers' share", async () => {
    const { journey, audit } = await build([
      mapped("events", tableOf(Array.from({ length: 1000 }, (_, time) => ({ customer: "a", time, event: "x" })))),
    ]);
    // By hand: 8 for the time, 4 for the row, 1 for the line, and two offsets of 4 over 1,000 events.
    expect(audit.bytesPerEvent).toBeCloseTo(13.008, 10);
    expect(journey.rows).toBe(1000);
  });
});
