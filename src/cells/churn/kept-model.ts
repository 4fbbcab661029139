import type { Json } from "../../schema/json.ts";
import type { Windows } from "../../schema/parameter.ts";
import type { Calibration } from "./calibrate.ts";
import { spreadsOf, type Spread } from "./drift.ts";
import type { Encoding } from "./encode.ts";
import { rowsOf } from "./feature.ts";
import { treeJson } from "./forest-json.ts";
import type { Measure } from "./judge.ts";
import type { Learned } from "./learn.ts";
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

/** A model that has learned as text. */
export function keptText(chosen: Learned, found: Material, params: ChurnParams, measures: readonly Measure[], timezone: string): string {
  const { journey, plan, encodings, features } = found;
  const teaching = journey === null ? [] : journey.snapshots.slice(0, Math.max(1, journey.snapshots.length - 1));
  const learning = features.map((feature) => rowsOf(feature, plan.learning));
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
