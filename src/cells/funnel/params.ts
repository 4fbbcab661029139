import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { usualSteps } from "./usual-steps.ts";

export const kind: Kind = {
  name: "funnel",
  major: 1,
  title: "Funnel",
  question: "Where do customers drop off?",
  icon: "filter",
  provides: "table",
  summary: "Follows customers from step to step, and says how many go on, how long it takes them, and what those who stop do instead.",
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  steps: { type: "steps", of: "from", label: "Steps" },
  window: {
    type: "duration",
    default: "7 days",
    label: "Within",
    hint: "From the first step to the last. A month is 30 days.",
  },
  order: {
    type: "choice",
    of: ["ordered", "strict", "any"],
    labels: ["in order", "in order, nothing between", "in any order"],
    default: "ordered",
    label: "Order",
    hints: [
      "Steps one after the other; other events may lie between.",
      "Another event between two steps ends the attempt.",
      "As many different steps as were done within the time; a step that keeps its place comes after all before it.",
    ],
  },
  by: { type: "breakdown", of: "from", optional: true, label: "Break down by" },
  breakdown_at: {
    type: "choice",
    of: ["entry", "last", "step", "all"],
    labels: ["first step", "last step reached", "a certain step", "every step"],
    default: "entry",
    label: "Taken from",
    hints: [
      "The value at the first step.",
      "The value at the last step reached. It compares customers by their own success.",
      "The value at one step; who did not get there is a group of its own.",
      "All steps with the same value. A customer counts in every group entered, so groups add up to more than all.",
    ],
  },
  breakdown_step: { type: "number", integer: true, min: 1, max: 50, default: 1, label: "Step", when: { param: "breakdown_at", is: ["step"] } },
  counting: {
    type: "choice",
    of: ["unique", "totals", "sessions"],
    labels: ["customers", "attempts", "sessions"],
    default: "unique",
    group: "Counting",
    label: "Count",
    hints: ["Each customer once.", "Every attempt of every customer.", "Each session once; a chain stays within its session."],
  },
  entry: {
    type: "choice",
    of: ["best", "first"],
    labels: ["whichever gets furthest", "the first one"],
    default: "best",
    group: "Counting",
    label: "Entry",
    hints: [
      "Any first step may begin the chain, the most recent before the second.",
      "Only the first first step begins it; later ones start no new clock.",
    ],
  },
  strict_scope: {
    type: "choice",
    of: ["all", "steps"],
    labels: ["any event", "another step"],
    default: "all",
    group: "Counting",
    label: "Ended by",
    when: { param: "order", is: ["strict"] },
  },
  ties: {
    type: "choice",
    of: ["seq", "either", "strict_increase"],
    labels: ["as in the file", "either order", "one step a moment"],
    default: "seq",
    group: "Counting",
    label: "Same moment",
    hints: [
      "Events of the same moment keep the order of the file.",
      "Events of the same moment count in the order of the steps.",
      "A step must be later than the one before it.",
    ],
  },
  tie_seconds: {
    type: "number",
    min: 0,
    max: 3600,
    default: 0,
    unit: "s",
    group: "Counting",
    label: "Same moment, if within",
    when: { param: "ties", is: ["either"] },
  },
  exclusion: {
    type: "choice",
    of: ["drop", "remove"],
    labels: ["ends the attempt", "leaves the customer out"],
    default: "drop",
    group: "Counting",
    label: "An excluded event",
    hints: ["The customer counts up to the step before it.", "The customer does not count at all."],
  },
  hold: {
    type: "columns",
    of: "from",
    optional: true,
    group: "Counting",
    label: "Same value at every step",
    hint: "Steps belong together only if these columns are equal, such as the product. Events without a value are left out.",
  },
  mature: {
    type: "flag",
    default: true,
    group: "Who counts",
    label: "Leave out who entered too late",
    hint: "Those whose time is not over when the data end. Counting them makes the latest weeks look worse than they are.",
  },
  entered: { type: "window", optional: true, group: "Who counts", label: "Entered between", hint: "Later steps may lie behind it." },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Who counts",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  window_curve: { type: "flag", default: true, group: "More", label: "Try shorter and longer times" },
  compare: {
    type: "flag",
    default: false,
    group: "More",
    label: "Compare with other rules",
    hint: "The same steps by every entry policy and as Mixpanel, Amplitude, PostHog and Adobe count them.",
  },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
  seed: { type: "number", integer: true, min: 0, max: 4_294_967_295, default: 1, group: "More", label: "Seed" },
  replicates: {
    type: "number",
    integer: true,
    min: 0,
    max: 2_000,
    default: 200,
    group: "More",
    label: "Bootstrap replicates",
    hint: "For the intervals where attempts or sessions are counted. 0 leaves them out.",
    when: { param: "counting", is: ["totals", "sessions"] },
  },
} as const satisfies ParamSchema;

/** Offers a funnel where the events hold at least two steps that usually follow one another. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey") return [];
  const found = usualSteps(shape.columns.find((column) => column.role === "event")?.top ?? []);
  if (found.length < 2) return [];
  const steps = found.map((event) => ({ where: [{ column: "event", is: event }] }));
  const words = `"${found[0]}" to "${found.at(-1)}"`;
  return [{ params: { from: shape.name, steps }, why: `Shows where customers drop off on the way from ${words}.`, confidence: 0.7 }];
}
