/** A square matrix taken apart into triangles, ready to solve with. */
export interface Lu {
  size: number;
  /** Both triangles, row by row; the lower one's diagonal is 1 and not written. */
  triangles: Float64Array;
  /** Which row of the matrix stands in each row of the triangles. */
  order: Int32Array;
}

/**
 * Factorises a square matrix with partial pivoting.
 *
 * Solutions of a nearly singular matrix are worthless without a complaint; only an exactly singular one is told.
 *
 * @param matrix `size × size` numbers, row by row; left as they are.
 * @returns Null when the matrix is singular.
 * @example lu(Float64Array.of(2, 0, 0, 4), 2) !== null // true
 * @see Golub and Van Loan (2013), Matrix computations, section 3.4
 */
export function lu(matrix: Float64Array, size: number): Lu | null {
  const triangles = matrix.slice();
  const order = Int32Array.from({ length: size }, (_, row) => row);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(triangles[row * size + column]!) > Math.abs(triangles[pivot * size + column]!)) pivot = row;
    }
    const largest = triangles[pivot * size + column]!;
    if (largest === 0 || !Number.isFinite(largest)) return null;
    if (pivot !== column) {
      const above = triangles.slice(column * size, (column + 1) * size);
      triangles.copyWithin(column * size, pivot * size, (pivot + 1) * size);
      triangles.set(above, pivot * size);
      const place = order[column]!;
      order[column] = order[pivot]!;
      order[pivot] = place;
    }
    for (let row = column + 1; row < size; row++) {
      const factor = triangles[row * size + column]! / largest;
      triangles[row * size + column] = factor;
      if (factor === 0) continue;
      for (let next = column + 1; next < size; next++) triangles[row * size + next]! -= factor * triangles[column * size + next]!;
    }
  }
  return { size, triangles, order };
}

/**
 * Solves A x = b with a factorised A.
 *
 * @param right b, of the matrix's size.
 * @example solve(lu(Float64Array.of(2, 0, 0, 4), 2)!, Float64Array.of(2, 2)) // [1, 0.5]
 */
export function solve({ size, triangles, order }: Lu, right: Float64Array): Float64Array {
  const x = Float64Array.from(order, (row) => right[row]!);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) x[row]! -= triangles[row * size + column]! * x[column]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) x[row]! -= triangles[row * size + column]! * x[column]!;
    x[row]! /= triangles[row * size + row]!;
  }
  return x;
}
