import type { Interval } from "./interval.ts";

/** A number with its interval. */
export interface Estimate extends Interval {
  value: number;
}

/**
 * The difference of two independent estimates, first minus second, with an interval made from theirs: the method of variance estimates recovery.
 *
 * With Wilson's intervals of two proportions it is Newcombe's interval. Of estimates that share customers it is too wide.
 *
 * @param first @param second Both with intervals of the same level, which is then the level of the difference.
 * @example intervalDifference({ value: 5, lower: 2, upper: 9 }, { value: 1, lower: 0, upper: 5 }) // { difference: 4, lower: −1, upper: 8.123… }
 * @see Zou and Donner (2008), Construction of confidence limits about effect measures: a general approach
 */
export function intervalDifference(first: Estimate, second: Estimate): Interval & { difference: number } {
  const difference = first.value - second.value;
  return {
    difference,
    lower: difference - Math.hypot(first.value - first.lower, second.upper - second.value),
    upper: difference + Math.hypot(first.upper - first.value, second.value - second.lower),
  };
}
