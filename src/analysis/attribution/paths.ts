/**
 * Ways customers took, as ranges of one list of touches: path `p` has the touches `starts[p]` to `ends[p] − 1`. Paths may share touches, and a
 * path may have none.
 */
export interface Paths {
  /** Number of paths. */
  count: number;
  /** Number of channels: codes run from 0 to `channels − 1`. */
  channels: number;
  starts: Uint32Array;
  ends: Uint32Array;
  /** The channel of each touch. */
  channel: Int32Array;
  /** UTC milliseconds of each touch; null where only their order is known. */
  time: Float64Array | null;
  /** When each path ended: at the conversion, or with its last touch. Null where only the order is known. */
  at: Float64Array | null;
  /** Whose path it is, in increasing order: an unbroken run of paths belongs to one customer. */
  customer: Uint32Array;
  /** How often each path led to a conversion. */
  conversions: Float64Array;
  /** How often each path led to nothing. */
  nulls: Float64Array;
  /** What its conversions were worth together; 0 where nothing is known. */
  values: Float64Array;
}
