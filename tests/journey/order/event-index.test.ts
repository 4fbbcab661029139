import { fc, test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { eventIndex } from "../../../src/journey/order/event-index.ts";

const running = () => undefined;
/** Up to a hundred events of three customers, so that rows in any order are many for each and those in the order of time are told apart. */
const row = fc.record({ customer: fc.integer({ min: -1, max: 2 }), time: fc.integer({ min: 0, max: 500 }) });
const line = fc.array(row, { maxLength: 100, size: "max" });
const orders = {
  random: (time: number) => time,
  nearly: (time: number, place: number) => place * 40 + (time % 60),
  sorted: (_: number, place: number) => place,
};

describe("eventIndex(lines, customers, progress)", () => {
  property.prop([fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom(...Object.values(orders))])(
    "orders events by customer, time and place in the input, whatever order they come in",
    async (drawn, timeOf) => {
      const lines = drawn.map((rows) => rows.map(({ customer, time }, place) => ({ customer, time: timeOf(time, place) })));
      const wanted = lines
        .flatMap((rows, table) => rows.map((event, place) => ({ ...event, table, row: place })))
        .filter(({ customer }) => customer >= 0)
        .sort((left, right) => left.customer - right.customer || left.time - right.time || left.table - right.table || left.row - right.row);
      const ordered = lines.map((rows) => ({
        customer: Int32Array.from(rows, ({ customer }) => customer),
        time: Float64Array.from(rows, ({ time }) => time),
      }));
      const { offsets, time, row, table, rows } = await eventIndex(ordered, 3, running);
      const customers = [0, 1, 2].flatMap((customer) => Array.from({ length: offsets[customer + 1]! - offsets[customer]! }, () => customer));
      const found = customers.map((customer, event) => ({ customer, time: time[event]!, table: table[event]!, row: row[event]! }));
      expect(rows).toBe(wanted.length);
      expect(found).toEqual(wanted);
    },
  );
});
