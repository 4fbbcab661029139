/** One number per customer that says what they are or did. */
export interface Trait {
  /** Such as "active_days", "age" or "country: DE". */
  name: string;
  /** What it is made of: a column's name, or "behaviour". */
  source: string;
  /** A share of customers, where values are 0 and 1. */
  isShare: boolean;
  /** Per customer; NaN is missing. */
  values: Float64Array;
}
