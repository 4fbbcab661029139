/**
 * A sum that does not lose small terms beside large ones (Neumaier's compensated summation).
 *
 * @param values Finite numbers.
 * @returns 0 of no values.
 * @example sum([1, 1e100, 1, -1e100]) // 2
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
