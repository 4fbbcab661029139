import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, inverseDiagonal, solveCholesky } from "../../../src/analysis/linear/cholesky.ts";

test("cholesky factors a matrix worked by hand", () => {
  // By hand: [[4, 2], [2, 2]] = L Lᵀ with L = [[2, 0], [1, 1]].
  expect([...cholesky(Float64Array.of(4, 2, 2, 2), 2).lower]).toEqual([2, 0, 1, 1]);
});

test("cholesky leaves out a column that the one before it determines", () => {
  const factor = cholesky(Float64Array.of(1, 2, 2, 4), 2);
  expect([...factor.aliased]).toEqual([0, 1]);
  expect([...solveCholesky(factor, Float64Array.of(3, 6))]).toEqual([3, 0]);
  expect([...inverseDiagonal(factor)]).toEqual([1, Number.NaN]);
});

test("solveCholesky solves what it is given", () => {
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 });
  const right = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(entries, right, (values, b) => {
      // B Bᵀ + I is positive definite.
      const matrix = Float64Array.from({ length: 9 }, (_, place) => {
        const [row, column] = [Math.floor(place / 3), place % 3];
        return [0, 1, 2].reduce((sum, inner) => sum + values[row * 3 + inner]! * values[column * 3 + inner]!, row === column ? 1 : 0);
      });
      const x = solveCholesky(cholesky(matrix, 3), Float64Array.from(b));
      for (let row = 0; row < 3; row++)
        expect([0, 1, 2].reduce((sum, column) => sum + matrix[row * 3 + column]! * x[column]!, 0)).toBeCloseTo(b[row]!, 8);
    }),
  );
});
