import { percentileInterval } from "../../analysis/intervals/percentile-interval.ts";
import { treeShap } from "../../analysis/trees/tree-shap.ts";
import type { Job } from "../cell.ts";
import type { Encoded } from "./encode.ts";
import { linearPart, type Model } from "./models.ts";

/** Fills in what each feature adds to a row's log odds, against the average customer. */
export type Explainer = (row: number, contributions: Float64Array) => void;

/** Explains scores feature by feature: the columns a feature was made into are taken together. */
export function explainer(model: Model, { columns, source }: Encoded): Explainer {
  const perColumn = new Float64Array(columns.length);
  const shap = model.kind === "forest" ? treeShap(model.forest) : null;
  return (row, contributions) => {
    if (shap !== null) shap.explain(columns, row, perColumn);
    else if (model.kind === "linear") columns.forEach((column, index) => (perColumn[index] = linearPart(model.model, index, column[row]!)));
    contributions.fill(0);
    source.forEach((feature, index) => (contributions[feature]! += perColumn[index]!));
  };
}

/** How much a feature moves scores on average, up or down, in log odds. */
export interface Importance {
  feature: number;
  value: number;
  lower: number;
  upper: number;
}

const mostRows = 1_000;

/**
 * Mean absolute contributions over rows, the largest first, with intervals by drawing customers anew.
 *
 * @param rows Rows to explain; of many, evenly spaced ones.
 * @param weights Per replicate and place in `rows`, how often it counts.
 */
export async function importances(
  explain: Explainer,
  features: number,
  rows: Uint32Array,
  weights: readonly Uint8Array[],
  level: number,
  job: Job,
): Promise<Importance[]> {
  const stride = Math.max(1, Math.ceil(rows.length / mostRows));
  const places = Uint32Array.from({ length: Math.ceil(rows.length / stride) }, (_, step) => step * stride);
  const sizes = new Float64Array(places.length * features);
  for (const [index, place] of places.entries()) {
    explain(rows[place]!, sizes.subarray(index * features, (index + 1) * features));
    const pause = job.progress(0.95, "explaining");
    if (pause) await pause;
  }
  const mean = (feature: number, own?: Uint8Array) => {
    let [sum, total] = [0, 0];
    for (let index = 0; index < places.length; index++) {
      const weight = own === undefined ? 1 : own[places[index]!]!;
      sum += weight * Math.abs(sizes[index * features + feature]!);
      total += weight;
    }
    return sum / total;
  };
  const found: Importance[] = [];
  for (let feature = 0; feature < features; feature++) {
    const interval = percentileInterval(
      Float64Array.from(weights, (own) => mean(feature, own)),
      level,
    );
    found.push({ feature, value: mean(feature), lower: interval?.lower ?? Number.NaN, upper: interval?.upper ?? Number.NaN });
    const pause = job.progress(0.96, "explaining");
    if (pause) await pause;
  }
  return found.sort((left, right) => right.value - left.value || left.feature - right.feature);
}
