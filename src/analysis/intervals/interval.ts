/** What a number could well be, both ends included. */
export interface Interval {
  lower: number;
  upper: number;
}
