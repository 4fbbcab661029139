import { describe, expect, test } from "vitest";
import { sessionsOf } from "../../src/journey/sessions.ts";
import { build, mapped, numbers, table, text } from "./tables.ts";

const minute = 60_000;

describe("sessionsOf(journey, gapMs)", () => {
  test("cuts after a pause longer than the gap, not after one of exactly the gap, and at each customer", async () => {
    const minutes = [0, 30, 60.001, 0];
    const data = table(
      text("customer", ["a", "a", "a", "b"]),
      numbers(
        "time",
        minutes.map((at) => at * minute),
        "time",
      ),
      text("event", ["x", "x", "x", "x"]),
    );
    const { journey } = await build([mapped("events", data)]);
    // By hand: 30:00 stays, 30:00.06 cuts; b starts its own.
    expect(sessionsOf(journey)).toEqual({ codes: Int32Array.of(0, 0, 1, 2), count: 3 });
    expect(sessionsOf(journey, 31 * minute).count).toBe(2);
  });
});
