import { cholesky, inverseDiagonal, solveCholesky, type Cholesky } from "../linear/cholesky.ts";
import type { Pause } from "../pause.ts";
import { logit, sigmoid, softplus } from "./sigmoid.ts";

/** Columns of numbers and the outcome of each row; rows with weight 0 are left out. */
export interface LogisticData {
  columns: readonly Float64Array[];
  outcomes: Uint8Array;
  /** Which rows count: all of them, if left out. */
  rows?: Uint32Array;
}

/** What was fitted. `coefficients` are per unit of each column; columns that others determine have 0 and are `aliased`. */
export interface LogisticFit {
  intercept: number;
  coefficients: Float64Array;
  /** Of the intercept, then of the coefficients. Only without a penalty; NaN where aliased. */
  errors: Float64Array | null;
  logLikelihood: number;
  aliased: Uint8Array;
  iterations: number;
  /** Whether some combination of columns tells the outcomes apart without fail, so that no finite answer exists. */
  separated: boolean;
}

const mostIterations = 60;
const slice = 4096;
const enormous = 1e3;

interface Scaled {
  means: Float64Array;
  scales: Float64Array;
}

/** Mean and standard deviation of each column over the rows that count; a constant column has scale 0. */
function scaling({ columns }: LogisticData, rows: Uint32Array): Scaled {
  const means = new Float64Array(columns.length);
  const scales = new Float64Array(columns.length);
  columns.forEach((column, place) => {
    let sum = 0;
    for (const row of rows) sum += column[row]!;
    const mean = sum / rows.length;
    let squares = 0;
    for (const row of rows) squares += (column[row]! - mean) ** 2;
    means[place] = mean;
    const deviation = Math.sqrt(squares / rows.length);
    scales[place] = deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 0;
  });
  return { means, scales };
}

/** The z-scores of the rows that count, row by row, after a column of ones. */
function design({ columns }: LogisticData, rows: Uint32Array, { means, scales }: Scaled): Float64Array {
  const width = columns.length + 1;
  const matrix = new Float64Array(rows.length * width);
  for (let place = 0; place < rows.length; place++) matrix[place * width] = 1;
  columns.forEach((column, index) => {
    const [mean, scale] = [means[index]!, scales[index]!];
    if (scale === 0) return;
    for (let place = 0; place < rows.length; place++) matrix[place * width + index + 1] = (column[rows[place]!]! - mean) / scale;
  });
  return matrix;
}

interface Problem {
  matrix: Float64Array;
  outcomes: Uint8Array;
  rows: Uint32Array;
  width: number;
  penalty: number;
}

function lossOf({ matrix, outcomes, rows, width, penalty }: Problem, weights: Float64Array): number {
  let loss = 0;
  for (let place = 0; place < rows.length; place++) {
    let odds = 0;
    for (let index = 0; index < width; index++) odds += matrix[place * width + index]! * weights[index]!;
    loss += softplus(odds) - (outcomes[rows[place]!] === 1 ? odds : 0);
  }
  let size = 0;
  for (let index = 1; index < width; index++) size += weights[index]! ** 2;
  return loss + (penalty / 2) * size;
}

/** Gradient and Hessian of the loss, added up row by row. */
async function slopes(problem: Problem, weights: Float64Array, gradient: Float64Array, hessian: Float64Array, pause: () => ReturnType<Pause>) {
  const { matrix, outcomes, rows, width, penalty } = problem;
  gradient.fill(0);
  hessian.fill(0);
  for (let place = 0; place < rows.length; place++) {
    if (place % slice === slice - 1) {
      const wait = pause();
      if (wait) await wait;
    }
    const at = place * width;
    let odds = 0;
    for (let index = 0; index < width; index++) odds += matrix[at + index]! * weights[index]!;
    const probability = sigmoid(odds);
    const residual = probability - outcomes[rows[place]!]!;
    const weight = probability * (1 - probability);
    for (let index = 0; index < width; index++) {
      const value = matrix[at + index]!;
      if (value === 0) continue;
      gradient[index]! += residual * value;
      const scaled = weight * value;
      const line = index * width;
      for (let other = 0; other <= index; other++) hessian[line + other]! += scaled * matrix[at + other]!;
    }
  }
  for (let index = 1; index < width; index++) {
    gradient[index]! += penalty * weights[index]!;
    hessian[index * width + index]! += penalty;
  }
}

/** The columns that others determine, by the design itself: they must not change with the weights of an iteration. */
function aliasedIn({ matrix, rows, width, penalty }: Problem): Uint8Array {
  if (penalty > 0) return new Uint8Array(width);
  const gram = new Float64Array(width * width);
  for (let place = 0; place < rows.length; place++)
    for (let index = 0; index < width; index++) {
      const value = matrix[place * width + index]!;
      if (value !== 0) for (let other = 0; other <= index; other++) gram[index * width + other]! += value * matrix[place * width + other]!;
    }
  return cholesky(gram, width).aliased;
}

