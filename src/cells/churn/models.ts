import { logisticRegression, type LogisticFit } from "../../analysis/logistic/logistic-regression.ts";
import type { Pause } from "../../analysis/pause.ts";
import { hash32 } from "../../analysis/random/hash32.ts";
import { random } from "../../analysis/random/random.ts";
import { boosting } from "../../analysis/trees/boosting.ts";
import { scoreOf, type Forest } from "../../analysis/trees/tree.ts";
import type { Encoded } from "./encode.ts";
import type { ChurnParams } from "./params.ts";

/** A weighted sum of columns: what is missing counts as the mean, and may have a weight of its own. */
export interface LinearModel {
  intercept: number;
  weights: Float64Array;
  means: Float64Array;
  /** What a missing value adds, per column. */
  absences: Float64Array;
}

/** Columns as logistic regression needs them: without gaps, and with a column for each that has some. */
interface Filled {
  columns: Float64Array[];
  means: Float64Array;
  /** The columns that have gaps, in the order of the columns that say so. */
  gaps: number[];
}

function filled(columns: readonly Float64Array[], rows: Uint32Array): Filled {
  const gaps: number[] = [];
  const means = new Float64Array(columns.length);
  const full = columns.map((column, index) => {
    let [sum, count] = [0, 0];
    for (const row of rows) {
      if (Number.isNaN(column[row]!)) continue;
      sum += column[row]!;
      count++;
    }
    means[index] = count === 0 ? 0 : sum / count;
    if (count < rows.length) gaps.push(index);
    return column.some(Number.isNaN) ? column.map((value) => (Number.isNaN(value) ? means[index]! : value)) : column;
  });
  const absences = gaps.map((index) => columns[index]!.map((value) => (Number.isNaN(value) ? 1 : 0)));
  return { columns: [...full, ...absences], means, gaps };
}

/** A logistic model and how it was fitted; `gaps` are the columns with a weight for being missing. */
export async function fitLinear(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  rows: Uint32Array,
  penalty: number,
  pause: Pause,
): Promise<{ model: LinearModel; fit: LogisticFit; gaps: number[] }> {
  const { columns: full, means, gaps } = filled(columns, rows);
  const fit = await logisticRegression({ columns: full, outcomes, rows }, penalty, pause);
  const absences = new Float64Array(columns.length);
  gaps.forEach((index, place) => (absences[index] = fit.coefficients[columns.length + place]!));
  return { model: { intercept: fit.intercept, weights: fit.coefficients.slice(0, columns.length), means, absences }, fit, gaps };
}

/** What a column adds to a row's score beyond its mean. */
export function linearPart({ weights, means, absences }: LinearModel, index: number, value: number): number {
  return Number.isNaN(value) ? absences[index]! : weights[index]! * (value - means[index]!);
}

function linearScore(model: LinearModel, columns: readonly Float64Array[], row: number): number {
  let score = model.intercept;
  for (let index = 0; index < columns.length; index++) {
    const value = columns[index]![row]!;
    score += Number.isNaN(value) ? model.weights[index]! * model.means[index]! + model.absences[index]! : model.weights[index]! * value;
  }
  return score;
}

/** The models that are compared: a rule by recency alone, and two that learn from all features. */
export type ModelName = "recency" | "logistic" | "boosting";

/** A fitted model. */
export type Model = { kind: "linear"; model: LinearModel } | { kind: "forest"; forest: Forest };

/** The scores of some rows in log odds. */
export function scoresOf(model: Model, columns: readonly Float64Array[], rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => (model.kind === "forest" ? scoreOf(model.forest, columns, row) : linearScore(model.model, columns, row)));
}

/** What a model learns from. */
export interface Lesson {
  encoded: Encoded;
  recency: Float64Array | null;
  outcomes: Uint8Array;
  ids: readonly string[];
}

/** The columns that a model reads. */
export function columnsFor(name: ModelName, { encoded, recency }: Pick<Lesson, "encoded" | "recency">): readonly Float64Array[] {
  return name === "recency" ? [recency!] : encoded.columns;
}

/** Keeps the one weight of the rule finite where recency tells leavers apart without fail. */
const slight = 1e-3;

/**
 * Fits one model to some rows.
 *
 * @param trees How many trees; null finds out by holding back a tenth of the customers.
 */
export async function fitModel(
  name: ModelName,
  lesson: Lesson,
  rows: Uint32Array,
  params: ChurnParams,
  trees: number | null,
  pause: Pause,
): Promise<{ model: Model; trees: number }> {
  const columns = columnsFor(name, lesson);
  const { outcomes, ids } = lesson;
  if (name !== "boosting") {
    const { model } = await fitLinear(columns, outcomes, rows, name === "recency" ? slight : params.penalty, pause);
    return { model: { kind: "linear", model }, trees: 0 };
  }
  const isHeld = (row: number) => trees === null && random(params.seed, hash32(`stop ${ids[row]!}`))() < 0.1;
  const heldBack = rows.filter(isHeld);
  const canTell = heldBack.some((row) => outcomes[row] === 1) && heldBack.some((row) => outcomes[row] === 0);
  const learning = canTell ? { rows: rows.filter((row) => !isHeld(row)), heldBack } : { rows };
  const forest = await boosting(
    { columns, outcomes, ...learning },
    { trees: trees ?? params.trees, leaves: params.leaves, rate: params.learning_rate, minChild: params.min_child, seed: params.seed },
    pause,
  );
  return { model: { kind: "forest", forest }, trees: forest.trees.length };
}
