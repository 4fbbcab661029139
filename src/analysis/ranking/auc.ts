import type { Interval } from "../intervals/interval.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { midRanks } from "./mid-ranks.ts";

/** For each row, the share of the other class that it stands on the right side of; ties count half. */
function placements(scores: Float64Array, outcomes: Uint8Array): { auc: number; values: Float64Array; ones: number; zeros: number } {
  const all = midRanks(scores);
  const ofOnes = midRanks(scores.filter((_, row) => outcomes[row] === 1));
  const ofZeros = midRanks(scores.filter((_, row) => outcomes[row] === 0));
  const [ones, zeros] = [ofOnes.length, ofZeros.length];
  const values = new Float64Array(scores.length);
  let one = 0;
  let zero = 0;
  let auc = 0;
  for (let row = 0; row < scores.length; row++) {
    if (outcomes[row] === 1) auc += values[row] = (all[row]! - ofOnes[one++]!) / zeros;
    else values[row] = 1 - (all[row]! - ofZeros[zero++]!) / ones;
  }
  return { auc: auc / ones, values, ones, zeros };
}

function covariance(
  left: Float64Array,
  right: Float64Array,
  means: readonly [number, number],
  outcomes: Uint8Array,
  one: 0 | 1,
  count: number,
): number {
  if (count < 2) return Number.NaN;
  let sum = 0;
  for (let row = 0; row < outcomes.length; row++) if (outcomes[row] === one) sum += (left[row]! - means[0]) * (right[row]! - means[1]);
  return sum / (count - 1);
}

/** The area under the ROC curve and its bounds. */
export type Auc = Interval & { auc: number };

/**
 * The area under the ROC curve, the chance that someone with the outcome scores above someone without it, with DeLong's interval.
 *
 * Rows must be independent: with several rows per customer the interval is too narrow. With one class only it is NaN; near 1 the interval is cut.
 *
 * @param scores Higher means likelier; ties count half.
 * @param outcomes 0 or 1.
 * @returns From 0 to 1.
 * @example auc(Float64Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1)).auc // 0.75
 * @see DeLong, DeLong and Clarke-Pearson (1988); Sun and Xu (2014), Fast implementation of DeLong's algorithm
 */
export function auc(scores: Float64Array, outcomes: Uint8Array, level = 0.95): Auc {
  const { auc: area, values, ones, zeros } = placements(scores, outcomes);
  const own = (one: 0 | 1, count: number) => covariance(values, values, [area, area], outcomes, one, count) / count;
  const reach = -normalQuantile((1 - level) / 2) * Math.sqrt(own(1, ones) + own(0, zeros));
  return { auc: area, lower: Math.max(0, area - reach), upper: Math.min(1, area + reach) };
}

/**
 * The difference of the areas of two scores of the same rows, first minus second, with DeLong's interval.
 *
 * @returns From −1 to 1.
 * @example aucDifference(better, worse, outcomes).lower > 0 // whether the first is surely better
 * @see DeLong, DeLong and Clarke-Pearson (1988), Comparing the areas under two or more correlated ROC curves
 */
export function aucDifference(first: Float64Array, second: Float64Array, outcomes: Uint8Array, level = 0.95): Interval & { difference: number } {
  const [left, right] = [placements(first, outcomes), placements(second, outcomes)];
  const difference = left.auc - right.auc;
  const apart = left.values.map((value, row) => value - right.values[row]!);
  const spread = (one: 0 | 1, count: number) => covariance(apart, apart, [difference, difference], outcomes, one, count) / count;
  const reach = -normalQuantile((1 - level) / 2) * Math.sqrt(spread(1, left.ones) + spread(0, left.zeros));
  return { difference, lower: difference - reach, upper: difference + reach };
}
