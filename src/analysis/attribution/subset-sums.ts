/**
 * Adds to each set what its subsets hold, in place: afterwards `values[S]` is Σ over T ⊆ S of what stood at T. Sets are numbers whose bits are
 * their members.
 *
 * @param values 2ⁿ numbers.
 * @example subsetSums(Float64Array.of(1, 2, 3, 4)) // [1, 3, 4, 10]
 * @see Yates (1937), The design and analysis of factorial experiments
 */
export function subsetSums(values: Float64Array): Float64Array {
  for (let member = 1; member < values.length; member *= 2) {
    for (let set = 0; set < values.length; set++) if ((set & member) !== 0) values[set]! += values[set ^ member]!;
  }
  return values;
}
