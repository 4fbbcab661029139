import type { ColumnType } from "../../column.ts";
import { anything, numbers, ordered, type FormulaFunction } from "../function-signature.ts";

const of = (
  name: string,
  takes: readonly ColumnType[],
  result: ColumnType | "same",
  doc: string,
  formula: string,
  gives: string | number | boolean,
): FormulaFunction => ({
  name,
  parameters: [{ name: "x", takes, ...(result === "same" ? { same: true as const } : {}) }],
  result,
  doc,
  example: { formula, gives },
  aggregate: true,
});

/** Functions over all rows of a group. They leave missing values out; over nothing all but count give missing. */
export const aggregateFunctions: readonly FormulaFunction[] = [
  {
    name: "count",
    parameters: [{ name: "x", takes: anything, optional: true }],
    result: "integer",
    doc: "How many rows there are, or how many of them have a value.",
    example: { formula: "count()", gives: 3 },
    aggregate: true,
  },
  of("count_if", ["boolean"], "integer", "How many rows meet a condition.", "count_if(amount > 15)", 2),
  of(
    "share",
    ["boolean"],
    "number",
    "The share of rows that meet a condition, of those where it is not missing.",
    "share(amount < 15 || paid)",
    2 / 3,
  ),
  of("distinct", anything, "integer", "How many different values there are.", "distinct(channel)", 2),
  of("sum", numbers, "same", "The sum.", "sum(amount)", 90),
  of("mean", numbers, "number", "The average.", "mean(amount)", 30),
  of("median", numbers, "number", "The middle value: half are below it.", "median(amount)", 20),
  {
    name: "quantile",
    parameters: [
      { name: "x", takes: numbers },
      { name: "p", takes: numbers, written: "number" },
    ],
    result: "number",
    doc: "The value below which a share p of the values lies, interpolated between neighbours (type 7 of Hyndman and Fan).",
    example: { formula: "quantile(amount, 0.9)", gives: 52 },
    aggregate: true,
  },
  of("min", ordered, "same", "The least value.", "min(amount)", 10),
  of("max", ordered, "same", "The greatest value.", "max(amount)", 60),
  of("variance", numbers, "number", "The variance, with n − 1; missing below two values.", "variance(amount)", 700),
  of("stdev", numbers, "number", "The standard deviation, with n − 1; missing below two values.", "round(stdev(amount), 3)", 26.458),
  of("first", anything, "same", "The first value, in the order of the rows, that is not missing.", "first(channel)", "mail"),
  of("last", anything, "same", "The last value, in the order of the rows, that is not missing.", "last(amount)", 60),
  of("any", anything, "same", "One of the values, for columns that are the same in the whole group.", "any(channel)", "mail"),
  of("mode", anything, "same", "The most frequent value; the first seen of equally frequent ones.", "mode(channel)", "mail"),
];
