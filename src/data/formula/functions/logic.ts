import type { FormulaRun } from "../formula-run.ts";

/** A number (NaN is missing), a text, or a truth value (null is missing). */
type Value = number | string | boolean | null;
type Truth = boolean | null;

/** Whether a value is missing: null, or NaN among numbers. */
export function isMissing(value: Value): boolean {
  return value === null || value !== value;
}

const compared =
  (holds: (a: number | string, b: number | string) => boolean) =>
  (a: Value, b: Value): Truth =>
    a === null || b === null || a !== a || b !== b ? null : holds(a as number, b as number);

/** Comparisons and three-valued logic (Kleene, "Introduction to Metamathematics", 1952, §64). */
export const logic = {
  equal: (a: Value, b: Value): Truth => (isMissing(a) || isMissing(b) ? null : a === b),
  unequal: (a: Value, b: Value): Truth => (isMissing(a) || isMissing(b) ? null : a !== b),
  less: compared((a, b) => a < b),
  at_most: compared((a, b) => a <= b),
  greater: compared((a, b) => a > b),
  at_least: compared((a, b) => a >= b),
  not: (a: Truth): Truth => (a === null ? null : !a),
  and: (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === null || b === null ? null : true),
  or: (a: Truth, b: Truth): Truth => (a === true || b === true ? true : a === null || b === null ? null : false),
  is_missing: isMissing,
  /** Keeps a value, so that it is computed once and asked about twice. */
  keep: (run: FormulaRun, value: Value): Value => (run.kept = value) as Value,
  kept: (run: FormulaRun): Value => run.kept as Value,
  one_of: (_run: FormulaRun, x: Value, ...values: Value[]): Truth => {
    if (isMissing(x)) return null;
    let unsure = false;
    for (const value of values) {
      if (value === x) return true;
      unsure ||= isMissing(value);
    }
    return unsure ? null : false;
  },
};
