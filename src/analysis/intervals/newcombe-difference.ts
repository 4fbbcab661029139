import type { Interval } from "./interval.ts";
import { wilson } from "./wilson.ts";

/**
 * The difference of two independent proportions, first minus second, with Newcombe's hybrid score interval.
 *
 * Not for the same customers measured twice: their answers are paired, and the interval would be too wide.
 *
 * @param successes1 @param trials1 The first group; at least one trial.
 * @param successes2 @param trials2 The second group; at least one trial.
 * @param level The confidence level, such as 0.95.
 * @returns The difference and its bounds, from −1 to 1.
 * @example newcombeDifference(56, 70, 48, 80) // { difference: 0.2, lower: 0.0524…, upper: 0.3339… }
 * @see Newcombe (1998), Interval estimation for the difference between independent proportions, method 10
 */
export function newcombeDifference(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
  level = 0.95,
): Interval & { difference: number } {
  const rate1 = successes1 / trials1;
  const rate2 = successes2 / trials2;
  const first = wilson(successes1, trials1, level);
  const second = wilson(successes2, trials2, level);
  const difference = rate1 - rate2;
  return {
    difference,
    lower: difference - Math.hypot(rate1 - first.lower, second.upper - rate2),
    upper: difference + Math.hypot(first.upper - rate1, rate2 - second.lower),
  };
}
