/**
 * Benjamini and Hochberg's q-values: of all findings with a q-value of at most 0.05, at most 5% are false on average.
 *
 * It holds for independent tests and for those that lean the same way.
 *
 * @param probabilities p-values, from 0 to 1; NaN is no test and stays NaN.
 * @returns A q-value for each, in the same order.
 * @example benjaminiHochberg(Float64Array.of(0.01, 0.04, 0.03, 0.5)) // [0.04, 0.0533…, 0.0533…, 0.5]
 * @see Benjamini and Hochberg (1995), Controlling the false discovery rate
 */
export function benjaminiHochberg(probabilities: Float64Array): Float64Array {
  const order = Array.from(probabilities.keys())
    .filter((test) => !Number.isNaN(probabilities[test]))
    .sort((left, right) => probabilities[right]! - probabilities[left]!);
  const found = new Float64Array(probabilities.length).fill(Number.NaN);
  let least = 1;
  order.forEach((test, place) => {
    least = Math.min(least, (probabilities[test]! * order.length) / (order.length - place));
    found[test] = least;
  });
  return found;
}
