import type { Forest, Tree } from "./tree.ts";

/** The features met on the way to a node, with the share of coalitions that reach it without (`zero`) and with (`one`) each of them. */
class Path {
  readonly feature: Int32Array;
  readonly zero: Float64Array;
  readonly one: Float64Array;
  readonly weight: Float64Array;

  constructor(length: number) {
    this.feature = new Int32Array(length);
    this.zero = new Float64Array(length);
    this.one = new Float64Array(length);
    this.weight = new Float64Array(length);
  }
}

function extend(path: Path, at: number, depth: number, zero: number, one: number, feature: number): void {
  const { weight } = path;
  path.feature[at + depth] = feature;
  path.zero[at + depth] = zero;
  path.one[at + depth] = one;
  weight[at + depth] = depth === 0 ? 1 : 0;
  for (let place = depth - 1; place >= 0; place--) {
    weight[at + place + 1]! += (one * weight[at + place]! * (place + 1)) / (depth + 1);
    weight[at + place] = (zero * weight[at + place]! * (depth - place)) / (depth + 1);
  }
}

function unwind(path: Path, at: number, depth: number, index: number): void {
  const { weight } = path;
  const one = path.one[at + index]!;
  const zero = path.zero[at + index]!;
  let next = weight[at + depth]!;
  for (let place = depth - 1; place >= 0; place--) {
    if (one !== 0) {
      const kept = weight[at + place]!;
      weight[at + place] = (next * (depth + 1)) / ((place + 1) * one);
      next = kept - (weight[at + place]! * zero * (depth - place)) / (depth + 1);
    } else weight[at + place] = (weight[at + place]! * (depth + 1)) / (zero * (depth - place));
  }
  for (let place = at + index; place < at + depth; place++) {
    path.feature[place] = path.feature[place + 1]!;
    path.zero[place] = path.zero[place + 1]!;
    path.one[place] = path.one[place + 1]!;
  }
}

function unwoundSum(path: Path, at: number, depth: number, index: number): number {
  const { weight } = path;
  const one = path.one[at + index]!;
  const zero = path.zero[at + index]!;
  let next = weight[at + depth]!;
  let total = 0;
  for (let place = depth - 1; place >= 0; place--) {
    if (one !== 0) {
      const part = (next * (depth + 1)) / ((place + 1) * one);
      total += part;
      next = weight[at + place]! - (part * zero * (depth - place)) / (depth + 1);
    } else total += (weight[at + place]! * (depth + 1)) / (zero * (depth - place));
  }
  return total;
}

function depthOf({ left, right }: Tree, node = 0): number {
  return left[node]! < 0 ? 0 : 1 + Math.max(depthOf({ left, right } as Tree, left[node]!), depthOf({ left, right } as Tree, right[node]!));
}

/** The mean of a tree's leaves, by how many rows of the training they hold. */
function meanOf({ left, value, cover }: Tree): number {
  let sum = 0;
  for (let node = 0; node < left.length; node++) if (left[node]! < 0) sum += value[node]! * cover[node]!;
  return sum / cover[0]!;
}

/**
 * How much each feature moves one row's score away from the mean, exactly: Shapley values of boosted trees (path-dependent TreeSHAP).
 *
 * It explains the score and not the world: of two features that say the same, either may get the credit. Contributions and `base` add up to the
 * score.
 *
 * @returns `base`, the mean score of the training, and a function that fills in a row's contributions in log odds, one per feature.
 * @example const { base, explain } = treeShap(forest); explain(columns, 0, contributions);
 * @see Lundberg et al. (2020), From local explanations to global understanding with explainable AI for trees, algorithm 2
 */
export function treeShap({ start, trees }: Forest): {
  base: number;
  explain: (columns: readonly Float64Array[], row: number, contributions: Float64Array) => void;
} {
  const deepest = Math.max(0, ...trees.map((tree) => depthOf(tree))) + 2;
  const path = new Path(((deepest + 1) * (deepest + 2)) / 2);
  let tree!: Tree;
  let columns!: readonly Float64Array[];
  let row = 0;
  let contributions!: Float64Array;

  const walk = (node: number, from: number, depth: number, zero: number, one: number, feature: number): void => {
    // A node's path lies behind its parent's, so that the parent's is still there for the other child.
    const at = from + depth;
    if (depth > 0) {
      for (let place = 0; place < depth; place++) {
        path.feature[at + place] = path.feature[from + place]!;
        path.zero[at + place] = path.zero[from + place]!;
        path.one[at + place] = path.one[from + place]!;
        path.weight[at + place] = path.weight[from + place]!;
      }
    }
    extend(path, at, depth, zero, one, feature);
    if (tree.left[node]! < 0) {
      for (let index = 1; index <= depth; index++) {
        const share = unwoundSum(path, at, depth, index);
        contributions[path.feature[at + index]!]! += share * (path.one[at + index]! - path.zero[at + index]!) * tree.value[node]!;
      }
      return;
    }
    const own = tree.feature[node]!;
    const value = columns[own]![row]!;
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= tree.threshold[node]!;
    const [hot, cold] = goesLeft ? [tree.left[node]!, tree.right[node]!] : [tree.right[node]!, tree.left[node]!];
    let met = 1;
    while (met <= depth && path.feature[at + met] !== own) met++;
    let [hereZero, hereOne, length] = [1, 1, depth];
    if (met <= depth) {
      hereZero = path.zero[at + met]!;
      hereOne = path.one[at + met]!;
      unwind(path, at, depth, met);
      length = depth - 1;
    }
    walk(hot, at, length + 1, (hereZero * tree.cover[hot]!) / tree.cover[node]!, hereOne, own);
    walk(cold, at, length + 1, (hereZero * tree.cover[cold]!) / tree.cover[node]!, 0, own);
  };

  return {
    base: trees.reduce((sum, each) => sum + meanOf(each), start),
    explain(given, place, into) {
      columns = given;
      row = place;
      contributions = into;
      contributions.fill(0);
      for (const each of trees) {
        if (each.left[0]! < 0) continue;
        tree = each;
        walk(0, 0, 0, 1, 1, -1);
      }
    },
  };
}
