import { UserError } from "../../schema/errors.ts";
import type { Inputs, Job } from "../cell.ts";
import { encode, encodingsOf, type Encoding } from "./encode.ts";
import { inOrderOf, isNumeric, joined, rowsOf, type Feature, type Sample } from "./feature.ts";
import { dealFolds } from "./folds.ts";
import { journeySamples, type JourneySamples } from "./journey-samples.ts";
import type { Plan } from "./learn.ts";
import type { Lesson } from "./models.ts";
import type { ChurnParams } from "./params.ts";
import { suspects } from "./probe.ts";
import { several } from "./say.ts";
import { tableSample, type TableSample } from "./table-sample.ts";

/** Everything that models learn from and are judged by, wherever it came from. */
export interface Material {
  /** Null for a table. */
  journey: JourneySamples | null;
  /** Null for a journey. */
  table: TableSample | null;
  encodings: Encoding[];
  lesson: Lesson;
  plan: Plan;
  /** Customers to score; null where the judged rows themselves are scored. */
  toScore: Sample | null;
  /** Of the rows of the lesson. */
  features: Feature[];
  /** Features that alone know the outcome: left out unless they were asked for by name. */
  suspects: string[];
  constant: string[];
}

const fewestLeavers = 10;

function without(sample: Sample, names: ReadonlySet<string>): Sample {
  return { ...sample, features: sample.features.filter(({ name }) => !names.has(name)) };
}

/** Whether a feature says the same of every row. */
function isConstant(feature: Feature): boolean {
  const values = isNumeric(feature) ? feature.values : feature.codes;
  return values.every((value: number) => Object.is(value, values[0]));
}

/** @throws {UserError} If there are too few customers of either outcome to learn from. */
function checkEnough(outcomes: Uint8Array): void {
  const left = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const stayed = outcomes.length - left;
  const all = several(outcomes.length, "customer");
  if (outcomes.length === 0)
    throw new UserError("There is nobody to learn from.", "Check what staying means, the conditions on customers, and the windows.");
  if (left === 0) throw new UserError(`None of ${all} left, so there is nothing to learn.`, "Check what leaving means, or choose a shorter outcome.");
  if (stayed === 0) throw new UserError(`All of ${all} left, so there is nothing to learn.`, "Check what staying means, or choose a longer outcome.");
  if (Math.min(left, stayed) >= fewestLeavers) return;
  throw new UserError(
    `Only ${several(left, "customer")} left and ${several(stayed, "customer")} stayed: too few to learn from.`,
    `At least ${fewestLeavers} of each are needed. Add data, or change the windows.`,
  );
}

/** The rows of a journey's snapshots: earlier ones teach, the last one judges; a single one does both, in folds. */
function journeyPlan({ snapshots }: JourneySamples, params: ChurnParams): { sample: Sample; plan: Plan } {
  const sample = snapshots.map((snapshot) => snapshot.sample).reduce(joined);
  const tested = snapshots.length === 1 ? 0 : snapshots.at(-1)!.sample.ids.length;
  const count = sample.ids.length - tested;
  checkEnough(sample.outcomes.subarray(0, count));
  if (snapshots.length > 1) checkEnough(snapshots.at(-1)!.sample.outcomes);
  const learning = Uint32Array.from({ length: count }, (_, row) => row);
  const testing = snapshots.length === 1 ? null : Uint32Array.from({ length: tested }, (_, row) => count + row);
  const folds = dealFolds(sample.ids.slice(0, count), sample.outcomes, params.folds, params.seed);
  return { sample, plan: { learning, testing, folds, foldCount: params.folds } };
}

function tablePlan({ sample, folds }: TableSample, params: ChurnParams): { sample: Sample; plan: Plan } {
  checkEnough(sample.outcomes);
  const dealt = folds ?? dealFolds(sample.ids, sample.outcomes, params.folds, params.seed);
  const foldCount = dealt.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  return { sample, plan: { learning: Uint32Array.from(sample.ids.keys()), testing: null, folds: dealt, foldCount } };
}

/** Whoever was not seen while observed has been away for longer than anyone. */
function gapless(recency: Float64Array): Float64Array {
  const longest = recency.reduce((most, days) => (days > most ? days : most), 0);
  return recency.map((days) => (Number.isNaN(days) ? longest : days));
}

/** Whether a reference is a journey; what is neither table nor journey says so later. */
export function readsJourney(inputs: Inputs, from: string): boolean {
  try {
    inputs.journey(from);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Reads the input, leaves out features that say nothing or too much, and deals the rows. @throws {UserError} If there is too little to learn from. */
export async function material(inputs: Inputs, params: ChurnParams, job: Job): Promise<Material> {
  const journey = readsJourney(inputs, params.from) ? await journeySamples(inputs, params, job) : null;
  const table = journey === null ? tableSample(inputs.table(params.from), params) : null;
  const { sample: whole, plan } = journey === null ? tablePlan(table!, params) : journeyPlan(journey, params);
  const teaching: Sample = {
    ...whole,
    outcomes: Uint8Array.from(plan.learning, (row) => whole.outcomes[row]!),
    features: whole.features.map((feature) => rowsOf(feature, plan.learning)),
  };
  const constant = teaching.features.filter(isConstant).map(({ name }) => name);
  const found = suspects(without(teaching, new Set(constant)));
  const out = new Set([...constant, ...found.filter((name) => !params.features.includes(name))]);
  const sample = without(whole, out);
  if (sample.features.length === 0) {
    const all = constant.length > 0 && found.length === 0;
    throw new UserError(
      all ? "Every feature has the same value for all customers, so none says who leaves." : "There is no feature left to learn from.",
      "Choose other features, or more families of them.",
    );
  }
  const encodings = encodingsOf(without(teaching, out).features);
  const recency = sample.recency === null ? null : gapless(sample.recency);
  return {
    journey,
    table,
    encodings,
    lesson: { encoded: encode(sample.features, encodings), recency, outcomes: sample.outcomes, ids: sample.ids },
    plan,
    toScore: journey === null ? null : { ...journey.now.sample, features: inOrderOf(sample.features, journey.now.sample) },
    features: sample.features,
    suspects: found,
    constant,
  };
}
