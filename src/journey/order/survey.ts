/** What is found out of the rows before they are ordered. */
export interface Survey {
  /** Where each customer's events will begin; one more place for the end. */
  offsets: Uint32Array;
  /** The first and the last time; Infinity and −Infinity without events. */
  low: number;
  high: number;
  /** How many events come earlier than the one above them, whosever they are. With none, every customer's are in order. */
  descents: number;
}

/** Counts events per customer and how far from the order of time they are, a piece of the rows at a time. */
export function surveyor(customers: number): { add(customer: Int32Array, time: Float64Array, from: number, to: number): void; done(): Survey } {
  const counts = new Uint32Array(customers + 1);
  let low = Infinity;
  let high = -Infinity;
  let descents = 0;
  let last = -Infinity;
  return {
    add(customer, time, from, to) {
      let [least, most, down, above] = [low, high, descents, last];
      for (let row = from; row < to; row++) {
        const who = customer[row]!;
        if (who < 0) continue;
        const when = time[row]!;
        counts[who + 1]!++;
        if (when < least) least = when;
        if (when > most) most = when;
        // Added rather than branched on: in a random order no processor can guess it.
        down += Number(when < above);
        above = when;
      }
      [low, high, descents, last] = [least, most, down, above];
    },
    done() {
      for (let who = 0; who < customers; who++) counts[who + 1]! += counts[who]!;
      return { offsets: counts, low, high, descents };
    },
  };
}
