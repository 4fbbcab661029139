import { calibrated, isotonic, type Isotonic } from "../../analysis/calibration/isotonic.ts";
import { platt, type Platt } from "../../analysis/calibration/platt.ts";
import { sigmoid } from "../../analysis/logistic/sigmoid.ts";

/** From a model's score to a probability. */
export type Calibration = ({ kind: "platt" } & Platt) | ({ kind: "isotonic" } & Isotonic);

/** Isotonic regression needs this many who left. */
const enough = 1_000;

/** Fits a calibration to scores that the model gave to rows it had not seen. */
export function calibrationOf(scores: Float64Array, outcomes: Uint8Array): Calibration {
  const ones = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return ones >= enough ? { kind: "isotonic", ...isotonic(scores, outcomes) } : { kind: "platt", ...platt(scores, outcomes) };
}

/** The probability of a score. */
export function probabilityOf(calibration: Calibration, score: number): number {
  return calibration.kind === "platt" ? sigmoid(calibration.slope * score + calibration.intercept) : calibrated(calibration, score);
}
