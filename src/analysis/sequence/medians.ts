import { quantile } from "../quantile.ts";

/**
 * The median of each group of numbers.
 *
 * @param values Groups one after the other; they are put in order in place.
 * @param offsets `groups + 1` places in the values.
 * @returns NaN for a group without numbers.
 * @example medians(Float64Array.of(3, 1, 2, 8), Uint32Array.of(0, 3, 4)) // [2, 8]
 */
export function medians(values: Float64Array, offsets: Uint32Array): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, group) => quantile(values.subarray(offsets[group], offsets[group + 1]).sort(), 0.5));
}
