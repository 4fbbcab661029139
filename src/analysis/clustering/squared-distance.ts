/**
 * The squared Euclidean distance between one row of a matrix and one row of another.
 *
 * @param a @param b Matrices row by row, `width` numbers a row.
 * @param row @param other The rows, counted from 0.
 * @example squaredDistance([0, 0, 3, 4], 1, [0, 0], 0, 2) // 25
 */
export function squaredDistance(a: ArrayLike<number>, row: number, b: ArrayLike<number>, other: number, width: number): number {
  let sum = 0;
  for (let at = row * width, against = other * width, end = at + width; at < end; at++, against++) {
    const apart = a[at]! - b[against]!;
    sum += apart * apart;
  }
  return sum;
}
