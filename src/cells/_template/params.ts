import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "tally",
  major: 1,
  title: "Tally",
  question: "Who are they?",
  icon: "chart-bar",
  provides: "table",
  summary: "Counts customers by the values of a column.",
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "Journey" },
  by: { type: "breakdown", of: "from", label: "Count by" },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
} as const satisfies ParamSchema;

export type TallyParams = Values<typeof params>;

/** Offers a count by channel where a journey has channels. */
export function suggest(shape: InputShape): Suggestion[] {
  const channel = shape.columns.find((column) => column.role === "channel");
  if (shape.provides !== "journey" || channel === undefined) return [];
  return [
    {
      params: { from: shape.name, by: channel.name },
      why: `Counts the customers of "${shape.name}" by the channel of their first event.`,
      confidence: 0.2,
    },
  ];
}
