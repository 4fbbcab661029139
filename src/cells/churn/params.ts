import type { JsonRecord } from "../../schema/json.ts";
import type { ParamSchema, Values } from "../../schema/parameter.ts";
import { plainName } from "../../schema/plain-name.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "churn",
  major: 1,
  title: "Churn",
  question: "Who is about to leave?",
  icon: "user-minus",
  provides: "table",
  summary: "Learns from those who left who is likely to leave next, says how far that can be trusted, and whom to contact.",
  settings: ["timezone", "level"],
};

const worth = "What a contact is worth";
const journey = "From a journey";
const features = "Features of a journey";
const table = "From a table";

export const params = {
  from: { type: "input", accepts: ["journey", "table"], label: "From", hint: "A journey, or a table with one row per customer." },
  active: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Staying means",
    hint: "Which events of a journey count as activity. Any event, if empty.",
  },
  windows: {
    type: "windows",
    of: "from",
    default: { observation: "180 days", gap: "7 days", outcome: "90 days", snapshot: null },
    label: "Windows",
    hint: "Behaviour is observed before the snapshot; who is not active during the outcome has left. The gap leaves time to act.",
  },
  model: {
    type: "choice",
    of: ["boosting", "logistic"],
    default: "boosting",
    label: "Model",
    hints: ["Trees that mend one another: follows bends and combinations.", "A weighted sum of the features: simpler to read."],
  },
  contact_cost: { type: "number", min: 0, max: 1e9, optional: true, group: worth, label: "Cost of a contact" },
  value: { type: "number", min: 0, max: 1e12, optional: true, group: worth, label: "Saved if it works" },
  save_rate: {
    type: "number",
    min: 0,
    max: 1,
    optional: true,
    group: worth,
    label: "Works for",
    hint: "Of those who would leave, the share whom a contact keeps, from 0 to 1. Measure it with an experiment.",
  },
  holdout: {
    type: "number",
    min: 0,
    max: 0.9,
    default: 0.1,
    group: worth,
    label: "Held out",
    hint: "The share of customers, drawn by chance, not to contact: they show later whether contacting helped.",
  },
  cancel: {
    type: "conditions",
    of: "from",
    optional: true,
    group: journey,
    label: "Leaving means",
    hint: "With contracts: the event that ends one. Without, leaving is not being active.",
  },
  snapshots: {
    type: "number",
    integer: true,
    min: 1,
    max: 12,
    default: 3,
    group: journey,
    label: "Snapshots",
    hint: "The last one tests, those before it teach. Spaced so that no outcome reaches into the test.",
  },
  where: { type: "conditions", of: "from", optional: true, group: journey, label: "Only customers where" },
  attributes: {
    type: "columns",
    of: "from",
    optional: true,
    group: features,
    label: "Attributes",
    hint: "Those known since a date, if empty. Others may know the future: choose them only if they cannot.",
  },
  rhythm: { type: "flag", default: true, group: features, label: "Rhythm: how recent, how often, which trend" },
  mix: { type: "flag", default: true, group: features, label: "Mix: events, channels, visits" },
  money: { type: "flag", default: true, group: features, label: "Money: value, refunds" },
  scores: { type: "flag", default: true, group: features, label: "Scores: last answer and its age" },
  id: { type: "column", of: "from", optional: true, group: table, label: "Customer" },
  label: { type: "column", of: "from", optional: true, group: table, label: "Left", hint: "The column that says who left." },
  left: { type: "text", optional: true, group: table, label: "Which value means left", hint: 'Such as "Yes" or 1. Guessed, if empty.' },
  features: { type: "columns", of: "from", optional: true, group: table, label: "Features", hint: "All other columns, if empty." },
  recency: {
    type: "column",
    of: "from",
    types: ["number", "integer"],
    optional: true,
    group: table,
    label: "Days since last seen",
    hint: "For the simple rule to compare with.",
  },
  fold: { type: "column", of: "from", optional: true, group: table, label: "Fold", hint: "Which part of the cross-validation a row is in." },
  keep: {
    type: "text",
    optional: true,
    group: "Kept model",
    label: "In the notebook",
    hint: "It scores the data as they are now, and learns nothing new. Empty it to learn again.",
  },
  kept_file: { type: "file", optional: true, group: "Kept model", label: "In a file" },
  penalty: {
    type: "number",
    min: 0,
    max: 1e6,
    default: 1,
    group: "More",
    label: "Penalty",
    hint: "Of the logistic model, on z-scores. 0 gives Wald errors.",
  },
  trees: { type: "number", integer: true, min: 1, max: 1_000, default: 300, group: "More", label: "Trees at most" },
  learning_rate: { type: "number", min: 0.001, max: 1, default: 0.05, group: "More", label: "Learning rate" },
  leaves: { type: "number", integer: true, min: 2, max: 63, default: 15, group: "More", label: "Leaves per tree" },
  min_child: { type: "number", integer: true, min: 1, max: 10_000, default: 20, group: "More", label: "Customers per leaf at least" },
  folds: { type: "number", integer: true, min: 2, max: 10, default: 5, group: "More", label: "Folds" },
  replicates: { type: "number", integer: true, min: 50, max: 1_000, default: 200, group: "More", label: "Bootstrap replicates" },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
  seed: { type: "number", integer: true, min: 0, max: 4_294_967_295, default: 1, group: "More", label: "Seed" },
} as const satisfies ParamSchema;

