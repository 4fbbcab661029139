import { determined } from "./determined.ts";
import { nestedKept } from "./nested-kept.ts";

/** A published total and the counts that add up to it. `total` is −1 where it is no count of ours but known all the same. */
export interface Sum {
  total: number;
  parts: readonly number[];
}

/** Counts of customers, and what is known of how they hang together. */
export interface Counts {
  values: readonly number[];
  /** 1 where a count must not be known: too few customers, or too few others. */
  small: Uint8Array;
  sums: readonly Sum[];
  /** Nested groups, each from the largest to the smallest. */
  chains: readonly (readonly number[])[];
}

/** The state of one search: what is hidden, and what must not be found out. */
interface Search extends Counts {
  k: number;
  hidden: Uint8Array;
  secret: Uint8Array;
  /** Per count, the sums it is in. */
  within: readonly (readonly Sum[])[];
}

/** How many of a sum's counts are hidden. */
function gaps({ total, parts }: Sum, { hidden }: Search): number {
  let count = total >= 0 ? hidden[total]! : 0;
  for (const part of parts) count += hidden[part]!;
  return count;
}

/**
 * The count to hide next, of some: one that tears the fewest sums open which are whole as yet, and of these the smallest. Nothing is gained
 * by hiding a 0: that counts are not negative would give it away. −1 where none is left.
 */
function best(candidates: Iterable<number>, search: Search): number {
  const { hidden, values, within } = search;
  let [found, fewest] = [-1, Infinity];
  for (const item of candidates) {
    if (hidden[item] === 1 || values[item] === 0) continue;
    const opened = within[item]!.filter((sum) => gaps(sum, search) === 0).length;
    if (opened > fewest || (opened === fewest && values[item]! >= values[found]!)) continue;
    [found, fewest] = [item, opened];
  }
  return found;
}

/** Drops what would show a small difference in a chain. */
function breakChains({ chains, values, hidden, secret, k }: Search): boolean {
  let changed = false;
  for (const chain of chains) {
    const kept = nestedKept(
      chain.map((item) => values[item]!),
      (place) => hidden[chain[place]!] === 1,
      k,
    );
    chain.forEach((item, place) => {
      if (kept[place] === 1 || hidden[item] === 1) return;
      hidden[item] = 1;
      secret[item] = 1;
      changed = true;
    });
  }
  return changed;
}

/** Sees that what is missing of each known total is more than one count, and together no small group. */
function fillSums(search: Search): boolean {
  const { sums, values, hidden, secret, k } = search;
  let changed = false;
  for (const { total, parts } of sums) {
    if (total >= 0 && hidden[total] === 1) continue;
    for (;;) {
      let [missing, count, isSecret] = [0, 0, false];
      for (const part of parts) {
        if (hidden[part] === 0) continue;
        missing++;
        count += values[part]!;
        isSecret ||= secret[part] === 1;
      }
      if (!isSecret || (missing > 1 && count >= k)) break;
      const next = best(parts, search);
      const chosen = next >= 0 ? next : total;
      if (chosen < 0 || hidden[chosen] === 1) break;
      hidden[chosen] = 1;
      changed = true;
      if (chosen === total) break;
    }
  }
  return changed;
}

/** Every known sum as an equation in what is hidden. */
function equationsOf({ sums, hidden }: Search): Map<number, number>[] {
  return sums.flatMap(({ total, parts }) => {
    const equation = new Map<number, number>();
    for (const part of parts) if (hidden[part] === 1) equation.set(part, 1);
    if (total >= 0 && hidden[total] === 1) equation.set(total, -1);
    return equation.size === 0 ? [] : [equation];
  });
}

/** Hides one more count near each secret that the sums together still give away. */
function blur(search: Search): boolean {
  let changed = false;
  for (const item of determined(equationsOf(search))) {
    if (search.secret[item] === 0) continue;
    const near = bestNear(item, search);
    if (near < 0) continue;
    search.hidden[near] = 1;
    changed = true;
  }
  return changed;
}

/**
 * The count to hide so that an item can no longer be worked out: from the nearest sums that lack one count only, going from the item's own
 * sums outwards along what is hidden; else from any near sum; a total, which tells more than a part, where no part is left.
 */
function bestNear(item: number, search: Search): number {
  const seen = new Set([item]);
  let ring = [item];
  let [part, total] = [-1, -1];
  while (ring.length > 0) {
    const sums = [...new Set(ring.flatMap((own) => search.within[own]!))];
    const partsOf = (chosen: readonly Sum[]) => best(new Set(chosen.flatMap(({ parts }) => parts)), search);
    const torn = partsOf(sums.filter((sum) => gaps(sum, search) === 1));
    if (torn >= 0) return torn;
    if (part < 0) part = partsOf(sums);
    const totals = sums.map((sum) => sum.total).filter((place) => place >= 0);
    if (total < 0) total = best(totals, search);
    ring = [...new Set([...sums.flatMap(({ parts }) => parts), ...totals])].filter((next) => search.hidden[next] === 1 && !seen.has(next));
    for (const next of ring) seen.add(next);
  }
  return part >= 0 ? part : total;
}

/**
 * Which counts to leave out so that no small one can be worked out from the rest by adding and subtracting.
 *
 * Beside the small counts these are: in every known sum small others, until at least two are missing and together they are `k` or
 * more; in every chain of nested groups those that differ by fewer than `k`; and then, by elimination over all sums at once, one more
 * wherever a small count has only one possible value. Nothing is known of what a reader knows from elsewhere, and a count that is left
 * out may still be bounded.
 *
 * @param k The fewest customers a published group may have.
 * @returns Per count, 1 if it is left out.
 * @example suppress({ values: [3, 20, 40], small: Uint8Array.of(1, 0, 0), sums: [{ total: -1, parts: [0, 1, 2] }], chains: [] }, 10) // [1, 1, 0]
 * @see Hundepool, A. et al. (2012). Statistical Disclosure Control, ch. 4. Wiley.
 */
export function suppress(counts: Counts, k: number): Uint8Array {
  const within: Sum[][] = counts.values.map(() => []);
  for (const sum of counts.sums) {
    for (const part of sum.parts) within[part]!.push(sum);
    if (sum.total >= 0) within[sum.total]!.push(sum);
  }
  const search: Search = { ...counts, k, within, hidden: counts.small.slice(), secret: counts.small.slice() };
  let changed = true;
  while (changed) {
    changed = breakChains(search);
    while (fillSums(search)) changed = true;
    if (!changed) changed = blur(search);
  }
  return search.hidden;
}
