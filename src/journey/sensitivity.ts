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

/** The same in milliseconds, and a pause that is always long enough. */
const gaps = Float64Array.of(...comparedGaps.map((minutes) => minutes * 60_000), Infinity);

/**
 * Sessions, and those with a purchase, for each of the compared pauses: all in one walk. Cuts are as `sessionsOf` makes them.
 *
 * What begins a session by one pause begins one by every shorter pause, so it is enough to know by how many of the pauses each event does.
 */
export function sessionsByGap({ customers, offsets, time }: EventIndex, purchases: Uint8Array, { days, campaigns, apart }: SessionCuts): Converted[] {
  const all = comparedGaps.length;
  // Per number of pauses: the events that begin a session by as many, and the purchases that are the first of theirs by as many.
  const begun = new Uint32Array(all + 1);
  const bought = new Uint32Array(all + 1);
  for (let customer = 0; customer < customers; customer++) {
    let last = -1;
    let campaign = -1;
    let sinceCampaign = 0;
    let sincePurchase = 0;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (apart !== undefined && apart[event] === 1) continue;
      let begins = 0;
      if (last < 0 || (days !== undefined && days[event] !== days[last])) begins = all;
      else {
        const pause = time[event]! - time[last]!;
        while (pause > gaps[begins]!) begins++;
      }
      const own = campaigns === undefined ? -1 : campaigns[event]!;
      if (own >= 0) {
        begins = own === campaign ? Math.max(begins, sinceCampaign) : all;
        campaign = own;
        sinceCampaign = 0;
      } else if (begins > sinceCampaign) sinceCampaign = begins;
      begun[begins]!++;
      if (begins > sincePurchase) sincePurchase = begins;
      if (purchases[event] === 1) {
        bought[sincePurchase]!++;
        sincePurchase = 0;
      }
      last = event;
    }
  }
  const above = (counts: Uint32Array, place: number) => counts.subarray(place + 1).reduce((sum, count) => sum + count, 0);
  return comparedGaps.map((_, place) => ({ count: above(begun, place), converted: above(bought, place) }));
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
