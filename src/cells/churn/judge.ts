import { customerWeights } from "../../analysis/bootstrap/customer-weights.ts";
import { platt } from "../../analysis/calibration/platt.ts";
import { brier, logLoss } from "../../analysis/calibration/probability-scores.ts";
import { calibrationError, reliability } from "../../analysis/calibration/reliability.ts";
import type { Interval } from "../../analysis/intervals/interval.ts";
import { percentileInterval } from "../../analysis/intervals/percentile-interval.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import { logit } from "../../analysis/logistic/sigmoid.ts";
import { auc } from "../../analysis/ranking/auc.ts";
import { averagePrecision } from "../../analysis/ranking/average-precision.ts";
import { gains } from "../../analysis/ranking/gains.ts";
import type { Job } from "../cell.ts";
import type { Learned } from "./learn.ts";

/** The judged rows: what they did and, per replicate of the bootstrap, how often each counts. */
export interface Judged {
  outcomes: Uint8Array;
  weights: Uint8Array[];
}

/** One measure of one model; NaN is unknown. */
export interface Measure extends Interval {
  metric: string;
  model: string;
  value: number;
}

/** Shares of customers at which gains and profit are told. */
export const depths: readonly number[] = Array.from({ length: 50 }, (_, step) => (step + 1) / 50);
/** Where a tenth stands among the depths. */
export const tenth = 4;

/** Draws how often each customer counts in each replicate; rows of one customer count alike. */
export function judgedRows(ids: readonly string[], outcomes: Uint8Array, replicates: number, seed: number): Judged {
  const weights = Array.from({ length: replicates }, () => new Uint8Array(ids.length));
  const own = new Uint8Array(replicates);
  ids.forEach((id, row) => {
    customerWeights(id, seed, own);
    for (let replicate = 0; replicate < replicates; replicate++) weights[replicate]![row] = own[replicate]!;
  });
  return { outcomes, weights };
}

/** Gains at each depth, and in every replicate. */
export interface GainCurve {
  shares: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  replicates: Float64Array[];
}

const unknown = { lower: Number.NaN, upper: Number.NaN };

/** The interval at each depth. */
export function bands(replicates: readonly Float64Array[], level: number): { lower: Float64Array; upper: Float64Array } {
  const ends = depths.map(
    (_, depth) =>
      percentileInterval(
        Float64Array.from(replicates, (curve) => curve[depth]!),
        level,
      ) ?? unknown,
  );
  return { lower: Float64Array.from(ends, ({ lower }) => lower), upper: Float64Array.from(ends, ({ upper }) => upper) };
}

/** The measures of one model with their intervals: DeLong's for the area, those of a bootstrap of customers for the others. */
export async function judge(
  { name, scores, probabilities, order }: Learned,
  { outcomes, weights }: Judged,
  level: number,
  job: Job,
): Promise<{ measures: Measure[]; gains: GainCurve }> {
  const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
  const constant = probabilities.map(() => rate);
  const replicates: Float64Array[] = [];
  const measured = (own: Uint8Array | undefined, curve: Float64Array): Record<string, number> => {
    const score = brier(probabilities, outcomes, own);
    return {
      average_precision: averagePrecision(scores, outcomes, order, own),
      lift_10: curve[tenth]! / depths[tenth]!,
      log_loss: logLoss(probabilities, outcomes, own),
      brier: score,
      brier_skill: 1 - score / brier(constant, outcomes, own),
    };
  };
  const drawn: Record<string, number>[] = [];
  for (const [replicate, own] of weights.entries()) {
    replicates.push(gains(scores, outcomes, order, depths, own, new Float64Array(depths.length)));
    drawn.push(measured(own, replicates.at(-1)!));
    const pause = job.progress(0.85 + (0.1 * replicate) / weights.length, "drawing customers anew");
    if (pause) await pause;
  }
  const shares = gains(scores, outcomes, order, depths, undefined, new Float64Array(depths.length));
  const measure = (metric: string, value: number, interval: Interval = unknown): Measure => ({ metric, model: name, value, ...interval });
  const { slope, intercept } = platt(Float64Array.from(probabilities, logit), outcomes, false);
  const area = auc(scores, outcomes, level);
  return {
    measures: [
      measure("auc", area.auc, { lower: area.lower, upper: area.upper }),
      ...Object.entries(measured(undefined, shares)).map(([metric, value]) =>
        measure(
          metric,
          value,
          percentileInterval(
            Float64Array.from(drawn, (one) => one[metric]!),
            level,
          ) ?? unknown,
        ),
      ),
      measure("calibration_error", calibrationError(reliability(probabilities, outcomes, 10, level).bins)),
      measure("calibration_slope", slope),
      measure("calibration_intercept", intercept),
    ],
    gains: { shares, ...bands(replicates, level), replicates },
  };
}

/** What a forecast of the base rate for everyone would score. */
export function baseMeasures(outcomes: Uint8Array, level: number): Measure[] {
  const left = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const rate = left / outcomes.length;
  const constant = new Float64Array(outcomes.length).fill(rate);
  const measure = (metric: string, value: number, interval: Interval = unknown): Measure => ({ metric, model: "base_rate", value, ...interval });
  return [
    measure("rate", rate, wilson(left, outcomes.length, level)),
    measure("auc", 0.5),
    measure("average_precision", rate),
    measure("log_loss", logLoss(constant, outcomes)),
    measure("brier", brier(constant, outcomes)),
  ];
}
