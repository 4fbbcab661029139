import { expect, test } from "vitest";
import { eventsByCustomers } from "../../src/cells/journey/events-figure.ts";
import { mappedLines, rolesShown } from "../../src/cells/journey/roles-figure.ts";
import { drawn } from "../../src/figures/drawn.ts";

const main = drawn("group", [
  { name: "table", type: "text", values: ["orders", "web"] },
  { name: "customer", type: "text", values: ["customer_id", "user_id, else cookie_id"] },
  { name: "time", type: "text", values: ["ordered_at", "ts"] },
  { name: "event", type: "text", values: ["=purchase", "event_name"] },
  { name: "value", type: "text", values: ["amount", null] },
  { name: "rows", type: "integer", values: [1000, 0] },
  { name: "events", type: "integer", values: [700, 0] },
  { name: "customers", type: "integer", values: [300, 0] },
  { name: "with_customer", type: "number", values: [0.8, null] },
  { name: "excluded_no_time", type: "integer", values: [80, 0] },
]);

test("rolesShown(main) are the roles of any line, in their order", () => {
  expect(rolesShown(main)).toEqual(["customer", "time", "event", "value"]);
});

test("mappedLines(main) says how many rows have a customer, and how many of those a time", () => {
  const [orders, web] = mappedLines(main);
  expect(orders!.parts.map((part) => part?.text ?? null)).toEqual(["customer_id", "ordered_at", "=purchase", "amount"]);
  // By hand: 800 of 1,000 rows have a customer, and 80 of those 800 no time.
  expect(orders!.parts.map((part) => part?.coverage ?? null)).toEqual([0.8, 0.9, null, null]);
  expect(orders!.parts[2]).toMatchObject({ isConstant: true });
  expect(web!.parts).toEqual([
    { text: "user_id, else cookie_id", isConstant: false, coverage: null },
    { text: "ts", isConstant: false, coverage: null },
    { text: "event_name", isConstant: false, coverage: null },
    null,
  ]);
});

test("eventsByCustomers(events) puts the most widespread first and leaves out what never happened", () => {
  const events = drawn("group", [
    { name: "event", type: "text", values: ["view", "purchase", null] },
    { name: "events", type: "integer", values: [900, 40, 0] },
    { name: "customers", type: "integer", values: [20, 35, 0] },
  ]);
  expect(eventsByCustomers(events).map(({ event }) => event)).toEqual(["purchase", "view"]);
});
