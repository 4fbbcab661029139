import type { Interval } from "./interval.ts";
import { intervalDifference } from "./interval-difference.ts";
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
  const first = { value: successes1 / trials1, ...wilson(successes1, trials1, level) };
  const second = { value: successes2 / trials2, ...wilson(successes2, trials2, level) };
  return intervalDifference(first, second);
}
