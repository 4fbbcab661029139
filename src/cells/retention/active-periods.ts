/** In which periods since the start each customer was active: bit `p & 31` of word `customer × stride + (p >> 5)`. */
export interface ActivePeriods {
  words: Uint32Array;
  /** Words per customer. */
  stride: number;
}

/** Periods that `activeWords` can tell apart. */
export const wordPeriods = 31;

/**
 * Active periods where no customer can have more than 31: one pass, one word per customer.
 *
 * Wrong without a complaint where `local` runs 31 or more periods beyond a birth.
 *
 * @param offsets Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`.
 * @param first The event each customer starts with, or −1.
 * @param birth The calendar period each customer starts in.
 * @param local The calendar period of each event.
 * @param mask 1 for each event that counts as coming back, 0 otherwise.
 */
export function activeWords(offsets: Uint32Array, first: Int32Array, birth: Int32Array, local: Int32Array, mask: Uint8Array): ActivePeriods {
  const words = new Uint32Array(first.length);
  for (let customer = 0; customer < words.length; customer++) {
    const start = first[customer]!;
    if (start < 0) continue;
    const end = offsets[customer + 1]!;
    const born = birth[customer]! & 31;
    let word = 0;
    // Periods are bits modulo 32 as a shift counts them; turning the word once by the birth is cheaper than subtracting it from each.
    for (let event = start; event < end; event++) word |= mask[event]! << local[event]!;
    const turned = (word >>> born) | (word << (32 - born));
    // A clock set back just after midnight can show the day before the birth: it counts in period 0.
    words[customer] = (turned & 0x7fff_ffff) | (turned >>> 31);
  }
  return { words, stride: 1 };
}

/**
 * Active periods of any number.
 *
 * @param places The period since the start that each event counts in, or −1.
 * @param periods How many periods there are.
 */
export function activePeriods(offsets: Uint32Array, first: Int32Array, places: Int16Array, periods: number): ActivePeriods {
  const stride = (periods + 31) >> 5;
  const words = new Uint32Array(first.length * stride);
  for (let customer = 0; customer < first.length; customer++) {
    const start = first[customer]!;
    if (start < 0) continue;
    const end = offsets[customer + 1]!;
    const base = customer * stride;
    for (let event = start; event < end; event++) {
      const place = places[event]!;
      if (place >= 0) words[base + (place >> 5)]! |= 1 << (place & 31);
    }
  }
  return { words, stride };
}
