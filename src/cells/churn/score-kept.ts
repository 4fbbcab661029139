import { UserError } from "../../schema/errors.ts";
import type { Warning } from "../../schema/result.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { probabilityOf } from "./calibrate.ts";
import { driftOf, driftTable, type Drift } from "./drift.ts";
import { encode } from "./encode.ts";
import { explainer, importances } from "./explain.ts";
import { isNumeric, type Feature, type Sample } from "./feature.ts";
import { currentSample } from "./journey-samples.ts";
import { learnAgain } from "./keep-action.ts";
import type { KeptModel } from "./kept-model.ts";
import { readsJourney } from "./lesson.ts";
import { remember } from "./members.ts";
import { scoresOf } from "./models.ts";
import type { ChurnParams } from "./params.ts";
import { listed, several, share, verb } from "./say.ts";
import { scoresTable } from "./scoring.ts";
import { tableSample } from "./table-sample.ts";
import { importanceTable, mainTable } from "./tables.ts";
import { localDate } from "./windows.ts";

const moved = 0.2;

/** The features the model learned from, in its order. @throws {UserError} If the data lack one of them. */
function asLearned({ encodings }: KeptModel, features: readonly Feature[]): Feature[] {
  return encodings.map(({ name, levels }) => {
    const feature = features.find((found) => found.name === name);
    if (feature === undefined)
      throw new UserError(`The kept model needs "${name}", which the data do not have.`, "Bring it back, or empty the kept model to learn again.", {
        param: "keep",
      });
    const wanted = levels === undefined ? "a number" : "text";
    const got = isNumeric(feature) ? "a number" : "text";
    if (wanted === got) return feature;
    throw new UserError(`The kept model learned "${name}" as ${wanted}, and here it is ${got}.`, "Bring it to the same type in a table cell.", {
      param: "keep",
    });
  });
}

function driftWarnings(drifts: readonly Drift[]): Warning[] {
  const far = drifts.filter(({ psi }) => psi > moved).sort((left, right) => right.psi - left.psi);
  const lead = "Customers have changed:";
  const text = `${lead} ${listed(far.map(({ name }) => name))} ${verb(far, "is", "are")} spread otherwise than when the model learned (stability index up to ${far[0]?.psi.toFixed(2) ?? "0"}).`;
  const unseen = drifts.filter((drift) => drift.unseen.length > 0).slice(0, 3);
  return [
    ...(far.length === 0 ? [] : [{ code: "drift", lead, text, remedy: "Learn again soon." }]),
    ...unseen.map(({ name, unseen: found }) => {
      const customers = found.reduce((sum, one) => sum + one.customers, 0);
      const values = listed(found.map((one) => one.text));
      return {
        code: "unseen",
        lead: "New values:",
        text: `New values: ${several(customers, "customer")} have a "${name}" the model has never seen: ${values}.`,
      };
    }),
  ];
}

async function current(
  kept: KeptModel,
  inputs: Inputs,
  params: ChurnParams,
  job: Job,
): Promise<{ sample: Sample; window?: [number, number]; date: string | null }> {
  if (!readsJourney(inputs, params.from)) return { sample: tableSample(inputs.table(params.from), params, false).sample, date: null };
  const { snapshot, journey } = await currentSample(inputs, { ...params, windows: kept.windows }, job, kept.events);
  remember(journey, params, () => snapshot.places);
  return { sample: snapshot.sample, window: journey.window, date: localDate(snapshot.time, job.timezone) };
}

/** Scores the customers of today with a model that was kept: nothing is learned, so the measures are those of the day it was kept. */
export async function scoreWithKept(kept: KeptModel, inputs: Inputs, params: ChurnParams, job: Job): Promise<CellOutput> {
  const { sample, window, date } = await current(kept, inputs, params, job);
  const customers = sample.ids.length;
  if (customers === 0) throw new UserError("There is nobody to score.", "Check what staying means, and the conditions on customers.");
  const features = asLearned(kept, sample.features);
  const encoded = encode(features, kept.encodings);
  const rows = Uint32Array.from(sample.ids.keys());
  const probabilities = scoresOf(kept.model, encoded.columns, rows).map((score) => probabilityOf(kept.calibration, score));
  const explain = explainer(kept.model, encoded);
  const importance = await importances(explain, features.length, rows, [], params.level ?? job.level, job);
  const drifts = driftOf(features, kept.encodings, kept.spreads);
  const risk = probabilities.reduce((sum, probability) => sum + probability, 0) / customers;
  const learned = kept.learned.length === 0 ? "" : ` of ${kept.learned.join(" and ")}`;
  const text = `${several(customers, "customer")} scored${date === null ? "" : ` as of ${date}`} by the kept model${learned}, with a risk of ${share(risk)} on average.`;
  return {
    tables: {
      main: mainTable(kept.measures, customers).table,
      importance: importanceTable(importance, kept.encodings, customers).table,
      drift: driftTable(drifts, customers),
      scores: await scoresTable({ ids: sample.ids, features, rows, probabilities }, explain, params, job),
    },
    facts: [{ code: "scored", text, values: { customers, risk }, holds: true }],
    warnings: driftWarnings(drifts),
    actions: [learnAgain],
    n: customers,
    excluded: {},
    ...(window === undefined ? {} : { window }),
    seed: params.seed,
  };
}
