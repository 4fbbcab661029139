import type { IdentityRules } from "./identity-rules.ts";
import { isDevice } from "./id-type.ts";
import type { Ids } from "./ids.ts";
import type { Links } from "./links.ts";

/** What an id is good for. */
export const use = { joins: 0, shared: 1, nobody: 2 } as const;

/** From this share of all rows on, an id seen with more than a hundred others is nobody's. */
const busy = 0.001;
const many = 100;

/** How many people used each device: other ids of the most trusted kind that names people. */
export function peopleOf({ types, offsets, texts }: Ids, ranks: Uint8Array, links: Links): Uint32Array {
  const people = new Uint32Array(texts.length);
  const person = types.findIndex((type) => !isDevice(type));
  if (person < 0) return people;
  const isPerson = (id: number) => id >= offsets[person]! && id < offsets[person + 1]!;
  for (let place = 0; place < links.count; place++) {
    const [low, high] = [links.low[place]!, links.high[place]!];
    if (isPerson(low) && isDevice(types[ranks[high]!]!)) people[high]!++;
    else if (isPerson(high) && isDevice(types[ranks[low]!]!)) people[low]!++;
  }
  return people;
}

/**
 * Tells which ids join others, which are devices that too many people use, and which are nobody's because they are everywhere.
 *
 * @param people How many people used each device.
 * @param rows How many rows have each id.
 * @param total How many rows there are.
 * @returns A `use` per id.
 */
export function setAside(
  { types }: Ids,
  ranks: Uint8Array,
  links: Links,
  people: Uint32Array,
  rows: Uint32Array,
  total: number,
  { mode, usersPerDevice }: IdentityRules,
): Uint8Array {
  const others = new Uint32Array(rows.length);
  for (let place = 0; place < links.count; place++) {
    others[links.low[place]!]!++;
    others[links.high[place]!]!++;
  }
  const most = mode === "last_login" ? 0 : usersPerDevice;
  const uses = new Uint8Array(rows.length);
  for (let id = 0; id < rows.length; id++) {
    if (isDevice(types[ranks[id]!]!) && people[id]! > most) uses[id] = use.shared;
    else if (others[id]! > many && rows[id]! > busy * total) uses[id] = use.nobody;
  }
  return uses;
}
