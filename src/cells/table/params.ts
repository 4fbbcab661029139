import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { guessAmount } from "./guess-amount.ts";

export const kind: Kind = {
  name: "table",
  major: 1,
  title: "Table",
  question: "What do I want to see?",
  icon: "table-2",
  provides: "table",
  summary: "Filters, derives, groups, orders and joins tables, step by step, with the rows each step leaves.",
  settings: ["timezone", "weekStart"],
};

export const params = {
  from: { type: "input", accepts: ["table"], label: "Table" },
  verbs: { type: "verbs", of: "from", optional: true, label: "Steps" },
} as const satisfies ParamSchema;

export type Params = Values<typeof params>;

/** Offers to work out an amount that is not there; any other table is made when someone has a question of their own, which no data can tell. */
export function suggest(shape: InputShape): Suggestion[] {
  const amount = shape.provides === "table" ? guessAmount(shape) : null;
  return amount === null ? [] : [amount];
}
