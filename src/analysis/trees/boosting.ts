import { logit, sigmoid, softplus } from "../logistic/sigmoid.ts";
import type { Pause } from "../pause.ts";
import { random } from "../random/random.ts";
import { growTree, Nursery, type GrowthRules } from "./grow-tree.ts";
import { quantileBins, type Binned } from "./quantile-bins.ts";
import { leafOf, type Forest, type Tree } from "./tree.ts";

/** How trees are boosted. */
export interface BoostingOptions {
  /** At most so many trees. */
  trees: number;
  leaves: number;
  /** From 0 to 1: how much of each tree counts. */
  rate: number;
  /** The fewest rows of a leaf. */
  minChild: number;
  seed: number;
  /** The share of rows and of features each tree sees. */
  rowShare?: number;
  columnShare?: number;
  /** Rounds without a better loss of the rows held back, after which it stops. */
  patience?: number;
  /** λ of the leaves. */
  lambda?: number;
}

/** What boosting learns from. NaN is missing. */
export interface BoostingData {
  columns: readonly Float64Array[];
  outcomes: Uint8Array;
  /** Rows to learn from. */
  rows: Uint32Array;
  /** Rows that say when to stop; none, and all trees are grown. */
  heldBack?: Uint32Array;
}

/** The loss a row adds at a score. */
const lossAt = (score: number, outcome: number) => softplus(score) - (outcome === 1 ? score : 0);

function drawn(all: Uint32Array, share: number, next: () => number): Uint32Array {
  if (share >= 1) return all.slice();
  const chosen = all.filter(() => next() < share);
  return chosen.length > 0 ? chosen : all.slice();
}

/** Adds a new tree to the scores of some rows. @returns Their mean loss after it. */
function addTo(scores: Float64Array, tree: Tree, columns: readonly Float64Array[], rows: Uint32Array, outcomes: Uint8Array): number {
  let loss = 0;
  for (const row of rows) loss += lossAt((scores[row]! += tree.value[leafOf(tree, columns, row)]!), outcomes[row]!);
  return loss / rows.length;
}

/** Gradient and Hessian of the log loss at the scores. */
function slopesAt(scores: Float64Array, rows: Uint32Array, outcomes: Uint8Array, gradient: Float64Array, hessian: Float64Array): void {
  for (const row of rows) {
    const probability = sigmoid(scores[row]!);
    gradient[row] = probability - outcomes[row]!;
    hessian[row] = probability * (1 - probability);
  }
}

/**
 * Gradient boosting of histogram trees for the log odds of an outcome: each tree mends what those before it missed.
 *
 * Scores of the rows it learned from look better than they are; judge it on others. The same seed gives the same trees. It cannot follow a
 * feature beyond the values it has seen.
 *
 * @param pause Called between splits.
 * @example await boosting({ columns, outcomes, rows }, { trees: 200, leaves: 15, rate: 0.05, minChild: 20, seed: 1 }, () => undefined)
 * @see Friedman (2001), Greedy function approximation; Ke et al. (2017), LightGBM; Chen and Guestrin (2016), XGBoost
 */
export async function boosting(data: BoostingData, options: BoostingOptions, pause: Pause): Promise<Forest> {
  const { columns, outcomes, rows, heldBack } = data;
  const { seed, rowShare = 0.8, columnShare = 0.8, patience = 30, lambda = 1 } = options;
  const features: Binned[] = [];
  for (const column of columns) {
    features.push(quantileBins(column, rows));
    const wait = pause(0);
    if (wait) await wait;
  }
  const gradient = new Float64Array(outcomes.length);
  const hessian = new Float64Array(outcomes.length);
  const nursery = new Nursery(rows.length, { features, gradient, hessian });
  const rules: GrowthRules = { leaves: options.leaves, rate: options.rate, minChild: options.minChild, minHessian: 1e-3, lambda };
  let ones = 0;
  for (const row of rows) ones += outcomes[row]!;
  const start = logit(ones / rows.length);
  const scores = new Float64Array(outcomes.length).fill(start);
  const all = Uint32Array.from(columns.keys());
  const trees: Tree[] = [];
  let best = { loss: heldBack === undefined ? Infinity : meanLoss(start, heldBack, outcomes), trees: 0 };
  for (let round = 0; round < options.trees; round++) {
    const next = random(seed, round);
    slopesAt(scores, rows, outcomes, gradient, hessian);
    const seen = drawn(rows, rowShare, next);
    const tree = await growTree(nursery, seen, Int32Array.from(drawn(all, columnShare, next)), rules, () => pause(round / options.trees));
    trees.push(tree);
    addTo(scores, tree, columns, rows, outcomes);
    if (heldBack === undefined || heldBack.length === 0) continue;
    const loss = addTo(scores, tree, columns, heldBack, outcomes);
    if (loss < best.loss - 1e-12) best = { loss, trees: trees.length };
    if (trees.length - best.trees >= patience) break;
  }
  return { start, trees: heldBack === undefined || heldBack.length === 0 ? trees : trees.slice(0, best.trees) };
}

function meanLoss(score: number, rows: Uint32Array, outcomes: Uint8Array): number {
  let loss = 0;
  for (const row of rows) loss += lossAt(score, outcomes[row]!);
  return loss / rows.length;
}
