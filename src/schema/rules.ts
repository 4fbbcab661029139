import type { ColumnCondition, Condition, MembershipCondition } from "./conditions.ts";

/** What is counted of the events that meet a rule: how often, on how many local days, or their value added up. */
export const ruleMeasures = ["times", "days", "value"] as const;

export type RuleMeasure = (typeof ruleMeasures)[number];

/**
 * `{"did": [{"column": "event", "is": "purchase"}], "atLeast": 2, "within": "90 days"}`: customers with so many such events. `atMost: 0` is
 * "did not". `within` counts back from the end of what is known; `between` are local dates, the second not included.
 */
export interface DidRule {
  did: Condition[];
  measure?: RuleMeasure;
  atLeast?: number;
  atMost?: number;
  within?: string;
  between?: [string | null, string | null];
}

/** Customers whose first (or last) event, of those that meet `of`, meets the conditions. */
export type PlaceRule = { first: Condition[]; of?: Condition[] } | { last: Condition[]; of?: Condition[] };

/** Customers who did one step after the other, all within a time from the first, with none of `without` on the way. */
export interface SequenceRule {
  sequence: Condition[][];
  within?: string;
  without?: Condition[];
}

/** A rule on customers; a list means all. A column condition is on an attribute of theirs. */
export type Rule = ColumnCondition | MembershipCondition | DidRule | PlaceRule | SequenceRule | { any: Rule[] } | { all: Rule[] } | { not: Rule[] };

/** A named segment: the customers who meet all its rules. */
export interface SegmentRule {
  name: string;
  rules: Rule[];
}
