import { numbers, type FormulaFunction } from "../function-signature.ts";

const ofOne = (name: string, doc: string, formula: string, gives: number, result: "number" | "integer" | "same" = "number"): FormulaFunction => ({
  name,
  parameters: [{ name: "x", takes: numbers, ...(result === "same" ? { same: true as const } : {}) }],
  result,
  doc,
  example: { formula, gives },
});

/** Functions of numbers. */
export const numberFunctions: readonly FormulaFunction[] = [
  {
    name: "number",
    parameters: [{ name: "x", takes: ["text", "boolean", "number", "integer"] }],
    result: "number",
    doc: "The number a text writes, with a decimal point; 1 and 0 for true and false; missing and counted where the text is no number.",
    example: { formula: 'number("12.5")', gives: 12.5 },
  },
  ofOne("abs", "The value without its sign.", "abs(-3)", 3, "same"),
  {
    name: "round",
    parameters: [
      { name: "x", takes: numbers },
      { name: "digits", takes: ["integer"], optional: true, written: "number" },
    ],
    result: "number",
    doc: "Rounded to so many digits after the point (0 unless told, −12 to 12); halves go away from zero.",
    example: { formula: "round(12.345, 2)", gives: 12.35 },
  },
  ofOne("floor", "The next whole number at or below.", "floor(2.7)", 2, "integer"),
  ofOne("ceil", "The next whole number at or above.", "ceil(2.1)", 3, "integer"),
  ofOne("sqrt", "The square root; missing and counted below zero.", "sqrt(9)", 3),
  ofOne("exp", "e to the power of the value.", "exp(0)", 1),
  ofOne("log", "The natural logarithm; missing and counted at or below zero.", "log(1)", 0),
  ofOne("log10", "The logarithm to base 10; missing and counted at or below zero.", "log10(1000)", 3),
  {
    name: "min_of",
    parameters: [
      { name: "x", takes: ["number", "integer", "time"], same: true },
      { name: "y", takes: ["number", "integer", "time"], same: true, rest: true },
    ],
    result: "same",
    doc: "The least of several values of one row; missing where one of them is.",
    example: { formula: "min_of(3, 1, 2)", gives: 1 },
  },
  {
    name: "max_of",
    parameters: [
      { name: "x", takes: ["number", "integer", "time"], same: true },
      { name: "y", takes: ["number", "integer", "time"], same: true, rest: true },
    ],
    result: "same",
    doc: "The greatest of several values of one row; missing where one of them is.",
    example: { formula: "max_of(3, 1, 2)", gives: 3 },
  },
  {
    name: "bucket",
    parameters: [
      { name: "x", takes: numbers, same: true },
      { name: "width", takes: numbers, same: true, written: "number" },
      { name: "edge", takes: numbers, same: true, written: "number", optional: true, rest: true },
    ],
    result: "same",
    doc: "The lower end of the bucket a value is in: with one number buckets of that width, with several the buckets between these edges (missing below the first).",
    example: { formula: "bucket(37, 10)", gives: 30 },
  },
];
