/** How often a chain's edges were taken and its states left for good. */
export interface ChainCounts {
  /** Per edge. */
  taken: Float64Array;
  /** Per state: conversions, ends without one, and what the conversions were worth. */
  conversions: Float64Array;
  nulls: Float64Array;
  values: Float64Array;
}

/** How far a chain without each channel falls short of the whole one. */
export interface Removal {
  /** The chance of a conversion, and its expected worth, at the start. */
  conversion: number;
  value: number;
  /** Per channel, from 0 to 1: the part of conversions, and of their worth, lost without it. */
  effect: Float64Array;
  valueEffect: Float64Array;
}
