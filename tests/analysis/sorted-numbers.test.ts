import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { sortedNumbers } from "../../src/analysis/sorted-numbers.ts";

test("sortedNumbers(values) puts numbers in increasing order", () => {
  expect([...sortedNumbers(Float64Array.of(3, 1, 2))]).toEqual([1, 2, 3]);
  expect([...sortedNumbers(Float64Array.of())]).toEqual([]);
});

test.prop([fc.oneof(fc.array(fc.integer({ min: -50, max: 50 })), fc.array(fc.double({ noNaN: true })), fc.array(fc.integer()))])(
  "sortedNumbers(values) agrees with the sort of the language, and leaves its input alone",
  (numbers) => {
    // Adding 0 makes −0 and 0 one number.
    const values = Float64Array.from(numbers, (value) => value + 0);
    const before = values.slice();
    expect(sortedNumbers(values)).toEqual(values.toSorted());
    expect(values).toEqual(before);
  },
);
