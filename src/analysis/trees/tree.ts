/**
 * A binary tree of decisions, one place per node; node 0 is the root. A node with `left` −1 is a leaf. A row goes left when its feature is at
 * most the threshold, and where the feature is missing (NaN) as `missingLeft` says.
 */
export interface Tree {
  feature: Int32Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
  missingLeft: Uint8Array;
  /** What a leaf adds to the score. */
  value: Float64Array;
  /** How many rows of the training went through the node. */
  cover: Float64Array;
}

/** Trees whose leaves are added up, from a start: log odds of the outcome. */
export interface Forest {
  start: number;
  trees: Tree[];
}

/** The leaf a row falls into. */
export function leafOf(tree: Tree, columns: readonly Float64Array[], row: number): number {
  let node = 0;
  while (tree.left[node]! >= 0) {
    const value = columns[tree.feature[node]!]![row]!;
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= tree.threshold[node]!;
    node = goesLeft ? tree.left[node]! : tree.right[node]!;
  }
  return node;
}

/**
 * The score of a row: the start and one leaf of every tree, as log odds.
 *
 * @param columns The features, in the order of the training.
 * @example scoreOf(forest, columns, 0)
 */
export function scoreOf({ start, trees }: Forest, columns: readonly Float64Array[], row: number): number {
  let score = start;
  for (const tree of trees) score += tree.value[leafOf(tree, columns, row)]!;
  return score;
}
