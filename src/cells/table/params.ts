import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

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

/** A table is made when someone has a question of their own, which no data can tell. */
export function suggest(): Suggestion[] {
  return [];
}
