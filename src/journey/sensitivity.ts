import { firstIds } from "./identity/first-ids.ts";
import type { MappedLine } from "./mapped.ts";
import type { EventIndex } from "./order/event-index.ts";
import type { SessionCuts } from "./sessions.ts";

/** How many there are by a rule, and how many of them bought. */
export interface Converted {
  count: number;
  converted: number;
}

/** Pauses to compare, in minutes. */
export const comparedGaps = [5, 10, 20, 30, 60, 120] as const;

/** Sessions, and those with a purchase, for each of the compared pauses: all in one walk. Cuts are as `sessionsOf` makes them. */
export function sessionsByGap({ customers, offsets, time }: EventIndex, purchases: Uint8Array, { days, campaigns, apart }: SessionCuts): Converted[] {
  const found = comparedGaps.map(() => ({ count: 0, converted: 0 }));
  const campaign = new Int32Array(comparedGaps.length);
  const hasBought = new Uint8Array(comparedGaps.length);
  for (let customer = 0; customer < customers; customer++) {
    let last = -1;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (apart !== undefined && apart[event] === 1) continue;
      const own = campaigns === undefined ? -1 : campaigns[event]!;
      const pause = last < 0 || (days !== undefined && days[event] !== days[last]) ? Infinity : time[event]! - time[last]!;
      for (let place = 0; place < found.length; place++) {
        if (pause > comparedGaps[place]! * 60_000 || (own >= 0 && own !== campaign[place])) {
          found[place]!.count++;
          campaign[place] = -1;
          hasBought[place] = 0;
        }
        if (own >= 0) campaign[place] = own;
        if (purchases[event] === 0 || hasBought[place] === 1) continue;
        hasBought[place] = 1;
        found[place]!.converted++;
      }
      last = event;
    }
  }
  return found;
}

/** Customers, and those with a purchase. */
export function customersWhoBought({ customers, offsets }: EventIndex, purchases: Uint8Array): Converted {
  let converted = 0;
  for (let customer = 0; customer < customers; customer++) {
    let event = offsets[customer]!;
    while (event < offsets[customer + 1]! && purchases[event] === 0) event++;
    if (event < offsets[customer + 1]!) converted++;
  }
  return { count: customers, converted };
}

/** The same, if the first id of a row alone said whose it is. */
export function firstIdsWhoBought({ rows, row, table }: EventIndex, purchases: Uint8Array, lines: readonly MappedLine[]): Converted {
  const { codes, ids } = firstIds(lines);
  const seen = new Uint8Array(ids.length);
  const bought = new Uint8Array(ids.length);
  for (let event = 0; event < rows; event++) {
    const customer = codes[table[event]!]![row[event]!]!;
    if (customer < 0) continue;
    seen[customer] = 1;
    bought[customer]! |= purchases[event]!;
  }
  const total = (set: Uint8Array) => set.reduce((sum, one) => sum + one, 0);
  return { count: total(seen), converted: total(bought) };
}
