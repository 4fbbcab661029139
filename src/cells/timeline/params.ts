import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "timeline",
  major: 1,
  title: "Timeline",
  question: "What is the journey like for one customer?",
  icon: "calendar",
  provides: "table",
  summary: "All that happened with one customer, from every source on one axis.",
  settings: [],
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  segment: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Of customers",
    hint: "With an event that meets this, or in a segment.",
  },
  order: {
    type: "choice",
    of: ["id", "events", "value", "risk"],
    labels: ["by id", "most events first", "most value first", "highest risk first"],
    default: "id",
    label: "In the order",
  },
  position: { type: "number", min: 1, max: 100_000_000, integer: true, default: 1, label: "Which of them" },
  customer: { type: "text", optional: true, label: "Or this customer", hint: "An id, or a part of it. It is then written in the notebook." },
  show_identity: { type: "flag", default: false, label: "Show who it is", hint: "The id is otherwise neither shown nor shared." },
  risk: {
    type: "input",
    accepts: ["table"],
    optional: true,
    group: "More",
    label: "Risk of leaving",
    hint: 'A table with "customer" and "probability", such as the scores of a churn cell.',
  },
} as const satisfies ParamSchema;

export type TimelineParams = Values<typeof params>;

/** Offers to look at the customer with the most events, where customers have several. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.rows < 3 * shape.customers) return [];
  const each = Math.round(shape.rows / shape.customers);
  return [
    {
      params: { from: shape.name, order: "events" },
      name: "one",
      why: `Shows one customer of "${shape.name}" at a time: each has about ${each} events.`,
      confidence: 0.4,
    },
  ];
}
