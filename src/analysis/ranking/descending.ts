/**
 * The rows from the highest score to the lowest; equal scores keep their order.
 *
 * @example descending(Float64Array.of(1, 3, 2)) // [1, 2, 0]
 */
export function descending(scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores.keys()).sort((left, right) => scores[right]! - scores[left]! || left - right);
}
