import { sigmoid, softplus } from "../logistic/sigmoid.ts";

/** A calibration map: probability = sigmoid(slope × score + intercept). */
export interface Platt {
  slope: number;
  intercept: number;
}

/**
 * Platt's calibration: a logistic curve through scores, towards targets drawn in a little so that few rows do not give certainty.
 *
 * It assumes that the truth is such a curve; with a thousand outcomes or more `isotonic` assumes less. Fit it on rows the model did not see.
 *
 * @param scores Log odds, or any score of that kind.
 * @param smooth Platt's targets (N⁺+1)/(N⁺+2) and 1/(N⁻+2); plain 0 and 1 otherwise, to measure calibration rather than to mend it.
 * @example platt(scores, outcomes).slope // near 1 for log odds that are right
 * @see Platt (1999); Lin, Lin and Weng (2007), A note on Platt's probabilistic outputs for support vector machines
 */
export function platt(scores: Float64Array, outcomes: Uint8Array, smooth = true): Platt {
  let ones = 0;
  for (const outcome of outcomes) ones += outcome;
  const zeros = outcomes.length - ones;
  const high = smooth ? (ones + 1) / (ones + 2) : 1;
  const low = smooth ? 1 / (zeros + 2) : 0;
  const loss = (slope: number, intercept: number) => {
    let sum = 0;
    for (let row = 0; row < scores.length; row++) {
      const odds = slope * scores[row]! + intercept;
      sum += softplus(odds) - (outcomes[row] === 1 ? high : low) * odds;
    }
    return sum;
  };
  let slope = 0;
  let intercept = Math.log((ones + 1) / (zeros + 1));
  let best = loss(slope, intercept);
  for (let round = 0; round < 100; round++) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-10, 0, 1e-10];
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row]!;
      const probability = sigmoid(slope * score + intercept);
      const residual = probability - (outcomes[row] === 1 ? high : low);
      const weight = probability * (1 - probability);
      a += residual * score;
      b += residual;
      aa += weight * score * score;
      ab += weight * score;
      bb += weight;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) break;
    const [stepSlope, stepIntercept] = [(bb * a - ab * b) / determinant, (aa * b - ab * a) / determinant];
    let part = 1;
    let found = loss(slope - stepSlope, intercept - stepIntercept);
    while (found > best && part > 1e-8) found = loss(slope - (part /= 2) * stepSlope, intercept - part * stepIntercept);
    if (found > best) break;
    slope -= part * stepSlope;
    intercept -= part * stepIntercept;
    best = found;
    if (Math.abs(stepSlope) < 1e-10 * (1 + Math.abs(slope)) && Math.abs(stepIntercept) < 1e-10 * (1 + Math.abs(intercept))) break;
  }
  return { slope, intercept };
}
