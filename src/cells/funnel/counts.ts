import { customerWeights } from "../../analysis/bootstrap/customer-weights.ts";
import { percentileInterval } from "../../analysis/intervals/percentile-interval.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import { quantile } from "../../analysis/quantile.ts";
import type { Job } from "../cell.ts";
import type { AttemptList } from "./attempt-list.ts";
import type { AttemptGroups } from "./groups.ts";
import type { Plan } from "./plan.ts";

/** How many are at each step, per group: place `group × steps + step`. */
export interface StepCounts {
  /** Attempts, which are customers where each counts once. */
  reached: Float64Array;
  /** Different customers. */
  customers: Int32Array;
  immature: Int32Array;
}

/** Counts who reached each step. */
export function countSteps(attempts: AttemptList, { of, names }: AttemptGroups): StepCounts {
  const { steps } = attempts;
  const cells = names.length * steps;
  const counts = { reached: new Float64Array(cells), customers: new Int32Array(cells), immature: new Int32Array(cells) };
  const last = new Int32Array(cells).fill(-1);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const base = of[attempt]! * steps;
    const customer = attempts.customer[attempt]!;
    for (let step = 0; step < attempts.depth[attempt]!; step++) {
      if (attempts.immature[attempt] === 1) {
        counts.immature[base + step]!++;
        continue;
      }
      counts.reached[base + step]!++;
      if (last[base + step] === customer) continue;
      last[base + step] = customer;
      counts.customers[base + step]!++;
    }
  }
  return counts;
}

/** How many of `of` there are with each replicate of the customers, `replicates` numbers per cell. */
async function resampled({ journey, params }: Plan, attempts: AttemptList, groups: AttemptGroups, job: Job): Promise<Float64Array> {
  const { replicates, seed } = params;
  const { steps } = attempts;
  const sums = new Float64Array(groups.names.length * steps * replicates);
  const weights = new Uint8Array(replicates);
  const { dictionary, values } = journey.attribute("customer");
  let drawn = -1;
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    if (attempts.immature[attempt] === 1) continue;
    const customer = attempts.customer[attempt]!;
    if (customer !== drawn) {
      drawn = customer;
      customerWeights(dictionary![values[customer]!]!, seed, weights);
      const pause = job.progress(attempt / attempts.count, "drawing replicates");
      if (pause) await pause;
    }
    for (let step = 0; step < attempts.depth[attempt]!; step++) {
      const base = (groups.of[attempt]! * steps + step) * replicates;
      for (let replicate = 0; replicate < replicates; replicate++) sums[base + replicate]! += weights[replicate]!;
    }
  }
  return sums;
}

/** Rates of every cell with their bounds; NaN where there is none. */
export interface Rates {
  rate: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

function emptyRates(cells: number): Rates {
  return {
    rate: new Float64Array(cells).fill(Number.NaN),
    lower: new Float64Array(cells).fill(Number.NaN),
    upper: new Float64Array(cells).fill(Number.NaN),
  };
}

/** The rates from the step before and from the first: Wilson's intervals where customers count once, a bootstrap of customers otherwise. */
export async function ratesOf(plan: Plan, attempts: AttemptList, groups: AttemptGroups, counts: StepCounts, level: number, job: Job) {
  const { steps } = attempts;
  const { reached } = counts;
  const { counting, replicates } = plan.params;
  const isOnce = counting === "unique";
  const sums = isOnce || replicates === 0 ? null : await resampled(plan, attempts, groups, job);
  const against = (before: (cell: number) => number): Rates => {
    const rates = emptyRates(reached.length);
    for (let cell = 0; cell < reached.length; cell++) {
      const trials = reached[before(cell)]!;
      if (trials === 0) continue;
      rates.rate[cell] = reached[cell]! / trials;
      if (cell % steps === 0) continue;
      const drawn = (at: number) => sums!.subarray(at * replicates, (at + 1) * replicates);
      const bounds = isOnce
        ? wilson(reached[cell]!, trials, level)
        : sums === null
          ? null
          : percentileInterval(
              drawn(cell).map((sum, replicate) => sum / drawn(before(cell))[replicate]!),
              level,
            );
      if (bounds === null) continue;
      rates.lower[cell] = bounds.lower;
      rates.upper[cell] = bounds.upper;
    }
    return rates;
  };
  return { step: against((cell) => (cell % steps === 0 ? cell : cell - 1)), total: against((cell) => cell - (cell % steps)) };
}

/** Seconds from the step before: the quartiles per cell, NaN at the first step. */
export function timings({ journey }: Plan, attempts: AttemptList, { of, names }: AttemptGroups): [Float64Array, Float64Array, Float64Array] {
  const { steps, places } = attempts;
  const { time } = journey;
  const cells = names.length * steps;
  const found: number[][] = Array.from({ length: cells }, () => []);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    if (attempts.immature[attempt] === 1) continue;
    const base = attempt * steps;
    for (let step = 1; step < attempts.depth[attempt]!; step++)
      // Events of the same moment may have changed places.
      found[of[attempt]! * steps + step]!.push(Math.max(0, time[places[base + step]!]! - time[places[base + step - 1]!]!) / 1000);
  }
  const sorted = found.map((seconds) => Float64Array.from(seconds).sort());
  const at = (share: number) => Float64Array.from(sorted, (seconds) => quantile(seconds, share));
  return [at(0.25), at(0.5), at(0.75)];
}
