import type { RowClasses } from "./row-classes.ts";

/** Where the time of a row is kept: never (it stays −Infinity), of the newest first step, of any other row. */
const slot = { never: 0, first: 1, other: 2 } as const;

/**
 * Tells at a glance who cannot have done more than the first step: nowhere does a second step follow a first one within the window.
 *
 * It asks less than a chain does (no limits of its own, nothing that breaks it), so whoever passes still has to be searched. Every row takes the
 * same way, because a processor cannot guess which rows are steps.
 */
export class SecondSteps {
  private readonly last = Float64Array.of(-Infinity, -Infinity, -Infinity);
  private readonly follows: Uint8Array;
  private readonly keeps: Uint8Array;

  /**
   * @param kindOf The class of a row that is `code`, at place `code + 1`; the first is the class of a row that is nothing (−1).
   * @param window The longest time from the first step to the last, in the unit of the rows.
   */
  constructor(
    { stepFrom, step }: RowClasses,
    kindOf: Int32Array,
    private readonly window: number,
  ) {
    const is = (kind: number, level: number) => step.subarray(stepFrom[kind], stepFrom[kind + 1]).includes(level);
    this.follows = Uint8Array.from(kindOf, (kind) => (is(kind, 1) ? slot.first : slot.never));
    this.keeps = Uint8Array.from(kindOf, (kind) => (is(kind, 0) ? slot.first : slot.other));
  }

  /** Whether any of the rows `from` to `to` (not included) may be a second step. */
  mayBeIn(time: Float64Array, codes: Int32Array, from: number, to: number): boolean {
    const { last, follows, keeps, window } = this;
    last[slot.first] = -Infinity;
    for (let row = from; row < to; row++) {
      const at = codes[row]! + 1;
      const now = time[row]!;
      if (now - last[follows[at]!]! <= window) return true;
      last[keeps[at]!] = now;
    }
    return false;
  }
}
