import type { Touches } from "./touches.ts";

/**
 * What came of customers, counted from one touch of each: sums per slot.
 *
 * Whoever has no touch later than `within` after it has dropped off, and all others stayed; both are known only of customers the data follow
 * until `within` and the exit gap are over.
 */
export class Tally {
  readonly customers: Int32Array;
  /** Followed for `within`, and of those who converted. */
  readonly mature: Int32Array;
  readonly converted: Int32Array;
  /** Followed long enough to know who stayed, and of those who dropped off. */
  readonly followed: Int32Array;
  readonly dropped: Int32Array;
  /** The value of what those who stayed brought after the touch, and its square. */
  readonly value: Float64Array;
  readonly squares: Float64Array;
  private readonly end: number;
  private readonly within: number;
  private readonly exitGap: number;

  constructor(slots: number, { journey, within, exitGap }: Touches) {
    this.customers = new Int32Array(slots);
    this.mature = new Int32Array(slots);
    this.converted = new Int32Array(slots);
    this.followed = new Int32Array(slots);
    this.dropped = new Int32Array(slots);
    this.value = new Float64Array(slots);
    this.squares = new Float64Array(slots);
    this.end = journey.window[1];
    this.within = within;
    this.exitGap = exitGap;
  }

  /** Counts one customer by a touch at `time`, the next conversion, the last touch of all, and the value after it. */
  add(slot: number, time: number, converts: number, last: number, later: number): void {
    const until = time + this.within;
    this.customers[slot]!++;
    if (until <= this.end) {
      this.mature[slot]!++;
      if (converts <= until) this.converted[slot]!++;
    }
    if (until + this.exitGap > this.end) return;
    this.followed[slot]!++;
    if (last <= until) this.dropped[slot]!++;
    else {
      this.value[slot]! += later;
      this.squares[slot]! += later * later;
    }
  }
}
