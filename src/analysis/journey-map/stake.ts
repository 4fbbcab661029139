import type { Interval } from "../intervals/interval.ts";
import { normalQuantile } from "../special/normal-quantile.ts";

/** An estimate with its interval. */
export interface Estimate extends Interval {
  value: number;
}

/**
 * What would be won: how many would be kept, times what each of those who stay brings on average, with the interval of the product.
 *
 * It supposes that whoever is kept brings what those bring who stay by themselves, which flatters it; and the interval knows nothing of that.
 *
 * @param kept How many, with its interval.
 * @param stayed What those who stay bring: how many they are, the sum, and the sum of squares.
 * @param level The confidence level of `kept`.
 * @returns All 0 where nobody stays.
 * @example stake({ value: 10, lower: 8, upper: 12 }, { count: 4, sum: 40, squares: 400 }) // { value: 100, lower: 80, upper: 120 }
 * @see Zou and Donner (2008), Construction of confidence limits about effect measures: recovering the variance of each part from its own limits
 */
export function stake(kept: Estimate, stayed: { count: number; sum: number; squares: number }, level = 0.95): Estimate {
  if (stayed.count === 0) return { value: 0, lower: 0, upper: 0 };
  const mean = stayed.sum / stayed.count;
  const variance = stayed.count < 2 ? 0 : Math.max(0, stayed.squares - stayed.sum * mean) / (stayed.count - 1) / stayed.count;
  const reach = -normalQuantile((1 - level) / 2) * Math.sqrt(variance) * kept.value;
  const value = kept.value * mean;
  return {
    value,
    lower: value - Math.hypot(mean * (kept.value - kept.lower), reach),
    upper: value + Math.hypot(mean * (kept.upper - kept.value), reach),
  };
}
