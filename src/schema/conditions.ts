import type { Json } from "./json.ts";

/** How a column condition compares. A row whose value is missing passes only `missing: true`. */
export const operators = ["is", "isNot", "in", "notIn", "atLeast", "atMost", "above", "below", "contains", "matches", "missing"] as const;

export type Operator = (typeof operators)[number];

/** `{"column": "event", "is": "purchase"}`: a column and exactly one operator. Times are ISO text in the notebook's zone. */
export type ColumnCondition = { column: string } & { [K in Operator]?: Json };

/** Customers behind one mark of a figure, or in one segment of a segment cell. */
export interface MembershipCondition {
  in: { cell: string; table?: string; row?: Record<string, Json>; segment?: string };
}

/** A condition on events or rows; a list of conditions means all of them. */
export type Condition = ColumnCondition | MembershipCondition | { any: Condition[] } | { all: Condition[] } | { not: Condition[] };
