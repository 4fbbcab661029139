import type { Cluster, IdentityAudit, Joined, TypedId } from "./identity-audit.ts";
import type { IdentityRules } from "./identity-rules.ts";
import type { Ids } from "./ids.ts";
import { joinIds, limitsOf, type JoinedIds } from "./join-ids.ts";
import type { Links } from "./links.ts";
import { use } from "./set-aside.ts";

/** What was found on the way from rows to customers. */
export interface Findings {
  ids: Ids;
  ranks: Uint8Array;
  links: Links;
  people: Uint32Array;
  uses: Uint8Array;
  order: Uint32Array;
  rules: IdentityRules;
  joined: JoinedIds;
  /** Rows with each id, and rows given by each shared device. */
  counts: Uint32Array;
  given: Uint32Array;
  rows: readonly { ids: Int32Array[]; where: Uint8Array | null }[];
  /** Per line and row: the customer. */
  codes: readonly Int32Array[];
  names: readonly string[];
}

const mostClusters = 5;
const mostListed = 1000;

/** Customers by the first id of a row, and by what was found. */
function beforeAndAfter({ rows, codes, ids, names }: Findings): [before: number, after: number] {
  const first = new Uint8Array(ids.texts.length);
  const found = new Uint8Array(names.length);
  for (const [line, { ids: own, where }] of rows.entries()) {
    const customers = codes[line]!;
    for (let row = 0; row < customers.length; row++) {
      if (where?.[row] === 0 || customers[row]! < 0) continue;
      found[customers[row]!] = 1;
      for (let place = 0; place < own.length; place++) {
        if (own[place]![row]! < 0) continue;
        first[own[place]![row]!] = 1;
        break;
      }
    }
  }
  const count = (set: Uint8Array) => set.reduce((sum, one) => sum + one, 0);
  return [count(first), count(found)];
}

/** How many customers there are of ids that have rows, leaving one kind of id out. */
function customersWithout(findings: Findings, kind: number): number {
  const { ids, ranks, links, uses, order, rules, counts } = findings;
  const rest = order.filter((pair) => ranks[links.low[pair]!] !== kind && ranks[links.high[pair]!] !== kind);
  const leader = rest.length === 0 ? Int32Array.from(ranks.keys()) : joinIds(ids, ranks, links, uses, rest, rules).leader;
  const seen = new Uint8Array(leader.length);
  let customers = 0;
  for (let id = 0; id < leader.length; id++) {
    if (ranks[id] === kind || uses[id] !== use.joins || counts[id] === 0 || seen[leader[id]!] === 1) continue;
    seen[leader[id]!] = 1;
    customers++;
  }
  return customers;
}

/** Looks over what stitching did. */
export function auditIdentity(findings: Findings): IdentityAudit {
  const { ids, ranks, links, people, uses, rules, joined, counts, given } = findings;
  const typed = (id: number): TypedId => ({ type: ids.types[ranks[id]!]!, id: ids.texts[id]! });
  const pair = (place: number): Joined => ({ low: typed(links.low[place]!), high: typed(links.high[place]!), rows: links.support[place]! });
  const [before, after] = beforeAndAfter(findings);

  const members = new Uint32Array(ids.texts.length);
  for (let id = 0; id < members.length; id++) if (counts[id]! > 0 && uses[id] === use.joins) members[joined.leader[id]!]!++;
  const sizes = new Map<number, number>();
  for (const size of members) if (size > 0) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  const large = topOf(members, mostClusters, (size) => size > 1);
  const clusters = large.map((leader): Cluster => ({
    customer: ids.texts[leader]!,
    ids: members[leader]!,
    joined: joined.joins.filter((place) => joined.leader[links.low[place]!] === leader).map(pair),
  }));
  const refusals = joined.refused.toSorted((a, b) => links.support[b.pair]! - links.support[a.pair]!).slice(0, mostListed);
  const shared = people.map((count, id) => (uses[id] === use.shared ? count : 0));
  return {
    before,
    after,
    kinds: ids.types.map((type, kind) => ({
      type,
      ids: counts.subarray(ids.offsets[kind], ids.offsets[kind + 1]).reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      without: customersWithout(findings, kind),
    })),
    sizes,
    clusters,
    refused: joined.refused.length,
    refusals: refusals.map(({ pair: place, kind }) => {
      return { ...pair(place), type: ids.types[kind]!, limit: limitsOf(ids, rules)[kind]! };
    }),
    sharedDevices: shared.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    devices: topOf(shared, mostListed, (count) => count > 0).map((id) => ({
      ...typed(id),
      people: people[id]!,
      rows: counts[id]!,
      given: given[id]!,
    })),
    nobodys: ids.texts
      .flatMap((_, id) => (uses[id] === use.nobody ? [id] : []))
      .slice(0, mostListed)
      .map(typed),
  };
}

/** The places with the highest counts that are wanted, highest first; of equals, the first places. */
function topOf(counts: Uint32Array, most: number, wanted: (count: number) => boolean): number[] {
  const least = Float64Array.from(counts).sort()[Math.max(0, counts.length - most)] ?? 0;
  const above: number[] = [];
  const equal: number[] = [];
  for (let place = 0; place < counts.length; place++) {
    if (counts[place]! > least && wanted(counts[place]!)) above.push(place);
    else if (counts[place] === least && wanted(least) && equal.length < most) equal.push(place);
  }
  return [...above.sort((a, b) => counts[b]! - counts[a]! || a - b), ...equal].slice(0, most);
}
