import { customerWeights } from "../bootstrap/customer-weights.ts";
import { percentileInterval } from "../intervals/percentile-interval.ts";
import type { Pause } from "../pause.ts";
import { erfc } from "../special/erfc.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { standardisedDifference, type Moments } from "./standardised-difference.ts";

/** How one group's customers differ from the others in one trait. Bounds are NaN where there are too few customers. */
export interface Difference {
  group: number;
  trait: number;
  /** Customers with a value, in the group and outside. */
  count: number;
  otherCount: number;
  mean: number;
  otherMean: number;
  /** Cohen's d with its percentile interval. */
  difference: number;
  lower: number;
  upper: number;
  /** The probability of so large a difference where there is none; NaN where there are too few customers. */
  p: number;
  /** Benjamini and Hochberg's q-value over all groups and traits. */
  q: number;
}

/** What is compared, and how. */
export interface DifferencesOptions {
  /** Per trait, one number per customer; NaN is missing. */
  traits: readonly Float64Array[];
  /** Per group, 1 for its customers. */
  groups: readonly Uint8Array[];
  /** The customers' ids, which their weights in the bootstrap belong to. */
  ids: readonly string[];
  /** 1 for the customers compared at all. */
  among: Uint8Array;
  replicates: number;
  seed: number;
  level: number;
}

/** Fewer customers on one side give no interval. */
const fewest = 10;

/** Traits on one scale, so that squares keep their digits. */
function standardised(values: Float64Array, among: Uint8Array): Float64Array {
  let [count, mean, squares] = [0, 0, 0];
  values.forEach((value, at) => {
    if (among[at] !== 1 || Number.isNaN(value)) return;
    count++;
    const apart = value - mean;
    mean += apart / count;
    squares += apart * (value - mean);
  });
  const deviation = Math.sqrt(squares / Math.max(1, count)) || 1;
  return values.map((value) => (value - mean) / deviation);
}

/** Sums of weights, of values and of squares, per replicate; replicate 0 is the data themselves. */
class Sums {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;

  constructor(replicates: number) {
    this.count = new Float64Array(replicates + 1);
    this.sum = new Float64Array(replicates + 1);
    this.squares = new Float64Array(replicates + 1);
  }

  add(value: number, weights: Uint8Array): void {
    const square = value * value;
    const { count, sum, squares } = this;
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at]!;
      count[at]! += weight;
      sum[at]! += weight * value;
      squares[at]! += weight * square;
    }
  }

  moments(at: number): Moments {
    return { count: this.count[at]!, sum: this.sum[at]!, squares: this.squares[at]! };
  }

  without(other: Sums, at: number): Moments {
    return { count: this.count[at]! - other.count[at]!, sum: this.sum[at]! - other.sum[at]!, squares: this.squares[at]! - other.squares[at]! };
  }
}

/** The two-sided probability of a difference this many standard errors from none. */
function probability(difference: number, replicates: Float64Array): number {
  const known = replicates.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const error = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
  return error > 0 ? erfc(Math.abs(difference) / error / Math.SQRT2) : Number.NaN;
}

const meanOf = (values: Float64Array, takes: (at: number) => boolean): number => {
  let [count, sum] = [0, 0];
  values.forEach((value, at) => {
    if (!takes(at) || Number.isNaN(value)) return;
    count++;
    sum += value;
  });
  return sum / count;
};

/**
 * How each group differs from all other customers in each trait: standardised differences with intervals from a bootstrap of customers, and
 * q-values that keep false discoveries rare over all of them.
 *
 * A trait that the groups were made from differs by construction, and its q-value means nothing.
 *
 * @param pause Called between customers.
 * @returns One entry per group and trait, traits within groups.
 */
export async function differences(options: DifferencesOptions, pause?: Pause): Promise<Difference[]> {
  const { traits, groups, ids, among, replicates, seed, level } = options;
  const scaled = traits.map((values) => standardised(values, among));
  const all = traits.map(() => new Sums(replicates));
  const own = groups.map(() => traits.map(() => new Sums(replicates)));
  const weights = new Uint8Array(replicates + 1);
  for (let customer = 0; customer < ids.length; customer++) {
    if (among[customer] !== 1) continue;
    if ((customer & 63) === 0) {
      const wait = pause?.(customer / ids.length);
      if (wait) await wait;
    }
    if (replicates > 0) customerWeights(ids[customer]!, seed, weights.subarray(1));
    weights[0] = 1;
    for (let trait = 0; trait < traits.length; trait++) {
      const value = scaled[trait]![customer]!;
      if (Number.isNaN(value)) continue;
      all[trait]!.add(value, weights);
      for (let group = 0; group < groups.length; group++) if (groups[group]![customer] === 1) own[group]![trait]!.add(value, weights);
    }
  }
  const found = groups.flatMap((set, group) => traits.map((values, trait) => compare(set, group, values, trait)));
  const q = benjaminiHochberg(Float64Array.from(found, ({ p }) => p));
  return found.map((difference, at) => ({ ...difference, q: q[at]! }));

  function compare(set: Uint8Array, group: number, values: Float64Array, trait: number) {
    const [inside, every] = [own[group]![trait]!, all[trait]!];
    const count = inside.count[0]!;
    const otherCount = every.count[0]! - count;
    const difference = standardisedDifference(inside.moments(0), every.without(inside, 0));
    const drawn = Float64Array.from({ length: replicates }, (_, at) => standardisedDifference(inside.moments(at + 1), every.without(inside, at + 1)));
    const enough = Math.min(count, otherCount) >= fewest && replicates > 1 && !Number.isNaN(difference);
    const p = enough ? probability(difference, drawn) : Number.NaN;
    const bounds = enough ? percentileInterval(drawn, level) : null;
    return {
      group,
      trait,
      count,
      otherCount,
      mean: meanOf(values, (at) => among[at] === 1 && set[at] === 1),
      otherMean: meanOf(values, (at) => among[at] === 1 && set[at] !== 1),
      difference,
      lower: bounds?.lower ?? Number.NaN,
      upper: bounds?.upper ?? Number.NaN,
      p,
    };
  }
}
