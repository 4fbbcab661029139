import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { sessionsOf } from "../../src/journey/sessions.ts";
import type { TouchRules } from "../../src/journey/touch-rules.ts";
import { build, mapped, numbers, table, text } from "./tables.ts";

const minute = 60_000;

function lineOf(customers: string[], minutes: number[], events = customers.map(() => "x"), campaigns: (string | null)[] = customers.map(() => null)) {
  const data = table(
    text("customer", customers),
    numbers(
      "time",
      minutes.map((at) => at * minute),
      "time",
    ),
    text("event", events),
    text("campaign", campaigns),
  );
  return mapped("events", data, { campaign: "campaign" });
}

async function codes(line: ReturnType<typeof lineOf>, touches: Partial<TouchRules>, timezone = "UTC") {
  const { journey } = await build([line], { timezone }, [], { touches });
  return Array.from(journey.sessions().codes);
}

describe("sessionsOf(journey, gapMs)", () => {
  test("cuts after a pause longer than the gap, not after one of exactly the gap, and at each customer", async () => {
    const { journey } = await build([lineOf(["a", "a", "a", "b"], [0, 30, 60.001, 0])]);
    // By hand: 30:00 stays, 30:00.06 cuts; b starts its own.
    expect(sessionsOf(journey)).toEqual({ codes: Int32Array.of(0, 0, 1, 2), count: 3 });
    expect(sessionsOf(journey, 31 * minute).count).toBe(2);
  });

  property.prop([fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 40 })])(
    "cuts by the pause alone where nothing else ever cuts",
    async (events) => {
      const { journey } = await build([
        lineOf(
          events.map(([customer]) => customer),
          events.map(([, at]) => at),
        ),
      ]);
      expect(sessionsOf(journey)).toEqual(sessionsOf(journey, undefined, { apart: new Uint8Array(journey.rows) }));
    },
  );
});

describe("journey.sessions()", () => {
  test("follows the journey's gap", async () => {
    expect(await codes(lineOf(["a", "a", "a"], [0, 5, 11]), { gapMs: 5 * minute })).toEqual([0, 0, 1]);
  });

  test("ends with the local day where asked", async () => {
    const midnight = 24 * 60;
    expect(await codes(lineOf(["a", "a"], [midnight - 1, midnight + 1]), {})).toEqual([0, 0]);
    expect(await codes(lineOf(["a", "a"], [midnight - 1, midnight + 1]), { splitAtMidnight: true })).toEqual([0, 1]);
    // Berlin is an hour ahead in January: its midnight is at 23:00 UTC.
    expect(await codes(lineOf(["a", "a"], [midnight - 61, midnight - 59]), { splitAtMidnight: true }, "Europe/Berlin")).toEqual([0, 1]);
  });

  test("begins with another campaign where asked; events without one change nothing", async () => {
    const line = lineOf(["a", "a", "a", "a", "a"], [0, 1, 2, 3, 4], undefined, [null, "spring", null, "spring", "summer"]);
    expect(await codes(line, {})).toEqual([0, 0, 0, 0, 0]);
    expect(await codes(line, { splitOnCampaign: true })).toEqual([0, 1, 1, 1, 2]);
  });

  test("leaves out events that are no visits, which prolong none", async () => {
    const line = lineOf(["a", "a", "a"], [0, 20, 40], ["x", "refund", "x"]);
    expect(await codes(line, {})).toEqual([0, 0, 0]);
    expect(await codes(line, { apart: [{ column: "event", is: "refund" }] })).toEqual([0, -1, 1]);
  });

  test("numbers a customer's sessions from 1 as a column", async () => {
    const { journey } = await build([lineOf(["a", "a", "b", "b"], [0, 60, 0, 60], ["x", "x", "refund", "x"])], {}, [], {
      touches: { apart: [{ column: "event", is: "refund" }] },
    });
    const { values, valid } = journey.property("session");
    expect([Array.from(values), valid![0]! & 15]).toEqual([[1, 2, 0, 1], 0b1011]);
    expect(Array.from(journey.mask([{ column: "session", above: 1 }]))).toEqual([0, 1, 0, 0]);
  });

  test("cannot be told by themselves", async () => {
    const rules = { touches: { apart: [{ column: "session", is: 1 }] } };
    await expect(build([lineOf(["a"], [0])], {}, [], rules)).rejects.toThrow("ask for the session itself");
  });
});
