import type { Bitset } from "../../schema/bitset.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { probabilityOf } from "./calibrate.ts";
import { coefficients } from "./coefficients.ts";
import { encode, type Encoded } from "./encode.ts";
import { explainer, importances } from "./explain.ts";
import { churnFacts } from "./facts.ts";
import { baseMeasures, judge, judgedRows } from "./judge.ts";
import { keepAction } from "./keep-action.ts";
import { keptText } from "./kept-model.ts";
import { learn, learnFromAll, type Learned, type Trained } from "./learn.ts";
import { material, type Material } from "./lesson.ts";
import { behindMarks, recall, remember } from "./members.ts";
import { scoresOf, type ModelName } from "./models.ts";
import type { ChurnParams } from "./params.ts";
import { profitCurve } from "./profit.ts";
import { keptModel } from "./read-kept.ts";
import { scoreWithKept } from "./score-kept.ts";
import { scoresTable, type Scored } from "./scoring.ts";
import { snapshotsTable } from "./snapshots-table.ts";
import { calibrationTable, distributionTable, gainTable, importanceTable, liftTable, mainTable, profitTable, type Grouped } from "./tables.ts";
import { churnWarnings } from "./warnings.ts";
import { day } from "./windows.ts";

/** Whom to score: everyone active when the journey ends, or the rows of a table by the models that did not see them. */
function toScore(
  { toScore: sample, encodings, features, lesson, plan }: Material,
  chosen: Learned,
  final: Trained,
): { scored: Scored; encoded: Encoded } {
  if (sample === null) {
    const ids = Array.from(plan.learning, (row) => lesson.ids[row]!);
    return { scored: { ids, features, rows: plan.learning, probabilities: chosen.probabilities }, encoded: lesson.encoded };
  }
  const encoded = encode(sample.features, encodings);
  const rows = Uint32Array.from(sample.ids.keys());
  const probabilities = scoresOf(final.model, encoded.columns, rows).map((score) => probabilityOf(final.calibration, score));
  return { scored: { ids: sample.ids, features: sample.features, rows, probabilities }, encoded };
}

/** The end of the sentence "… of customers". */
function leave({ journey }: Material, params: ChurnParams): string {
  if (journey === null) return "left";
  const { gap, outcome } = journey.lengths;
  const span = `the ${outcome / day} days after ${gap === 0 ? "the snapshot" : `a gap of ${gap / day} days`}`;
  return params.cancel.length > 0 ? `cancelled in ${span}` : `were not active in ${span}`;
}

/**
 * Who is about to leave: models learn from earlier customers, are judged by later ones (or out of fold), and score those of today.
 *
 * @returns `main`, the measures of each model; `scores`, the customers from the riskiest on; `lift`, `gain`, `calibration`, `distribution`,
 * `importance`, `coefficients`, and where it applies `profit`, `snapshots` and `drift`.
 * @throws {UserError} If the input does not suit, or holds too little to learn from.
 */
export async function compute(inputs: Inputs, params: ChurnParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const kept = await keptModel(params, job);
  if (kept !== null) return scoreWithKept(kept, inputs, params, job);
  const found = await material(inputs, params, job);
  const { lesson, plan, journey, features } = found;
  const names: ModelName[] = lesson.recency === null ? ["logistic", "boosting"] : ["recency", "logistic", "boosting"];
  const learned = await learn(names, lesson, plan, params, job, [0.1, 0.8]);
  const fitted = await coefficients(lesson, plan.learning, params, level, job);
  const rows = plan.testing ?? plan.learning;
  const outcomes = Uint8Array.from(rows, (row) => lesson.outcomes[row]!);
  const ids = Array.from(rows, (row) => lesson.ids[row]!);
  const judged = judgedRows(ids, outcomes, params.replicates, params.seed);
  const judgements = [];
  for (const each of learned) judgements.push(await judge(each, judged, level, job));
  const chosen = learned[names.indexOf(params.model)]!;
  const { gains } = judgements[names.indexOf(params.model)]!;
  const left = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const profit = profitCurve(gains, outcomes.length, left, params, level);
  const importance = await importances(explainer(chosen.model, lesson.encoded), features.length, rows, judged.weights, level, job);
  const final = await learnFromAll(chosen, lesson, plan, params, job);
  const { scored, encoded } = toScore(found, chosen, final);
  const scores = await scoresTable(scored, explainer(final.model, encoded), params, job);
  const measures = [...judgements.flatMap((each) => each.measures), ...fitted.measures, ...baseMeasures(outcomes, level)];
  const curves = judgements.map((each) => each.gains);
  const grouped: Record<string, Grouped> = {
    main: mainTable(measures, outcomes.length),
    lift: liftTable(chosen, outcomes, gains, level),
    gain: gainTable(learned, curves, outcomes.length),
    calibration: calibrationTable(chosen, outcomes, level),
    distribution: distributionTable(chosen, outcomes),
    importance: importanceTable(importance, found.encodings, outcomes.length),
    ...(profit === null ? {} : { profit: profitTable(profit, chosen) }),
  };
  if (journey !== null) remember(journey.journey, params, behindMarks(journey, grouped, job.timezone));
  const rule = learned.find(({ name }) => name === "recency") ?? null;
  return {
    tables: {
      ...Object.fromEntries(Object.entries(grouped).map(([name, { table }]) => [name, table])),
      coefficients: fitted.table,
      ...(journey === null ? {} : { snapshots: snapshotsTable(journey, job.timezone) }),
      scores,
    },
    facts: churnFacts(chosen, rule, gains, profit, outcomes, level, leave(found, params)),
    warnings: churnWarnings(found, params, fitted),
    actions: [keepAction(chosen.name, keptText(final, found, params, measures, job.timezone))],
    n: outcomes.length,
    excluded: journey === null ? found.table!.excluded : journey.excluded,
    ...(journey === null ? {} : { window: journey.journey.window }),
    seed: params.seed,
  };
}

/** A run that is not remembered, as in a new worker, is run again. */
export const membersReadTables = true;

/** The customers behind a mark. @throws {UserError} If the run it belongs to is not remembered. */
export function members(inputs: Inputs, params: ChurnParams, pick: Pick): Bitset {
  return recall(inputs.journey(params.from), params, pick);
}
