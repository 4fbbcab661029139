import { descending } from "../../analysis/ranking/descending.ts";
import type { Job } from "../cell.ts";
import { calibrationOf, probabilityOf, type Calibration } from "./calibrate.ts";
import { columnsFor, fitModel, scoresOf, type Lesson, type Model, type ModelName } from "./models.ts";
import type { ChurnParams } from "./params.ts";

/** A model that has learned. */
export interface Trained {
  name: ModelName;
  model: Model;
  calibration: Calibration;
}

/** A model that has learned, and what it said of the rows it is judged by, none of which it had seen. */
export interface Learned extends Trained {
  /** Of the judged rows: log odds, probabilities, and the rows from the riskiest on. */
  scores: Float64Array;
  probabilities: Float64Array;
  order: Uint32Array;
  /** Of the learning rows, each by a model that did not see it. */
  unseen: Float64Array;
  /** How many trees the model has. */
  trees: number;
}

/** Which rows teach, in which fold, and which rows judge: later ones, or the same out of fold. */
export interface Plan {
  learning: Uint32Array;
  folds: Int32Array;
  foldCount: number;
  /** Null where the learning rows judge, each by the model that did not see it. */
  testing: Uint32Array | null;
}

type Told = (fraction: number) => ReturnType<Job["progress"]>;

/** Out-of-fold scores of the learning rows, and how many trees a fold took on average. */
async function crossValidate(name: ModelName, lesson: Lesson, { learning, folds, foldCount }: Plan, params: ChurnParams, pause: Told) {
  const scores = new Float64Array(learning.length);
  let trees = 0;
  for (let fold = 0; fold < foldCount; fold++) {
    const others = learning.filter((_, place) => folds[place] !== fold);
    const fitted = await fitModel(name, lesson, others, params, null, (part) => pause((fold + part) / foldCount));
    trees += fitted.trees / foldCount;
    const own = Uint32Array.from(learning.keys()).filter((place) => folds[place] === fold);
    const given = scoresOf(
      fitted.model,
      columnsFor(name, lesson),
      own.map((place) => learning[place]!),
    );
    own.forEach((place, index) => (scores[place] = given[index]!));
  }
  return { scores, trees: Math.max(1, Math.round(trees)) };
}

/** Probabilities of out-of-fold scores, each by a calibration that did not see its fold. */
function crossCalibrated(scores: Float64Array, outcomes: Uint8Array, { folds, foldCount }: Plan): Float64Array {
  const probabilities = new Float64Array(scores.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const isOther = (_: number, place: number) => folds[place] !== fold;
    const calibration = calibrationOf(scores.filter(isOther), outcomes.filter(isOther));
    for (let place = 0; place < scores.length; place++) if (folds[place] === fold) probabilities[place] = probabilityOf(calibration, scores[place]!);
  }
  return probabilities;
}

/** Lets each model learn and judges it by rows it has not seen. The run's progress goes from `from` to `to` on the way. */
export async function learn(
  names: readonly ModelName[],
  lesson: Lesson,
  plan: Plan,
  params: ChurnParams,
  job: Job,
  [from, to]: readonly [number, number],
): Promise<Learned[]> {
  const learned: Learned[] = [];
  const outcomes = Uint8Array.from(plan.learning, (row) => lesson.outcomes[row]!);
  for (const [index, name] of names.entries()) {
    const pause: Told = (fraction) => job.progress(from + ((index + fraction) / names.length) * (to - from), `learning: ${name}`);
    const crossed = await crossValidate(name, lesson, plan, params, (fraction) => pause(0.8 * fraction));
    const { model } = await fitModel(name, lesson, plan.learning, params, crossed.trees, (fraction) => pause(0.8 + 0.2 * fraction));
    const calibration = calibrationOf(crossed.scores, outcomes);
    const scores = plan.testing === null ? crossed.scores : scoresOf(model, columnsFor(name, lesson), plan.testing);
    const probabilities = plan.testing === null ? crossCalibrated(scores, outcomes, plan) : scores.map((score) => probabilityOf(calibration, score));
    learned.push({ name, model, calibration, scores, probabilities, order: descending(scores), unseen: crossed.scores, trees: crossed.trees });
  }
  return learned;
}

/**
 * The model once more, from the rows that judged it too: nothing known is wasted on the customers of today. It is calibrated by scores of rows
 * that no model had seen.
 */
export async function learnFromAll(tested: Learned, lesson: Lesson, { learning, testing }: Plan, params: ChurnParams, job: Job): Promise<Trained> {
  if (testing === null) return tested;
  const rows = new Uint32Array(learning.length + testing.length);
  rows.set(learning);
  rows.set(testing, learning.length);
  const outcomes = Uint8Array.from(rows, (row) => lesson.outcomes[row]!);
  const { model } = await fitModel(tested.name, lesson, rows, params, tested.trees, (part) => job.progress(0.8 + 0.03 * part, "learning from all"));
  const scores = new Float64Array(rows.length);
  scores.set(tested.unseen);
  scores.set(tested.scores, learning.length);
  return { name: tested.name, model, calibration: calibrationOf(scores, outcomes) };
}
