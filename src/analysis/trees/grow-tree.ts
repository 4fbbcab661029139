import type { Pause } from "../pause.ts";
import { bestSplit, type NodeSums, type Split, type SplitRules } from "./best-split.ts";
import { fillOne, fillPair, perFeature, subtract } from "./histogram.ts";
import type { Binned } from "./quantile-bins.ts";
import type { Tree } from "./tree.ts";

/** What trees are grown from: binned features, and gradient and Hessian of the loss per row. */
export interface Ground {
  features: readonly Binned[];
  gradient: Float64Array;
  hessian: Float64Array;
}

/** Rules for one tree. */
export interface GrowthRules extends SplitRules {
  leaves: number;
  /** What a leaf's step is multiplied by. */
  rate: number;
}

interface Leaf {
  node: number;
  from: number;
  to: number;
  sums: NodeSums;
  histogram: Float64Array;
  split: Split | null;
}

/** Room that trees of one training share: histograms to take and give back, and the rows' order. */
export class Nursery {
  readonly scratch: Uint32Array;
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
  readonly bins: Int32Array;
  private readonly free: Float64Array[] = [];

  constructor(
    rows: number,
    readonly ground: Ground,
  ) {
    this.scratch = new Uint32Array(rows);
    this.gradients = new Float64Array(rows);
    this.hessians = new Float64Array(rows);
    this.bins = Int32Array.from(ground.features, ({ cuts }) => cuts.length + 1);
  }

  take(): Float64Array {
    return this.free.pop() ?? new Float64Array(this.ground.features.length * perFeature);
  }

  give(histogram: Float64Array): void {
    this.free.push(histogram);
  }

  /** The sums per bin over some rows. */
  fill(histogram: Float64Array, rows: Uint32Array, from: number, to: number, features: Int32Array): void {
    const { gradients, hessians, ground } = this;
    const { gradient, hessian } = ground;
    for (let place = from; place < to; place++) {
      gradients[place] = gradient[rows[place]!]!;
      hessians[place] = hessian[rows[place]!]!;
    }
    const of = (place: number) => ({ feature: features[place]!, bins: ground.features[features[place]!]!.bins });
    for (let place = 0; place + 1 < features.length; place += 2) fillPair(histogram, of(place), of(place + 1), rows, from, to, gradients, hessians);
    if (features.length % 2 === 1) fillOne(histogram, of(features.length - 1), rows, from, to, gradients, hessians);
  }
}

/** Puts the rows that go left first, keeping the order on both sides. @returns Where the right side begins. */
function part(rows: Uint32Array, from: number, to: number, bins: Uint8Array, { bin, missingLeft }: Split, scratch: Uint32Array): number {
  let left = from;
  let right = 0;
  for (let place = from; place < to; place++) {
    const row = rows[place]!;
    const own = bins[row]!;
    if (own === 0 ? missingLeft : own <= bin) rows[left++] = row;
    else scratch[right++] = row;
  }
  rows.set(scratch.subarray(0, right), left);
  return left;
}

function sumsOf({ gradient, hessian }: Ground, rows: Uint32Array, from: number, to: number): NodeSums {
  let [g, h] = [0, 0];
  for (let place = from; place < to; place++) {
    g += gradient[rows[place]!]!;
    h += hessian[rows[place]!]!;
  }
  return { gradient: g, hessian: h, count: to - from };
}

/** The nodes of a growing tree. */
class Sapling {
  readonly feature: number[] = [];
  readonly threshold: number[] = [];
  readonly left: number[] = [];
  readonly right: number[] = [];
  readonly missingLeft: number[] = [];
  readonly value: number[] = [];
  readonly cover: number[] = [];

  add({ gradient, hessian, count }: NodeSums, { lambda, rate }: GrowthRules): number {
    this.feature.push(-1);
    this.threshold.push(0);
    this.left.push(-1);
    this.right.push(-1);
    this.missingLeft.push(0);
    this.value.push((-gradient / (hessian + lambda)) * rate);
    return this.cover.push(count) - 1;
  }

  grown(): Tree {
    return {
      feature: Int32Array.from(this.feature),
      threshold: Float64Array.from(this.threshold),
      left: Int32Array.from(this.left),
      right: Int32Array.from(this.right),
      missingLeft: Uint8Array.from(this.missingLeft),
      value: Float64Array.from(this.value),
      cover: Float64Array.from(this.cover),
    };
  }
}

function best(leaves: readonly Leaf[]): Leaf | null {
  let chosen: Leaf | null = null;
  for (const leaf of leaves) if (leaf.split !== null && (chosen === null || leaf.split.gain > chosen.split!.gain)) chosen = leaf;
  return chosen;
}

/**
 * Grows one tree of a boosting, the leaf with the largest gain first, by histograms; the larger child's is its parent's without the smaller's.
 *
 * @param rows The rows to grow it from; put into a new order.
 * @param features The features that may be used.
 * @see Ke et al. (2017), LightGBM: a highly efficient gradient boosting decision tree
 */
export async function growTree(
  nursery: Nursery,
  rows: Uint32Array,
  features: Int32Array,
  rules: GrowthRules,
  pause: () => ReturnType<Pause>,
): Promise<Tree> {
  const { ground, bins, scratch } = nursery;
  const tree = new Sapling();
  const plant = (from: number, to: number, histogram: Float64Array): Leaf => {
    const sums = sumsOf(ground, rows, from, to);
    return { node: tree.add(sums, rules), from, to, sums, histogram, split: bestSplit(histogram, features, bins, sums, rules) };
  };
  const whole = nursery.take();
  nursery.fill(whole, rows, 0, rows.length, features);
  const leaves = [plant(0, rows.length, whole)];
  while (leaves.length < rules.leaves) {
    const parent = best(leaves);
    if (parent === null) break;
    const split = parent.split!;
    const { bins: own, cuts } = ground.features[split.feature]!;
    const middle = part(rows, parent.from, parent.to, own, split, scratch);
    const smaller = nursery.take();
    const isLeftSmaller = middle - parent.from <= parent.to - middle;
    nursery.fill(smaller, rows, isLeftSmaller ? parent.from : middle, isLeftSmaller ? middle : parent.to, features);
    subtract(parent.histogram, smaller, features);
    const left = plant(parent.from, middle, isLeftSmaller ? smaller : parent.histogram);
    const right = plant(middle, parent.to, isLeftSmaller ? parent.histogram : smaller);
    tree.feature[parent.node] = split.feature;
    tree.threshold[parent.node] = cuts[split.bin - 1] ?? Infinity;
    tree.left[parent.node] = left.node;
    tree.right[parent.node] = right.node;
    tree.missingLeft[parent.node] = split.missingLeft ? 1 : 0;
    leaves.splice(leaves.indexOf(parent), 1, left, right);
    const wait = pause();
    if (wait) await wait;
  }
  for (const { histogram } of leaves) nursery.give(histogram);
  return tree.grown();
}
