import type { Condition } from "../../../schema/conditions.ts";
import type { Rule } from "../../../schema/rules.ts";
import { conditionWords } from "../conditions/words.ts";

/** The sorts of rule a person chooses from, in words. */
export const ruleSorts = {
  did: "Did",
  didNot: "Did not do",
  attribute: "Is",
  first: "First event",
  last: "Last event",
  sequence: "Did one, then another",
  any: "Any of these",
  all: "All of these",
  not: "None of these",
} as const;

export type RuleSort = keyof typeof ruleSorts | "in";

/** What sort of rule one is. */
export function sortOf(rule: Rule): RuleSort {
  if ("did" in rule) return rule.atMost === 0 ? "didNot" : "did";
  for (const sort of ["sequence", "first", "last", "any", "all", "not"] as const) if (sort in rule) return sort;
  return "column" in rule ? "attribute" : "in";
}

/** A new rule of a sort, to be filled in. */
export function newRule(sort: RuleSort, attribute: string): Rule {
  switch (sort) {
    case "did":
      return { did: [], atLeast: 1 };
    case "didNot":
      return { did: [], atMost: 0, within: "90 days" };
    case "first":
      return { first: [] };
    case "last":
      return { last: [] };
    case "sequence":
      return { sequence: [[], []], within: "7 days" };
    case "any":
      return { any: [] };
    case "all":
      return { all: [] };
    case "not":
      return { not: [] };
    default:
      return { column: attribute, missing: false };
  }
}

/** A rule that borrows customers from another cell, in words; every other rule shows itself. */
export function borrowedWords(rule: Rule): string {
  return conditionWords(rule as Condition);
}
