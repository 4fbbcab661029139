import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { lu, solve } from "../../../src/analysis/linear/lu.ts";

test("lu swaps rows where a pivot is 0, and solve undoes it", () => {
  // By hand: y = 1, x + y = 3.
  expect(Array.from(solve(lu(Float64Array.of(0, 1, 1, 1), 2)!, Float64Array.of(1, 3)))).toEqual([2, 1]);
});

test("lu of a singular matrix is null", () => {
  expect(lu(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
});

test.prop([fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.integer({ min: -9, max: 9 }))])(
  "solve gives back the x that made b",
  (size, numbers) => {
    const next = () => numbers.next().value as number;
    const matrix = Float64Array.from({ length: size * size }, next);
    // A heavy diagonal keeps it far from singular.
    for (let row = 0; row < size; row++) matrix[row * size + row]! += 60;
    const x = Float64Array.from({ length: size }, next);
    const right = x.map((_, row) => x.reduce((sum, value, column) => sum + matrix[row * size + column]! * value, 0));
    solve(lu(matrix, size)!, right).forEach((value, place) => expect(value).toBeCloseTo(x[place]!, 9));
  },
);
