import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "retention",
  major: 1,
  title: "Retention",
  question: "Who stays?",
  icon: "repeat",
  provides: "table",
  summary: "Follows customers by the period they started in, and says how many come back and what they bring.",
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  return: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Returning means",
    hint: "Which events count as coming back. Any event, if empty.",
  },
  measure: {
    type: "choice",
    of: ["classic", "unbounded", "trailing", "bracket"],
    default: "classic",
    label: "Measure",
    hints: [
      "Came back in that very period.",
      "Came back in that period or in one of the next, up to the look-ahead. Some products call this rolling retention.",
      "Came back in that period or in one of those just before it.",
      "Came back on any day of the range, counted from the first one.",
    ],
  },
  look_ahead: {
    type: "number",
    integer: true,
    min: 0,
    max: 100,
    default: 3,
    unit: "periods",
    label: "Look ahead",
    hint: "The same for every cohort, so that cohorts stay comparable.",
    when: { param: "measure", is: ["unbounded"] },
  },
  trailing: {
    type: "number",
    integer: true,
    min: 1,
    max: 24,
    default: 2,
    unit: "periods",
    label: "Within the last",
    hint: "Counts the period itself.",
    when: { param: "measure", is: ["trailing"] },
  },
  brackets: {
    type: "ranges",
    default: [
      [0, 0],
      [1, 3],
      [4, 7],
      [8, 14],
      [15, 30],
    ],
    label: "Ranges of days",
    hint: "Days since the first one, in increasing order and without overlap.",
    when: { param: "measure", is: ["bracket"] },
  },
  grain: { type: "choice", of: ["day", "week", "month", "quarter"], default: "month", label: "Grain" },
  by: { type: "breakdown", of: "from", optional: true, label: "Break down by" },
  start: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Cohorts",
    label: "Starts with",
    hint: "A customer's first such event decides the cohort. The first that counts as coming back, if empty.",
    when: { param: "acquired", is: [null] },
  },
  periods: {
    type: "choice",
    of: ["calendar", "rolling"],
    default: "calendar",
    group: "Cohorts",
    label: "Periods",
    hints: [
      "January, February, …, in the notebook's time zone.",
      "Each customer's periods begin at their own first moment. A month is 30 days, a quarter 90.",
    ],
  },
  horizon: { type: "number", integer: true, min: 1, max: 400, default: 24, unit: "periods", group: "Cohorts", label: "Up to" },
  complete_only: {
    type: "flag",
    default: true,
    group: "Cohorts",
    label: "Leave unfinished periods out of averages",
    when: { param: "periods", is: ["calendar"] },
  },
  burn_in: {
    type: "number",
    integer: true,
    min: 0,
    max: 400,
    default: 0,
    unit: "cohorts",
    group: "Cohorts",
    label: "Drop the first",
    hint: "The first cohorts of a file often hold customers who started before it.",
  },
  acquired: {
    type: "column",
    of: "from",
    types: ["time"],
    optional: true,
    group: "Cohorts",
    label: "Acquired on",
    hint: "A customer attribute that says when they started, instead of the first event.",
  },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Only customers where",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  value: {
    type: "flag",
    default: true,
    group: "More",
    label: "Revenue",
    hint: "Adds up the journey's value per cohort and period, refunds taken off.",
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
    hint: "For the intervals of revenue. 0 leaves them out.",
  },
} as const satisfies ParamSchema;

/** Offers retention for a journey with more events than customers, by its purchases where an event is named so. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.rows <= shape.customers) return [];
  const events = shape.columns.find((column) => column.role === "event")?.top ?? [];
  const purchase = events.find((name) => /^(purchase|order|buy|bought|checkout_completed|payment)/i.test(name));
  const condition = purchase === undefined || events.length < 2 ? {} : { return: [{ column: "event", is: purchase }] };
  const what = purchase === undefined ? "have more than one event" : `can come back with "${purchase}"`;
  return [{ params: { from: shape.name, ...condition }, why: `Shows who stays: customers in "${shape.name}" ${what}.`, confidence: 0.8 }];
}