/** The parameters of a churn cell. */
export type ChurnParams = Values<typeof params>;

const enough = 200;

/** Offers churn for a table with one row per customer and a column that says who left. */
function suggestLabelled({ name, rows, columns }: InputShape): Suggestion[] {
  const label = columns.find(
    (column) =>
      column.distinct === 2 && /^(is_|has_)?(churn(ed)?|attrition|left|exited|cancel(l)?ed)(_flag|_label|_value)?$/.test(plainName(column.name)),
  );
  if (label === undefined || rows < enough) return [];
  const id = columns.find(
    (column) => /(^|_)(id|number|no|key)$/.test(plainName(column.name)) && column.type !== "time" && column.distinct > rows / 2,
  );
  return [
    {
      params: { from: name, label: label.name, ...(id === undefined ? {} : { id: id.name }) },
      why: `Shows who is about to leave, learned from "${label.name}" in ${rows.toLocaleString("en-US")} rows of "${name}".`,
      confidence: 0.7,
    },
  ];
}

const lengths = [14, 30, 45, 60, 90, 120, 150, 180, 270, 365];
const usualGap = 7;

/** Windows for customers who pause so long between two activities: who is silent for longer than nine in ten pauses has probably left. */
function windowsFor(pause: number | undefined, [from, to]: readonly [number, number]): { windows?: JsonRecord } {
  if (pause === undefined) return {};
  const days = (to - from) / 86_400_000;
  // Two snapshots and what they look back on must fit into the data.
  const outcome = lengths.find((length) => length >= pause && 4 * length + usualGap <= days);
  if (outcome === undefined) return {};
  const observation = Math.max(2 * outcome, Math.min(180, days - 2 * outcome - usualGap) | 0);
  return { windows: { observation: `${observation} days`, gap: `${usualGap} days`, outcome: `${outcome} days`, snapshot: null } };
}

/** Offers churn for a journey in which customers come more than once. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides === "table") return suggestLabelled(shape);
  if (shape.provides !== "journey" || shape.customers === undefined) return [];
  if (shape.customers < enough || shape.rows < 2 * shape.customers) return [];
  const events = shape.columns.find((column) => column.role === "event")?.top ?? [];
  const purchase = events.find((name) => /^(purchase|order|buy|bought|checkout_completed|payment)/i.test(name));
  const cancel = events.find((name) => /^(cancel|churn|unsubscrib|terminat)/i.test(name));
  return [
    {
      params: {
        from: shape.name,
        ...(purchase === undefined || events.length < 2 ? {} : { active: [{ column: "event", is: purchase }] }),
        ...(cancel === undefined ? {} : { cancel: [{ column: "event", is: cancel }] }),
        ...(shape.window === undefined || cancel !== undefined ? {} : windowsFor(shape.pauses?.[purchase ?? events[0] ?? ""], shape.window)),
      },
      why: `Shows who is about to leave: customers in "${shape.name}" have ${(shape.rows / shape.customers).toFixed(1)} events each to learn from.`,
      confidence: 0.6,
    },
  ];
}
