import { normalQuantile } from "../special/normal-quantile.ts";

/** From this mean on the distribution is close enough to a normal one for resampling. */
const large = 50;

/**
 * A Poisson variable: how often something that happened `mean` times happens in one bootstrap replicate.
 *
 * From a mean of 50 on it is a rounded normal variable: right for sums of many, not for the far tails of one.
 *
 * @param mean 0 or more.
 * @param random Numbers from 0 to 1.
 * @returns A whole number.
 * @example poisson(0, () => 0.5) // 0
 * @see Knuth (1997), The art of computer programming, volume 2, 3.4.1
 */
export function poisson(mean: number, random: () => number): number {
  if (mean === 0) return 0;
  if (mean >= large) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(Math.max(2 ** -33, random()))));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
