import type { Json } from "../../schema/json.ts";
import type { Windows } from "../../schema/parameter.ts";
import type { Calibration } from "./calibrate.ts";
import { spreadsOf, type Spread } from "./drift.ts";
import type { Encoding } from "./encode.ts";
import { rowsOf } from "./feature.ts";
import { treeJson } from "./forest-json.ts";
import type { Measure } from "./judge.ts";
import type { Trained } from "./learn.ts";
import type { Material } from "./lesson.ts";
import type { Model } from "./models.ts";
import type { ChurnParams } from "./params.ts";
import { localDate } from "./windows.ts";

/** A model as a notebook keeps it: all that scoring new customers needs, and how good it was. */
export interface KeptModel {
  name: "logistic" | "boosting";
  model: Model;
  calibration: Calibration;
  encodings: Encoding[];
  spreads: Spread[];
  /** The events that are counted one by one. */
  events: string[];
  windows: Windows;
  /** When the snapshots were that it learned from; none for a table. */
  learned: string[];
  measures: Measure[];
}

/** What a kept model calls its own format. */
export const format = "journeybook churn model 1";

function modelJson(model: Model): Json {
  if (model.kind === "forest") return { start: model.forest.start, trees: model.forest.trees.map(treeJson) };
  const { intercept, weights, means, absences } = model.model;
  return { intercept, weights: [...weights], means: [...means], absences: [...absences] };
}

function calibrationJson(calibration: Calibration): Json {
  if (calibration.kind === "platt") return { slope: calibration.slope, intercept: calibration.intercept };
  return { scores: [...calibration.scores], values: [...calibration.values] };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A model that has learned from all rows as text, with the measures of the one that was judged before it had seen the last of them. */
export function keptText(chosen: Trained, found: Material, params: ChurnParams, measures: readonly Measure[], timezone: string): string {
  const { journey, plan, encodings, features } = found;
  const teaching = journey?.snapshots ?? [];
  const all = Uint32Array.from({ length: plan.learning.length + (plan.testing?.length ?? 0) }, (_, row) => row);
  const learning = features.map((feature) => rowsOf(feature, all));
  const own = measures.filter(({ model, value }) => model === chosen.name && !Number.isNaN(value));
  return JSON.stringify({
    format,
    model: chosen.name,
    windows: params.windows,
    learned: teaching.map(({ time }) => localDate(time, timezone)),
    features: encodings,
    events: features.flatMap(({ name }) => (name.startsWith("event ") ? [name.slice(6)] : [])),
    calibration: calibrationJson(chosen.calibration),
    measures: own.map(({ metric, value, lower, upper }) => [metric, value, finite(lower), finite(upper)]),
    spreads: spreadsOf(learning, encodings).map(({ cuts, shares }) => [cuts, shares]),
    fitted: modelJson(chosen.model),
  });
}
