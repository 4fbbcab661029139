/** How many are in exactly one of two sets. */
function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const member of one) if (other.has(member)) both++;
  return one.size + other.size - 2 * both;
}

/**
 * Remembers, while the page is open, which customers were exported together, and warns where two exports differ in so few that taking one
 * from the other singles them out.
 *
 * @example
 * const guard = new DifferencingGuard(10);
 * guard.check("all", ["a", "b"]); // null
 * guard.check("buyers", ["a"]); // { with: "all", difference: 1 }
 */
export class DifferencingGuard {
  private readonly exported = new Map<string, ReadonlySet<string>>();

  /** @param k The fewest customers in which two exports may differ, unless they are the same. */
  constructor(private readonly k: number) {}

  /** Takes note of an export. Gives the earlier one that it differs from by the fewest, where these are fewer than `k`. */
  check(name: string, customers: Iterable<string>): { with: string; difference: number } | null {
    const own = new Set(customers);
    const close = [...this.exported]
      .map(([other, members]) => ({ with: other, difference: difference(own, members) }))
      .filter((pair) => pair.difference > 0 && pair.difference < this.k)
      .toSorted((left, right) => left.difference - right.difference);
    this.exported.set(name, own);
    return close[0] ?? null;
  }
}
