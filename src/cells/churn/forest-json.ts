import type { Tree } from "../../analysis/trees/tree.ts";
import type { Json } from "../../schema/json.ts";

/** A node as short as can be: a leaf [value, cover], a decision [feature, threshold, missing goes left, left, right]. */
type Node = [number, number] | [number, number | null, 0 | 1, Node, Node];

function written(tree: Tree, node: number): Node {
  if (tree.left[node]! < 0) return [Number(tree.value[node]!.toPrecision(10)), tree.cover[node]!];
  const threshold = tree.threshold[node]!;
  const children = [written(tree, tree.left[node]!), written(tree, tree.right[node]!)] as const;
  return [tree.feature[node]!, Number.isFinite(threshold) ? threshold : null, tree.missingLeft[node] === 1 ? 1 : 0, ...children];
}

/** A tree as JSON. */
export function treeJson(tree: Tree): Json {
  return written(tree, 0) as Json;
}

const mostNodes = 1_000;

/** A tree from JSON; null where it is none, or asks for a column there is not. */
export function readTree(raw: Json, columns: number): Tree | null {
  const rows: { feature: number; threshold: number; left: number; right: number; missingLeft: number; value: number; cover: number }[] = [];
  const leaf = { feature: -1, threshold: 0, left: -1, right: -1, missingLeft: 0, value: 0, cover: 0 };
  const add = (node: Json | undefined): number => {
    if (!Array.isArray(node) || rows.length > mostNodes) return -1;
    const place = rows.length;
    const [first, second, side, left, right] = node;
    if (node.length === 2 && typeof first === "number" && typeof second === "number") return rows.push({ ...leaf, value: first, cover: second }) - 1;
    const isColumn = typeof first === "number" && Number.isInteger(first) && first >= 0 && first < columns;
    if (!isColumn || (typeof second !== "number" && second !== null)) return -1;
    const own = { ...leaf, feature: first, threshold: second ?? Infinity, missingLeft: side === 1 ? 1 : 0 };
    rows.push(own);
    own.left = add(left);
    own.right = own.left < 0 ? -1 : add(right);
    if (own.left < 0 || own.right < 0) return -1;
    own.cover = rows[own.left]!.cover + rows[own.right]!.cover;
    return place;
  };
  if (add(raw) < 0) return null;
  return {
    feature: Int32Array.from(rows, (row) => row.feature),
    threshold: Float64Array.from(rows, (row) => row.threshold),
    left: Int32Array.from(rows, (row) => row.left),
    right: Int32Array.from(rows, (row) => row.right),
    missingLeft: Uint8Array.from(rows, (row) => row.missingLeft),
    value: Float64Array.from(rows, (row) => row.value),
    cover: Float64Array.from(rows, (row) => row.cover),
  };
}
