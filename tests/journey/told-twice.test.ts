import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { nearlyOnce, toldTwice } from "../../src/journey/told-twice.ts";

interface Told {
  minute: number;
  line: number;
}

/** One kind of event, by customer. */
function find(customers: readonly (readonly Told[])[], sources: readonly string[]) {
  const events = customers.flat();
  const offsets = Uint32Array.from([0, ...customers.map((_, place) => customers.slice(0, place + 1).flat().length)]);
  const index = {
    rows: events.length,
    customers: customers.length,
    offsets,
    time: Float64Array.from(events, ({ minute }) => minute * 60_000),
    row: new Uint32Array(events.length),
    table: Uint8Array.from(events, ({ line }) => line),
  };
  return toldTwice(index, { codes: new Int32Array(events.length), dictionary: ["purchase"] }, sources);
}

const both = (apart: number): Told[] => [
  { minute: 0, line: 0 },
  { minute: apart, line: 1 },
];

const times = (count: number, own: Told[]): Told[][] => Array.from({ length: count }, () => own);

test("events of two tables at most ten minutes apart are pairs, and later ones are not", () => {
  expect(nearlyOnce).toBe(600_000);
  const [near, far] = [both(10), both(11)];
  // By hand: fifteen pairs, five that are too far apart; each line has twenty.
  expect(find([...times(15, near), ...times(5, far)], ["orders", "web"])).toEqual([
    { event: "purchase", lines: [0, 1], pairs: 15, events: [20, 20] },
  ]);
  expect(find(times(20, far), ["orders", "web"])).toEqual([]);
});

test("two lines of one table, or few pairs among many, are no warning", () => {
  expect(find(times(20, both(1)), ["web", "web"])).toEqual([]);
  const alone: Told[] = [{ minute: 0, line: 0 }];
  const other: Told[] = [{ minute: 0, line: 1 }];
  // By hand: 15 of 45 are a third.
  const some = [...times(15, both(1)), ...times(30, alone), ...times(30, other)];
  expect(find(some, ["orders", "web"])).toEqual([]);
});

const line = fc.record({ minute: fc.integer({ min: 0, max: 60 }), line: fc.integer({ min: 0, max: 2 }) });

property.prop([fc.array(fc.array(line, { maxLength: 8 }), { minLength: 20, maxLength: 40 })])("an event is in one pair at most", (customers) => {
  const ordered = customers.map((own) => own.toSorted((left, right) => left.minute - right.minute));
  const found = find(ordered, ["orders", "web", "till"]);
  for (const place of [0, 1, 2]) {
    const pairs = found.filter(({ lines }) => lines.includes(place)).reduce((sum, one) => sum + one.pairs, 0);
    expect(pairs).toBeLessThanOrEqual(ordered.flat().filter((one) => one.line === place).length);
  }
});
