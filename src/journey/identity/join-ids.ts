import { guardedUnion } from "./guarded-union.ts";
import type { IdentityRules } from "./identity-rules.ts";
import { isDevice } from "./id-type.ts";
import type { Ids } from "./ids.ts";
import type { Links } from "./links.ts";
import { use } from "./set-aside.ts";

/** Ids brought together. */
export interface JoinedIds {
  /** Per id: the most trusted id of its customer, by text the first of those; itself where it is alone. */
  leader: Int32Array;
  /** Pairs that joined two sets, in the order they did. */
  joins: number[];
  /** Pairs that were refused, and the kind of which there would have been too many, as its place in the kinds. */
  refused: { pair: number; kind: number }[];
}

/** The most ids of each kind in a customer. People's most trusted kind is the account, whatever it is called: two are two customers. */
export function limitsOf({ types }: Ids, { limits }: IdentityRules): number[] {
  return types.map((type, rank) => (rank === 0 && !isDevice(type) ? limits.user_id : limits[type]));
}

/**
 * Makes one customer of ids that were seen together, as far as the limits allow.
 *
 * @param uses What each id is good for.
 * @param order The pairs in the order in which to join them.
 */
export function joinIds(ids: Ids, ranks: Uint8Array, links: Links, uses: Uint8Array, order: Uint32Array, rules: IdentityRules): JoinedIds {
  const { low, high } = links;
  const union = guardedUnion(ranks, limitsOf(ids, rules));
  const joins: number[] = [];
  const refused: { pair: number; kind: number }[] = [];
  for (const pair of order) {
    const [one, other] = [low[pair]!, high[pair]!];
    if (uses[one] !== use.joins || uses[other] !== use.joins) continue;
    const kind = union.join(one, other);
    if (kind === -1) joins.push(pair);
    else if (kind >= 0) refused.push({ pair, kind });
  }
  const leader = new Int32Array(ranks.length);
  for (let id = 0; id < leader.length; id++) leader[id] = union.smallest(id);
  return { leader, joins, refused };
}
