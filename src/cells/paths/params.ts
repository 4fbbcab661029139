import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "paths",
  major: 1,
  title: "Paths",
  question: "Which ways do customers take?",
  icon: "waypoints",
  provides: "table",
  summary: "Draws the ways customers take from one event, to another or between the two, and says where they leave, turn back and arrive.",
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  follow: {
    type: "column",
    of: "from",
    types: ["text", "integer", "boolean"],
    default: "event",
    label: "Steps are",
    hint: 'The column whose values are the steps: the event, the channel, any other; "stage" for the journey’s stages.',
  },
  start: { type: "conditions", of: "from", optional: true, label: "Start at", hint: "Events a path starts with. A customer’s first, if empty." },
  end: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "End at",
    hint: "Events that end a path as reached. Alone, paths are drawn backwards from it.",
  },
  depth: { type: "number", integer: true, min: 1, max: 20, default: 5, unit: "steps", label: "Draw" },
  by: { type: "breakdown", of: "from", optional: true, label: "Compare groups", hint: "The two largest are compared, unless they are named below." },
  show: {
    type: "choice",
    of: ["all", "flow", "transitions", "variants", "loops", "lift"],
    labels: ["all", "flow", "transitions", "paths", "loops", "lift"],
    default: "all",
    view: true,
    label: "Show",
  },
  unit: {
    type: "choice",
    of: ["customer", "session"],
    default: "customer",
    group: "Paths",
    label: "A path is",
    hints: ["All of a customer’s steps.", "The steps of one visit."],
  },
  occurrence: {
    type: "choice",
    of: ["first", "every"],
    default: "first",
    group: "Paths",
    label: "Count",
    hints: ["The first start or end of each customer or visit.", "Every one: the same customer may then count several times."],
  },
  collapse_repeats: { type: "flag", default: true, group: "Paths", label: "Take the same step several times in a row as one" },
  max_gap: { type: "duration", optional: true, group: "Paths", label: "Longest pause", hint: "A longer one ends a path." },
  exit_gap: {
    type: "duration",
    default: "14 days",
    group: "Paths",
    label: "Left after",
    hint: "Whoever was seen later than this before the end of the data counts as still active, not as lost.",
  },
  top: {
    type: "number",
    integer: true,
    min: 1,
    max: 30,
    default: 8,
    unit: "steps",
    group: "Paths",
    label: "Name in each layer",
    hint: "The rest is drawn as other steps.",
  },
  run_length: { type: "number", integer: true, min: 2, max: 6, default: 3, unit: "steps", group: "Paths", label: "Runs of" },
  steps: { type: "conditions", of: "from", optional: true, group: "Only", label: "Events that are steps" },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Only",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  group: { type: "text", optional: true, group: "Comparison", label: "Group" },
  against: { type: "text", optional: true, group: "Comparison", label: "Against" },
  goal: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Lift",
    label: "Towards",
    hint: "Which steps lead to it more often than chance? The end of the paths, if empty.",
  },
  goal_within: { type: "duration", default: "30 days", group: "Lift", label: "Within" },
  pattern_first: { type: "conditions", of: "from", optional: true, group: "Pattern", label: "Did this" },
  pattern_then: { type: "conditions", of: "from", optional: true, group: "Pattern", label: "then this" },
  pattern_without: { type: "conditions", of: "from", optional: true, group: "Pattern", label: "without this between" },
  pattern_within: { type: "duration", default: "7 days", group: "Pattern", label: "within" },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook’s, if empty." },
} as const satisfies ParamSchema;

/** Offers paths for a journey with different steps to take: its events, or the channels where all events are one. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.rows <= shape.customers) return [];
  for (const role of ["event", "channel"] as const) {
    const column = shape.columns.find((found) => found.role === role);
    if (column === undefined || column.distinct < 3) continue;
    const why = `Shows the ways customers in "${shape.name}" take through ${column.distinct} ${role}s, and where they leave.`;
    return [{ params: { from: shape.name, follow: role }, why, confidence: role === "event" ? 0.6 : 0.45 }];
  }
  return [];
}
