/** What is found out of the rows before they are ordered. */
export interface Survey {
  /** Where each customer's events will begin; one more place for the end. */
  offsets: Uint32Array;
  /** The first and the last time; Infinity and −Infinity without events. */
  low: number;
  high: number;
  /** How many events come earlier than the one before of the same customer. */
  descents: number;
}

/** Counts events per customer and how far from order they are, a piece of the rows at a time. */
export function surveyor(customers: number): { add(customer: Int32Array, time: Float64Array, from: number, to: number): void; done(): Survey } {
  const counts = new Uint32Array(customers + 1);
  const last = new Float64Array(customers).fill(-Infinity);
  let low = Infinity;
  let high = -Infinity;
  let descents = 0;
  return {
    add(customer, time, from, to) {
      let [least, most, down] = [low, high, descents];
      for (let row = from; row < to; row++) {
        const who = customer[row]!;
        if (who < 0) continue;
        const when = time[row]!;
        counts[who + 1]!++;
        if (when < least) least = when;
        if (when > most) most = when;
        if (when < last[who]!) down++;
        last[who] = when;
      }
      [low, high, descents] = [least, most, down];
    },
    done() {
      for (let who = 0; who < customers; who++) counts[who + 1]! += counts[who]!;
      return { offsets: counts, low, high, descents };
    },
  };
}
