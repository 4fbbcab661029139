/** What a customer's events are to a pattern: 1 for the events that begin it, complete it, or break it. */
export interface Pattern {
  first: Uint8Array;
  second: Uint8Array;
  without: Uint8Array | null;
  /** Milliseconds from the first to the second. */
  within: number;
  /** The end of the data. */
  observedTo: number;
}

/** What became of each customer: 0 never began, 1 completed, 2 did not, 3 may still. */
export interface PatternOutcomes {
  outcome: Uint8Array;
  /** Milliseconds until completion, of the first that completed it; NaN of the others. */
  wait: Float64Array;
}

/**
 * Who did one thing and then another within a time, with nothing unwanted between.
 *
 * The latest beginning counts, which leaves the most time; it is open while its time is not over within the data.
 *
 * @param offsets @param time The journey's, in the order of time within each customer.
 */
export function followedBy(offsets: Uint32Array, time: Float64Array, { first, second, without, within, observedTo }: Pattern): PatternOutcomes {
  const customers = offsets.length - 1;
  const outcome = new Uint8Array(customers);
  const wait = new Float64Array(customers).fill(Number.NaN);
  for (let customer = 0; customer < customers; customer++) {
    let began = Number.NaN;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      if (second[at] === 1 && time[at]! - began <= within) {
        outcome[customer] = 1;
        wait[customer] = time[at]! - began;
        break;
      }
      if (without?.[at] === 1) began = Number.NaN;
      if (first[at] === 1) {
        began = time[at]!;
        outcome[customer] = 2;
      }
    }
    if (outcome[customer] === 2 && began + within > observedTo) outcome[customer] = 3;
  }
  return { outcome, wait };
}