function silence({ matrix, rows, width }: Problem, aliased: Uint8Array): void {
  for (let index = 1; index < width; index++)
    if (aliased[index] === 1) for (let place = 0; place < rows.length; place++) matrix[place * width + index] = 0;
}

interface Minimum {
  weights: Float64Array;
  factor: Cholesky;
  iterations: number;
  settled: boolean;
}

async function newton(problem: Problem, pause: Pause): Promise<Minimum> {
  const { outcomes, rows, width } = problem;
  const weights = new Float64Array(width);
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  let ones = 0;
  for (const row of rows) ones += outcomes[row]!;
  weights[0] = logit(ones / rows.length);
  let loss = lossOf(problem, weights);
  let factor = cholesky(hessian, width);
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    // The fraction is of the dozen rounds that nearly all problems need.
    await slopes(problem, weights, gradient, hessian, () => pause(Math.min(1, iterations / 12)));
    factor = cholesky(hessian, width, 1e-14);
    const step = solveCholesky(factor, gradient);
    const next = new Float64Array(width);
    let part = 1;
    let found = loss;
    for (let halving = 0; halving < 30; halving++, part /= 2) {
      for (let index = 0; index < width; index++) next[index] = weights[index]! - part * step[index]!;
      found = lossOf(problem, next);
      if (found <= loss + 1e-12 * Math.abs(loss)) break;
    }
    const moved = step.reduce((most, size, index) => Math.max(most, Math.abs(size) / (1 + Math.abs(weights[index]!))), 0);
    weights.set(next);
    loss = found;
    if (moved < 1e-9) return { weights, factor, iterations, settled: true };
    if (weights.some((weight) => Math.abs(weight) > enormous)) return { weights, factor, iterations, settled: false };
  }
  return { weights, factor, iterations: mostIterations, settled: false };
}

/**
 * Logistic regression with an L2 penalty, by Newton's method: minimises ½ λ ‖w‖² + Σ log loss, the intercept left free.
 *
 * The penalty is on coefficients of z-scored columns, so that units do not matter; λ is 1/C of other programs. Wald errors are given without a
 * penalty only, and mislead with few rows per coefficient or near separation. Columns must hold no NaN.
 *
 * @param penalty λ ≥ 0.
 * @param pause Called between slices of work.
 * @returns Coefficients per unit of each column.
 * @example await logisticRegression({ columns: [Float64Array.of(0, 0, 1, 1)], outcomes: Uint8Array.of(0, 1, 0, 1) }, 0, () => undefined)
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, 4.4
 */
export async function logisticRegression(data: LogisticData, penalty: number, pause: Pause): Promise<LogisticFit> {
  const { columns, outcomes } = data;
  const rows = data.rows ?? Uint32Array.from(outcomes.keys());
  const scaled = scaling(data, rows);
  const width = columns.length + 1;
  const problem: Problem = { matrix: design(data, rows, scaled), outcomes, rows, width, penalty };
  const aliased = aliasedIn(problem);
  silence(problem, aliased);
  const { weights, factor, iterations, settled } = await newton(problem, pause);
  const coefficients = Float64Array.from(columns, (_, index) => (scaled.scales[index] === 0 ? 0 : weights[index + 1]! / scaled.scales[index]!));
  const intercept = coefficients.reduce((sum, coefficient, index) => sum - coefficient * scaled.means[index]!, weights[0]!);
  return {
    intercept,
    coefficients,
    errors: penalty === 0 && settled ? waldErrors(factor, scaled, coefficients.length) : null,
    logLikelihood: -lossOf({ ...problem, penalty: 0 }, weights),
    aliased: aliased.slice(1),
    iterations,
    separated: !settled,
  };
}

/** Standard errors in the columns' own units: variances of the z-scored coefficients, and of the intercept moved to the origin. */
function waldErrors(factor: Cholesky, { means, scales }: Scaled, count: number): Float64Array {
  const errors = new Float64Array(count + 1);
  const variances = inverseDiagonal(factor);
  for (let index = 0; index < count; index++)
    errors[index + 1] = scales[index] === 0 ? Number.NaN : Math.sqrt(variances[index + 1]!) / scales[index]!;
  const towards = new Float64Array(factor.size);
  towards[0] = 1;
  for (let index = 0; index < count; index++)
    towards[index + 1] = scales[index] === 0 || factor.aliased[index + 1] === 1 ? 0 : -means[index]! / scales[index]!;
  const solved = solveCholesky(factor, towards);
  errors[0] = Math.sqrt(towards.reduce((sum, value, index) => sum + value * solved[index]!, 0));
  return errors;
}
