import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { sortByTime } from "../../../src/journey/order/sort-by-time.ts";

describe("sortByTime(time, rows, from, to)", () => {
  property.prop([fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 100, maxLength: 300, size: "max" }), fc.nat(5), fc.nat(5)])(
    "is a stable sort of the part and leaves the rest",
    (times, before, after) => {
      const from = Math.min(before, times.length);
      const to = Math.max(from, times.length - after);
      const time = Float64Array.from(times);
      const rows = Uint32Array.from(times, (_, place) => place);
      sortByTime(time, rows, from, to);
      const part = times.map((value, place) => ({ value, place })).slice(from, to);
      part.sort((left, right) => left.value - right.value || left.place - right.place);
      expect([...rows]).toEqual([...rows.keys()].map((place) => (place < from || place >= to ? place : part[place - from]!.place)));
      expect([...time]).toEqual([...rows].map((place) => times[place]));
    },
  );

  test("takes n log n steps for one customer's many events in reverse", () => {
    const rows = 300_000;
    const time = Float64Array.from({ length: rows }, (_, place) => rows - place);
    // Quadratic sorting would take 4.5e10 steps: minutes, past the runner's limit.
    sortByTime(time, new Uint32Array(rows), 0, rows);
    expect(time.every((value, place) => value === place + 1)).toBe(true);
  });
});
