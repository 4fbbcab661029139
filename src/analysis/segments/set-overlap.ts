/** How two sets lie to each other. */
export interface SetOverlap {
  /** Shared by both, of all in either. */
  jaccard: number;
  /** Shared by both, of the first. */
  containment: number;
}

/**
 * How much two sets overlap, from their sizes.
 *
 * @param both How many are in both.
 * @param first @param second The sizes of the two.
 * @returns 0 where a set is empty.
 * @example setOverlap(10, 20, 40) // { jaccard: 0.2, containment: 0.5 }
 * @see Jaccard (1912), The distribution of the flora in the alpine zone
 */
export function setOverlap(both: number, first: number, second: number): SetOverlap {
  return { jaccard: both === 0 ? 0 : both / (first + second - both), containment: both === 0 ? 0 : both / first };
}
