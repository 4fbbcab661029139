import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import { isRecord } from "../../schema/parameters/say.ts";
import { windows as windowsType } from "../../schema/parameters/windows.ts";
import type { Job } from "../cell.ts";
import type { Calibration } from "./calibrate.ts";
import type { Spread } from "./drift.ts";
import type { Encoding } from "./encode.ts";
import { readTree } from "./forest-json.ts";
import type { Measure } from "./judge.ts";
import { format, type KeptModel } from "./kept-model.ts";
import type { Model } from "./models.ts";
import { params as schema, type ChurnParams } from "./params.ts";

function refuse(why: string): never {
  throw new UserError(`The kept model cannot be used: ${why}.`, "Empty it to learn again, then keep the new model.", {
    param: "keep",
    fixes: [{ label: "Learn again", params: { keep: null, kept_file: null } }],
  });
}

const isNumbers = (raw: Json | undefined): raw is number[] => Array.isArray(raw) && raw.every((item) => typeof item === "number");
const textsOf = (raw: Json | undefined): string[] => (Array.isArray(raw) ? raw.filter((item) => typeof item === "string") : []);
const listOf = (raw: Json | undefined): Json[] => (Array.isArray(raw) ? raw : []);

function readModel(raw: Json | undefined, columns: number): Model {
  if (!isRecord(raw)) return refuse("its fit is missing");
  const { start, trees, intercept, weights, means, absences } = raw;
  if (typeof start === "number" && Array.isArray(trees)) {
    const read = trees.map((tree) => readTree(tree, columns) ?? refuse("one of its trees is broken"));
    return { kind: "forest", forest: { start, trees: read } };
  }
  const lists = [weights, means, absences].map((list) =>
    isNumbers(list) && list.length === columns ? Float64Array.from(list) : refuse("its weights are broken"),
  );
  if (typeof intercept !== "number") return refuse("its intercept is missing");
  return { kind: "linear", model: { intercept, weights: lists[0]!, means: lists[1]!, absences: lists[2]! } };
}

function readCalibration(raw: Json | undefined): Calibration {
  if (!isRecord(raw)) return refuse("its calibration is missing");
  const { slope, intercept, scores, values } = raw;
  if (typeof slope === "number" && typeof intercept === "number") return { kind: "platt", slope, intercept };
  if (isNumbers(scores) && isNumbers(values) && scores.length > 0 && scores.length === values.length)
    return { kind: "isotonic", scores: Float64Array.from(scores), values: Float64Array.from(values) };
  return refuse("its calibration is broken");
}

function readEncoding(raw: Json): Encoding {
  if (!isRecord(raw) || typeof raw["name"] !== "string" || typeof raw["label"] !== "string") return refuse("one of its features is broken");
  const { name, label, levels, undated } = raw;
  return { name, label, ...(Array.isArray(levels) ? { levels: textsOf(levels) } : {}), ...(undated === true ? { undated } : {}) };
}

function readSpread(raw: Json): Spread {
  const [cuts, shares] = listOf(raw);
  return isNumbers(cuts) && isNumbers(shares) ? { cuts, shares } : refuse("its spreads are broken");
}

function readMeasure(raw: Json, model: string): Measure[] {
  const [metric, value, lower, upper] = listOf(raw);
  const bound = (end: Json | undefined) => (typeof end === "number" ? end : Number.NaN);
  return typeof metric === "string" && typeof value === "number" ? [{ metric, model, value, lower: bound(lower), upper: bound(upper) }] : [];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse("it is not JSON");
  }
}

/** Reads a model that was kept. @throws {UserError} If the text is not one. */
export function readKept(text: string): KeptModel {
  const raw = parsed(text);
  if (!isRecord(raw) || raw["format"] !== format) return refuse("it is not a churn model of this version");
  const name = raw["model"];
  if (name !== "logistic" && name !== "boosting") return refuse("its kind is unknown");
  const encodings = listOf(raw["features"]).map(readEncoding);
  const columns = encodings.reduce((sum, { levels }) => sum + (levels === undefined ? 1 : Math.max(0, levels.length - 1)), 0);
  const spreads = listOf(raw["spreads"]).map(readSpread);
  if (spreads.length !== encodings.length) return refuse("its spreads are missing");
  return {
    name,
    model: readModel(raw["fitted"], columns),
    calibration: readCalibration(raw["calibration"]),
    encodings,
    spreads,
    events: textsOf(raw["events"]),
    windows: windowsType.read(raw["windows"] ?? null, schema.windows, "keep"),
    learned: textsOf(raw["learned"]),
    measures: listOf(raw["measures"]).flatMap((item) => readMeasure(item, name)),
  };
}

/** The model kept in the notebook or in a file beside it; null where the cell is to learn. @throws {UserError} If it is broken. */
export async function keptModel(params: ChurnParams, job: Job): Promise<KeptModel | null> {
  if (params.keep !== null && params.keep.trim() !== "") return readKept(params.keep);
  const [file] = params.kept_file === null ? [] : await job.files(params.kept_file);
  return file === undefined ? null : readKept(await file.blob.text());
}
