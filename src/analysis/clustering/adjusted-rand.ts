const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * The adjusted Rand index: how much two ways to put the same things into groups agree, beyond chance. 1 is the same groups whatever their
 * numbers, 0 what chance gives.
 *
 * @param left @param right The group of each thing, from 0.
 * @returns 1 where both put everything into one group, or each thing into its own.
 * @example adjustedRand(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 1, 0, 0)) // 1
 * @see Hubert and Arabie (1985), Comparing partitions
 */
export function adjustedRand(left: Int32Array, right: Int32Array): number {
  const rows = left.reduce((most, label) => Math.max(most, label), -1) + 1;
  const columns = right.reduce((most, label) => Math.max(most, label), -1) + 1;
  const table = new Float64Array(rows * columns);
  for (let thing = 0; thing < left.length; thing++) table[left[thing]! * columns + right[thing]!]!++;
  let [both, ofLeft, ofRight] = [0, 0, 0];
  for (const count of table) both += pairs(count);
  for (let row = 0; row < rows; row++) ofLeft += pairs(table.subarray(row * columns, (row + 1) * columns).reduce((sum, count) => sum + count, 0));
  for (let column = 0; column < columns; column++) {
    let count = 0;
    for (let row = 0; row < rows; row++) count += table[row * columns + column]!;
    ofRight += pairs(count);
  }
  const chance = (ofLeft * ofRight) / (pairs(left.length) || 1);
  const most = (ofLeft + ofRight) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}
