import { perBin, perFeature } from "./histogram.ts";

/** What a split must keep to. */
export interface SplitRules {
  /** The fewest rows a leaf may have. */
  minChild: number;
  /** The least sum of Hessians a leaf may have. */
  minHessian: number;
  /** λ: pulls leaves towards 0. */
  lambda: number;
}

/** The best way to part a node: rows up to `bin` of `feature` go left. */
export interface Split {
  gain: number;
  feature: number;
  bin: number;
  missingLeft: boolean;
}

/** Sums over a node. */
export interface NodeSums {
  gradient: number;
  hessian: number;
  count: number;
}

/**
 * The best split of a node by its histogram: the largest ½[G_L²/(H_L+λ) + G_R²/(H_R+λ) − G²/(H+λ)], the lowest feature and bin among equals.
 *
 * Missing values are tried on both sides; where the node has none, they would go to the child with the larger sum of Hessians.
 *
 * @param histogram `perFeature` sums per feature; bin 0 is missing.
 * @param features The features that may be used.
 * @param bins How many bins of values each feature has.
 * @returns Null where no split is allowed or gains anything.
 * @see Chen and Guestrin (2016), XGBoost: a scalable tree boosting system, algorithm 3
 */
export function bestSplit(
  histogram: Float64Array,
  features: Int32Array,
  bins: Int32Array,
  { gradient, hessian, count }: NodeSums,
  { minChild, minHessian, lambda }: SplitRules,
): Split | null {
  const step = perBin;
  const whole = (gradient * gradient) / (hessian + lambda);
  let best: Split | null = null;
  let bestGain = 1e-9;
  for (const feature of features) {
    const base = feature * perFeature;
    const missingG = histogram[base]!;
    const missingH = histogram[base + 1]!;
    const missingN = histogram[base + 2]!;
    const last = missingN > 0 ? bins[feature]! : bins[feature]! - 1;
    let g = 0;
    let h = 0;
    let n = 0;
    for (let bin = 1; bin <= last; bin++) {
      const at = base + bin * step;
      const inBin = histogram[at + 2]!;
      // A bin without rows gives the split of the bin before it.
      if (inBin === 0) continue;
      g += histogram[at]!;
      h += histogram[at + 1]!;
      n += inBin;
      for (let side = missingN > 0 ? 0 : 1; side < 2; side++) {
        const leftG = side === 0 ? g + missingG : g;
        const leftH = side === 0 ? h + missingH : h;
        const leftN = side === 0 ? n + missingN : n;
        const rightH = hessian - leftH;
        const rightN = count - leftN;
        if (leftN < minChild || rightN < minChild || leftH < minHessian || rightH < minHessian) continue;
        const rightG = gradient - leftG;
        const gain = ((leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - whole) / 2;
        if (gain <= bestGain) continue;
        bestGain = gain;
        best = { gain, feature, bin, missingLeft: missingN > 0 ? side === 0 : leftH >= rightH };
      }
    }
  }
  return best;
}
