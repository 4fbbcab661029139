import { anything, type FormulaFunction } from "../function-signature.ts";

/** Functions about missing values and choices between values. */
export const missingFunctions: readonly FormulaFunction[] = [
  {
    name: "is_missing",
    parameters: [{ name: "x", takes: anything }],
    result: "boolean",
    doc: "Whether the value is missing; the only question that is never answered by missing.",
    example: { formula: "is_missing(null)", gives: true },
  },
  {
    name: "coalesce",
    parameters: [
      { name: "x", takes: anything, same: true },
      { name: "otherwise", takes: anything, same: true, rest: true },
    ],
    result: "same",
    doc: "The first value that is not missing.",
    example: { formula: 'coalesce(null, "direct")', gives: "direct" },
  },
  {
    name: "if_else",
    parameters: [
      { name: "condition", takes: ["boolean"] },
      { name: "then", takes: anything, same: true },
      { name: "otherwise", takes: anything, same: true },
    ],
    result: "same",
    doc: "One value where the condition is true, the other where it is false, missing where it is missing; the same as condition ? then : otherwise.",
    example: { formula: 'if_else(2 > 1, "yes", "no")', gives: "yes" },
  },
  {
    name: "one_of",
    parameters: [
      { name: "x", takes: anything, same: true },
      { name: "value", takes: anything, same: true, rest: true },
    ],
    result: "boolean",
    doc: "Whether the first value equals one of the others.",
    example: { formula: 'one_of("ads", "mail", "ads")', gives: true },
  },
];
