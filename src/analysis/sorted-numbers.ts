/** Above this a count for each whole number would take more memory than it saves time. */
const mostCounts = 65_536;

/**
 * Numbers in increasing order, as a copy. Whole numbers that lie close together, such as days or orders, are counted instead of compared.
 *
 * @param values Without NaN.
 * @example sortedNumbers(Float64Array.of(3, 1, 2)) // [1, 2, 3]
 */
export function sortedNumbers(values: Float64Array): Float64Array {
  let [least, greatest, isWhole] = [Infinity, -Infinity, true];
  for (let place = 0; place < values.length && isWhole; place++) {
    const value = values[place]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    isWhole = Math.floor(value) === value;
  }
  if (values.length === 0 || !isWhole || !(greatest - least < mostCounts)) return values.slice().sort();
  const counts = new Uint32Array(greatest - least + 1);
  for (let place = 0; place < values.length; place++) counts[values[place]! - least]!++;
  const sorted = new Float64Array(values.length);
  let taken = 0;
  for (let place = 0; place < counts.length; place++) sorted.fill(place + least, taken, (taken += counts[place]!));
  return sorted;
}
