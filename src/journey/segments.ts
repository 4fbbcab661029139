import type { Bitset } from "../schema/bitset.ts";

/** Named sets of a journey's customers, identified by their ids so that they can be read by another journey. */
export interface Segments {
  names: string[];
  /** Per name, over `customers`. */
  sets: Bitset[];
  /** The identities the sets are over. */
  customers: string[];
  /** The name of the set of those who are in no other: conditions on the cell without a segment's name leave it out. */
  rest?: string;
}
