import type { ColumnShape } from "../../../schema/shape.ts";
import type { Verb, VerbName } from "../../../schema/verbs.ts";

/** What a verb does, for its menu. */
export const verbSentences: Record<VerbName, string> = {
  filter: "Keep rows where a formula is true",
  derive: "Compute new columns",
  select: "Keep some columns, in this order",
  rename: "Give columns other names",
  groupby: "Group the rows for what follows",
  rollup: "One row per group",
  orderby: "Sort the rows",
  join: "Bring in columns of another table",
  window: "Number, rank and add up rows in an order",
  dedupe: "Keep the first of rows that are alike",
  sample: "Keep some rows, drawn by chance",
  fold: "Turn columns into rows",
  pivot: "Turn values into columns",
  unroll: "Make a row of each part of a text",
  concat: "Put the rows of other tables below",
};

/** A step to start from, that runs as it stands. */
export function newVerb(name: VerbName, columns: readonly ColumnShape[], tables: readonly string[]): Verb {
  const first = columns[0]?.name ?? "column";
  const amount = columns.find((column) => column.type === "number" || column.type === "integer")?.name;
  const group = columns.find((column) => column.type === "text")?.name ?? first;
  switch (name) {
    case "filter":
      return { filter: `!is_missing(col(${JSON.stringify(first)}))` };
    case "derive":
      return { derive: { new_column: amount === undefined ? `col(${JSON.stringify(first)})` : `col(${JSON.stringify(amount)}) * 1` } };
    case "select":
      return { select: columns.length === 0 ? [first] : columns.map((column) => column.name) };
    case "rename":
      return { rename: { [first]: first } };
    case "groupby":
      return { groupby: [group] };
    case "rollup":
      return { rollup: { rows: "count()" } };
    case "orderby":
      return { orderby: [first] };
    case "join":
      return { join: { from: tables[0] ?? "table", on: [first], how: "left" } };
    case "window":
      return { window: { orderby: [columns.find((column) => column.type === "time")?.name ?? first], columns: { number: { is: "row_number" } } } };
    case "dedupe":
      return { dedupe: [first] };
    case "sample":
      return { sample: { rows: 1000, seed: 1 } };
    case "fold":
      return { fold: { columns: [amount ?? first], key: "column", value: "value" } };
    case "pivot":
      return { pivot: { column: group, value: "count()" } };
    case "unroll":
      return { unroll: { column: group, by: "," } };
    case "concat":
      return { concat: [tables[0] ?? "table"] };
  }
}
