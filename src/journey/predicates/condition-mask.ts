import type { ColumnCondition, Condition, MembershipCondition } from "../../schema/conditions.ts";

/** How the two kinds of simple condition are answered: 1 or 0 per row, in an array that is not changed afterwards. */
export type Leaf = (condition: ColumnCondition | MembershipCondition) => Uint8Array;

function combine(masks: readonly Uint8Array[], rows: number, every: boolean): Uint8Array {
  if (masks.length === 1) return masks[0]!;
  const result = new Uint8Array(rows).fill(every ? 1 : 0);
  for (const mask of masks) {
    if (every) for (let row = 0; row < rows; row++) result[row]! &= mask[row]!;
    else for (let row = 0; row < rows; row++) result[row]! |= mask[row]!;
  }
  return result;
}

function one(condition: Condition, rows: number, leaf: Leaf): Uint8Array {
  if ("column" in condition) return leaf(condition);
  if ("any" in condition)
    return combine(
      condition.any.map((inner) => one(inner, rows, leaf)),
      rows,
      false,
    );
  if ("all" in condition) return conditionMask(condition.all, rows, leaf);
  if ("not" in condition) return conditionMask(condition.not, rows, leaf).map((passes) => passes ^ 1);
  return leaf(condition);
}

/**
 * Which rows meet all conditions.
 *
 * "not" is the plain opposite, so a row whose value is missing meets `{"not": [{"column": "channel", "is": "email"}]}`, but not
 * `{"column": "channel", "isNot": "email"}`.
 *
 * @param rows Number of rows.
 * @param leaf Answers conditions on a column and memberships.
 * @returns 1 or 0 per row. It may be one of the leaf's own arrays: never change it.
 */
export function conditionMask(conditions: readonly Condition[], rows: number, leaf: Leaf): Uint8Array {
  return combine(
    conditions.map((condition) => one(condition, rows, leaf)),
    rows,
    true,
  );
}
