/**
 * Stretches of steps that belong together: a customer's, a visit's, or what lies between two anchors.
 *
 * Walk `w` has the steps `starts[w]` to `ends[w] − 1`. Walks stand in the order of their owners; starts and ends never fall. Walks of one owner
 * may overlap, and then each pair of neighbouring steps counts once.
 */
export interface Walks {
  count: number;
  starts: Uint32Array;
  ends: Uint32Array;
  /** What each step is, from 0. */
  steps: Int32Array;
  /** When each step was, in milliseconds; NaN for steps outside time. */
  times: Float64Array;
  /** The customer of each walk. */
  owner: Uint32Array;
}
