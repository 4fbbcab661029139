/** The lower triangle of a Cholesky factor, row by row, and the columns left out because those before them already say the same. */
export interface Cholesky {
  size: number;
  lower: Float64Array;
  aliased: Uint8Array;
}

/**
 * The Cholesky factor of a symmetric positive semidefinite matrix, in the order of its columns.
 *
 * A column that those before it determine (its pivot falls below `tolerance` of its diagonal) is left out: its row and column are those of
 * the unit matrix, as in R's `lm`. Where nearly equal columns are meant to differ, a tolerance too large hides it.
 *
 * @param matrix Row by row, `size × size`; only the lower triangle is read.
 * @param tolerance From 0 to 1.
 * @example cholesky(Float64Array.of(4, 2, 2, 2), 2).lower // [2, 0, 1, 1]
 * @see Golub and Van Loan (2013), Matrix Computations, 4.2
 */
export function cholesky(matrix: Float64Array, size: number, tolerance = 1e-10): Cholesky {
  const lower = new Float64Array(size * size);
  const aliased = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column]!;
      for (let inner = 0; inner < column; inner++) rest -= lower[row * size + inner]! * lower[column * size + inner]!;
      if (column < row) lower[row * size + column] = aliased[column] === 1 ? 0 : rest / lower[column * size + column]!;
      else if (rest > tolerance * matrix[row * size + row]!) lower[row * size + row] = Math.sqrt(rest);
      else aliased[row] = 1;
    }
    if (aliased[row] === 0) continue;
    lower.fill(0, row * size, row * size + row);
    lower[row * size + row] = 1;
  }
  return { size, lower, aliased };
}

/**
 * Solves A x = b by A's Cholesky factor; columns left out have x = 0.
 *
 * @returns A new vector.
 * @example solveCholesky(cholesky(Float64Array.of(4, 2, 2, 2), 2), Float64Array.of(2, 1)) // [0.5, 0]
 */
export function solveCholesky({ size, lower, aliased }: Cholesky, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    if (aliased[row] === 1) x[row] = 0;
    for (let column = 0; column < row; column++) x[row]! -= lower[row * size + column]! * x[column]!;
    x[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let below = row + 1; below < size; below++) x[row]! -= lower[below * size + row]! * x[below]!;
    x[row]! /= lower[row * size + row]!;
  }
  return x;
}

/**
 * The diagonal of A's inverse by its Cholesky factor: variances, where A is an information matrix. Columns left out have NaN.
 *
 * @example inverseDiagonal(cholesky(Float64Array.of(4, 0, 0, 2), 2)) // [0.25, 0.5]
 */
export function inverseDiagonal(factor: Cholesky): Float64Array {
  const unit = new Float64Array(factor.size);
  return Float64Array.from({ length: factor.size }, (_, place) => {
    if (factor.aliased[place] === 1) return Number.NaN;
    unit.fill(0);
    unit[place] = 1;
    return solveCholesky(factor, unit)[place]!;
  });
}
