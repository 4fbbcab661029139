import type { ColumnType } from "../column.ts";
import { columnInFormula } from "./completions.ts";
import { FormulaError } from "./formula-error.ts";
import { functionTable } from "./function-table.ts";
import { nearest } from "./nearest.ts";

/** What is known while a formula is checked. */
export interface Scope {
  text: string;
  columns: ReadonlyMap<string, ColumnType>;
  /** Columns may stand only inside aggregates. */
  aggregate: boolean;
  /** The aggregate the check is inside of. */
  inside: string | null;
  used: Set<string>;
  nodes: number;
}

/** What is written at a place, shortened for a message. */
export function written(scope: Scope, { start, end }: { start: number; end: number }): string {
  const text = scope.text.slice(start, end).trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const habits: Readonly<Record<string, string>> = {
  undefined: "Write null for a missing value.",
  NaN: "Write null for a missing value.",
  None: "Write null for a missing value.",
  NULL: "Write null, in small letters.",
  TRUE: "Write true, in small letters.",
  FALSE: "Write false, in small letters.",
  True: "Write true, in small letters.",
  False: "Write false, in small letters.",
};

/** The error for a name that is no column. */
export function unknownColumn(scope: Scope, name: string, place: { start: number; end: number }): FormulaError {
  const problem = `There is no column "${name}" (column ${place.start + 1} of the formula).`;
  const habit = Object.hasOwn(habits, name) ? habits[name] : undefined;
  if (habit !== undefined) return new FormulaError(problem, habit, place);
  if (functionTable.has(name)) return new FormulaError(problem, `There is a function of that name: write ${name}(…).`, place);
  const near = nearest(name, scope.columns.keys());
  if (near !== null) return new FormulaError(problem, `Did you mean ${columnInFormula(near)}?`, place);
  const names = [...scope.columns.keys()];
  const list = names.slice(0, 8).map(columnInFormula).join(", ");
  const remedy = names.length === 0 ? "The table has no columns." : `Write one of its columns: ${list}${names.length > 8 ? ", …" : "."}`;
  return new FormulaError(problem, `${remedy} Text stands in double quotes.`, place);
}

const elsewhere: Readonly<Record<string, string>> = {
  avg: "mean",
  average: "mean",
  isnull: "is_missing",
  is_null: "is_missing",
  ifelse: "if_else",
  if: "if_else",
  iff: "if_else",
  ifnull: "coalesce",
  nvl: "coalesce",
  n: "count",
  n_distinct: "distinct",
  count_distinct: "distinct",
  nunique: "distinct",
  sd: "stdev",
  std: "stdev",
  stddev: "stdev",
  var: "variance",
  percentile: "quantile",
  substr: "substring",
  mid: "substring",
  len: "length",
  datediff: "between",
  date_diff: "between",
  dateadd: "add",
  date_add: "add",
  date_trunc: "start_of",
  trunc: "floor",
  int: "floor",
  ln: "log",
  pow: "**",
  power: "**",
  least: "min_of",
  greatest: "max_of",
  includes: "contains",
  in: "one_of",
  to_number: "number",
  parseFloat: "number",
  Number: "number",
  String: "text",
  Date: "time",
  toLowerCase: "lower",
  toUpperCase: "upper",
  startsWith: "starts_with",
  endsWith: "ends_with",
  split: "split_part",
  slice: "substring",
  replaceAll: "replace",
  padStart: "pad_start",
  padEnd: "pad_end",
  getFullYear: "year",
  getMonth: "month",
  getDate: "day",
  toFixed: "round",
};

/** What a function of another language is called here, or null. */
export function calledHere(name: string): string | null {
  if (functionTable.has(name)) return name;
  const known = Object.hasOwn(elsewhere, name) ? elsewhere[name]! : null;
  return known ?? nearest(name, functionTable.keys());
}
