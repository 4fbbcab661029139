import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "clusters",
  major: 1,
  title: "Clusters",
  question: "Do customers fall into natural groups?",
  icon: "chart-scatter",
  provides: "segments",
  summary: "Looks for groups of customers who are alike, says whether there are any, and describes each as a persona.",
};

const written = { type: "map", keys: "cluster", of: "cluster", values: { type: "text" }, optional: true, group: "Personas" } as const;

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  behaviour: {
    type: "flag",
    default: true,
    label: "What customers did",
    hint: "Events, days, time since the first and the last, channels and value.",
  },
  features: {
    type: "columns",
    of: "from",
    optional: true,
    label: "What customers are",
    hint: "Attributes; other columns count as they were at the first event.",
  },
  mix: {
    type: "column",
    of: "from",
    types: ["text"],
    optional: true,
    label: "Shares of",
    hint: "Each customer's events by the values of this column.",
  },
  k: { type: "number", integer: true, min: 2, max: 10, optional: true, label: "Clusters", hint: "The number that fits best, if empty." },
  names: { ...written, label: "Names" },
  goals: { ...written, label: "Goals", view: true, hint: "What they want, in your words." },
  pains: { ...written, label: "Pains", view: true, hint: "What gets in their way, in your words." },
  most: { type: "number", integer: true, min: 2, max: 10, default: 8, group: "More", label: "Try up to", unit: "clusters" },
  winsor: { type: "flag", default: true, group: "More", label: "Pull in the outer 1% on each side" },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
  replicates: { type: "number", integer: true, min: 0, max: 2_000, default: 200, group: "More", label: "Bootstrap replicates" },
  seed: { type: "number", integer: true, min: 0, max: 4_294_967_295, default: 1, group: "More", label: "Seed" },
} as const satisfies ParamSchema;

export type ClustersParams = Values<typeof params>;

/** Offers clusters for a journey with enough customers and events. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.customers < 200 || shape.rows < 2 * shape.customers) return [];
  return [{ params: { from: shape.name }, why: `Looks for groups of customers in "${shape.name}" who behave alike.`, confidence: 0.3 }];
}
