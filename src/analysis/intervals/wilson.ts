import { normalQuantile } from "../special/normal-quantile.ts";
import type { Interval } from "./interval.ts";

/**
 * Wilson's score interval for a proportion.
 *
 * It takes the trials for independent: with several trials per customer it is too narrow, and a customer bootstrap is right.
 *
 * @param successes From 0 to `trials`.
 * @param trials A count; of no trials the interval is all of 0 to 1.
 * @param level The confidence level, such as 0.95.
 * @returns Bounds from 0 to 1.
 * @example wilson(81, 263) // { lower: 0.255…, upper: 0.366… }
 * @see Wilson (1927); Newcombe (1998), Two-sided confidence intervals for the single proportion, method 3
 */
export function wilson(successes: number, trials: number, level = 0.95): Interval {
  if (trials === 0) return { lower: 0, upper: 1 };
  const z = -normalQuantile((1 - level) / 2);
  const failures = trials - successes;
  const centre = successes + (z * z) / 2;
  const reach = z * Math.sqrt((successes * failures) / trials + (z * z) / 4);
  const scale = trials + z * z;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    upper: failures === 0 ? 1 : Math.min(1, (centre + reach) / scale),
  };
}
