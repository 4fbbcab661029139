import type { ColumnType } from "../column.ts";

/** One value a function takes. */
export interface Parameter {
  name: string;
  takes: readonly ColumnType[];
  /** Has the same type as every other parameter marked so, and as the result where that is "same". */
  same?: true;
  optional?: true;
  /** Any number of further values like this one. */
  rest?: true;
  /** Must be written out, not computed: a number, a text, or a regular expression. */
  written?: "number" | "text" | "pattern";
  /** The only texts it may be. */
  choices?: readonly string[];
}

/** A function of the formula language: everything that checking, messages, completion and the reference need. */
export interface FormulaFunction {
  name: string;
  parameters: readonly Parameter[];
  result: ColumnType | "same";
  /** One sentence. */
  doc: string;
  /** A formula, and what it gives; a time as ISO text in UTC. Its columns are those of `exampleColumns`. */
  example: { formula: string; gives: string | number | boolean | null };
  /** Works on all rows of a group at once. */
  aggregate?: true;
}

export const anything: readonly ColumnType[] = ["number", "integer", "boolean", "time", "text"];
export const numbers: readonly ColumnType[] = ["number", "integer"];
export const ordered: readonly ColumnType[] = ["number", "integer", "time", "text"];

/** The table every example is about: three rows. */
export const exampleColumns = {
  amount: { type: "number", values: [10, 20, 60] },
  channel: { type: "text", values: ["mail", "ads", "mail"] },
  paid: { type: "boolean", values: [true, false, true] },
} as const;

/** How a function is called: "round(x, digits?)". */
export function signature({ name, parameters }: FormulaFunction): string {
  const words = parameters.map((parameter) => `${parameter.name}${parameter.optional ? "?" : ""}${parameter.rest ? ", …" : ""}`);
  return `${name}(${words.join(", ")})`;
}
