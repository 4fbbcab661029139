/** How much more a word, or a value, belongs to one group than to another. */
export interface LogOdds {
  /** The difference of the logarithms of the odds. */
  delta: number;
  /** The difference over its standard error. */
  z: number;
}

/**
 * The log-odds ratio of a value between two groups with an informative prior, so that rare values do not come first by chance.
 *
 * @param count @param total How often the value is in the group, and how many values the group has.
 * @param otherCount @param otherTotal The same of the other group.
 * @param prior The value's share of the prior, above 0.
 * @param priorTotal The prior of all values together.
 * @example logOdds(30, 1000, 10, 1200, 4, 220).z.toFixed(4) // "3.3300"
 * @see Monroe, Colaresi and Quinn (2008), Fightin' words
 */
export function logOdds(count: number, total: number, otherCount: number, otherTotal: number, prior: number, priorTotal: number): LogOdds {
  const odds = (found: number, all: number) => Math.log((found + prior) / (all + priorTotal - found - prior));
  const delta = odds(count, total) - odds(otherCount, otherTotal);
  return { delta, z: delta / Math.sqrt(1 / (count + prior) + 1 / (otherCount + prior)) };
}
