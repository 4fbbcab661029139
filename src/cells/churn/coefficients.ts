import { normalQuantile } from "../../analysis/special/normal-quantile.ts";
import type { Table } from "../../schema/table.ts";
import type { Job } from "../cell.ts";
import { integers, numbers, texts } from "./columns.ts";
import type { Measure } from "./judge.ts";
import { fitLinear, type Lesson } from "./models.ts";
import type { ChurnParams } from "./params.ts";

/** The logistic model of all rows to learn from: its weights, its likelihood, and what is odd about it. */
export interface Coefficients {
  table: Table;
  measures: Measure[];
  /** Whether some features tell leavers apart without fail. */
  separated: boolean;
  /** Columns that others determine. */
  aliased: string[];
}

/** Fits the logistic model to all rows to learn from and tells its coefficients, with Wald intervals where there is no penalty. */
export async function coefficients(lesson: Lesson, rows: Uint32Array, params: ChurnParams, level: number, job: Job): Promise<Coefficients> {
  const { names, columns } = lesson.encoded;
  const pause = (part: number) => job.progress(0.8 + 0.05 * part, "reading coefficients");
  const { fit, gaps } = await fitLinear(columns, lesson.outcomes, rows, params.penalty, pause);
  const all = [...names, ...gaps.map((index) => `${names[index]!} is missing`)];
  const shown = Array.from(all.keys()).filter((index) => fit.aliased[index] === 0);
  const z = -normalQuantile((1 - level) / 2);
  const weights = [fit.intercept, ...shown.map((index) => fit.coefficients[index]!)];
  const errors = [0, ...shown.map((index) => index + 1)].map((place) => fit.errors?.[place] ?? Number.NaN);
  const customers = new Set(Array.from(rows, (row) => lesson.ids[row]!)).size;
  const columnsOf = [
    texts("feature", ["(intercept)", ...shown.map((index) => all[index]!)]),
    numbers("coefficient", weights, "value"),
    numbers("standard_error", errors, "value"),
    numbers(
      "coefficient_lower",
      weights.map((weight, place) => weight - z * errors[place]!),
      "lower",
    ),
    numbers(
      "coefficient_upper",
      weights.map((weight, place) => weight + z * errors[place]!),
      "upper",
    ),
    numbers(
      "odds_ratio",
      weights.map((weight) => (Math.abs(weight) < 700 ? Math.exp(weight) : Number.NaN)),
      "value",
    ),
    integers(
      "customers",
      weights.map(() => customers),
      "customers",
    ),
  ];
  return {
    table: { rows: weights.length, unit: "group", columns: columnsOf },
    measures: [{ metric: "log_likelihood", model: "logistic", value: fit.logLikelihood, lower: Number.NaN, upper: Number.NaN }],
    separated: fit.separated,
    aliased: all.filter((_, index) => fit.aliased[index] === 1),
  };
}
