import type { Touches } from "./touches.ts";

/** Who owns a touchpoint: whoever most of its touches name, and their share of the touches that name somebody. */
export interface Owner {
  name: string | null;
  share: number;
  customers: number;
  events: number;
}

/** By touchpoint: its customers and touches over all stages, and its owner. */
export function ownersOf({ journey, touchpoints, cell, follows }: Touches): Owner[] {
  const width = touchpoints.length;
  const owner = journey.has("owner") ? journey.code("owner") : null;
  const owners = owner?.dictionary.length ?? 0;
  const counts = new Int32Array(width * owners);
  const [events, customers, met] = [new Int32Array(width), new Int32Array(width), new Int32Array(width).fill(-1)];
  for (let customer = 0; customer < journey.customers; customer++) {
    if (follows[customer] === 0) continue;
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) {
      if (cell[event]! < 0) continue;
      const point = cell[event]! % width;
      events[point]!++;
      if (met[point] !== customer) customers[point]!++;
      met[point] = customer;
      if (owner !== null && owner.codes[event]! >= 0) counts[point * owners + owner.codes[event]!]!++;
    }
  }
  return touchpoints.map((_, point) => {
    const own = counts.subarray(point * owners, (point + 1) * owners);
    const all = own.reduce((sum, count) => sum + count, 0);
    const most = own.reduce(
      (best, count, at) => (count > own[best]! || (count === own[best]! && owner!.dictionary[at]! < owner!.dictionary[best]!) ? at : best),
      0,
    );
    const known = all > 0 ? { name: owner!.dictionary[most]!, share: own[most]! / all } : { name: null, share: Number.NaN };
    return { ...known, customers: customers[point]!, events: events[point]! };
  });
}
