import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { models } from "./models.ts";

export const kind: Kind = {
  name: "attribution",
  major: 1,
  title: "Attribution",
  question: "Which touchpoints earn the sale?",
  icon: "split",
  provides: "table",
  summary: "Shares conversions out to the channels before them, by thirteen models, and shows how far these agree.",
};

const paths = "Paths";
const aggregated = "A table of paths";
const spent = "Spend";
const more = "More";

export const params = {
  from: { type: "input", accepts: ["journey", "table"], label: "Journey, or table of paths" },
  conversion: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Conversion",
    hint: "Which events are to be explained. Purchases, if empty.",
  },
  touches: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Touches",
    hint: "Which events may earn credit. Every event with a channel that is no conversion, if empty.",
  },
  model: {
    type: "choice",
    of: models,
    default: "last",
    view: true,
    label: "In use today",
    hint: "Marked in every figure. All models are always computed.",
  },
  credit: { type: "choice", of: ["conversions", "value"], default: "conversions", view: true, label: "Credit" },
  order: { type: "choice", of: ["best", "1", "2", "3"], default: "best", view: true, label: "Markov order shown" },
  preset: {
    type: "choice",
    of: ["none", "google_ads", "ga4", "adobe", "mixpanel", "amplitude"],
    default: "none",
    label: "Rules of",
    labels: ["this cell", "Google Ads", "Google Analytics 4", "Adobe Analytics", "Mixpanel", "Amplitude"],
    hints: [
      "Lookback, half-life and position weights as below.",
      "30 days, half-life 7 days, 40–20–40.",
      "90 days, half-life 7 days; direct visits earn nothing unless the path holds nothing else.",
      "30 days, half-life 7 days; two touches share a J by 25–75.",
      "30 days, half-life 7 days; two touches share a J by 25–75.",
      "30 days; two touches share a J by 30–70, and the touch before the last has half of the middle.",
    ],
  },
  lookback: {
    type: "duration",
    default: "30 days",
    label: "Lookback",
    hint: "From 1 to 365 days before the conversion. A month counts as 30 days.",
    when: { param: "preset", is: ["none"] },
  },
  half_life: {
    type: "duration",
    default: "7 days",
    group: paths,
    label: "Half-life",
    hint: "After which a touch counts half in time decay.",
    when: { param: "preset", is: ["none"] },
  },
  curve: {
    type: "choice",
    of: ["u", "j", "inverse_j", "custom"],
    default: "u",
    group: paths,
    label: "Position",
    labels: ["U", "J", "inverse J", "own"],
    hints: ["40–20–40", "20–20–60", "60–20–20", "First, between and last, as below."],
  },
  position: {
    type: "weights",
    parts: ["first", "between", "last"],
    default: [0.4, 0.2, 0.4],
    group: paths,
    label: "First, between, last",
    when: { param: "curve", is: ["custom"] },
  },
  reset: { type: "flag", default: true, group: paths, label: "A conversion begins a new path" },
  include_conversion_touch: { type: "flag", default: true, group: paths, label: "A touch at the moment of the conversion counts" },
  dedupe: {
    type: "flag",
    default: true,
    group: paths,
    label: "One visit, one touch",
    hint: "Touches of one channel less than 30 minutes apart count once.",
  },
  null_paths: {
    type: "flag",
    default: true,
    group: paths,
    label: "Paths that led to nothing",
    hint: "Markov, the Shapley value of rates and the logistic model learn from them.",
  },
  direct: {
    type: "text",
    default: "direct, (direct), none",
    group: paths,
    label: "Direct channels",
    hint: "Names of channels that are direct visits, with commas between them.",
  },
  path: {
    type: "column",
    of: "from",
    types: ["text"],
    optional: true,
    group: aggregated,
    label: "Path",
    hint: "Channels in order: search > mail > search.",
  },
  conversions: {
    type: "column",
    of: "from",
    types: ["number", "integer"],
    optional: true,
    group: aggregated,
    label: "Conversions",
    hint: "One per row, if empty.",
  },
  value: { type: "column", of: "from", types: ["number", "integer"], optional: true, group: aggregated, label: "Value" },
  nulls: { type: "column", of: "from", types: ["number", "integer"], optional: true, group: aggregated, label: "Without conversion" },
  separator: { type: "text", default: ">", group: aggregated, label: "Between channels" },
  by: { type: "breakdown", of: "from", optional: true, group: "Whom", label: "Break down by" },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Whom",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  window: { type: "window", optional: true, group: "Whom", label: "Conversions between" },
  spend: { type: "input", accepts: ["table"], optional: true, group: spent, label: "Table of spend" },
  spend_channel: { type: "column", of: "spend", types: ["text"], optional: true, group: spent, label: "Channel" },
  spend_date: { type: "column", of: "spend", types: ["time"], optional: true, group: spent, label: "Date" },
  spend_amount: { type: "column", of: "spend", types: ["number", "integer"], optional: true, group: spent, label: "Amount" },
  margin: {
    type: "number",
    min: 1,
    max: 100,
    unit: "%",
    optional: true,
    view: true,
    group: spent,
    label: "Gross margin",
    hint: "Draws where spend pays back.",
  },
  replicates: {
    type: "number",
    integer: true,
    min: 0,
    max: 2_000,
    default: 200,
    group: more,
    label: "Bootstrap replicates",
    hint: "For the intervals. 0 leaves them out.",
  },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: more, label: "Level of intervals", hint: "The notebook's, if empty." },
  seed: { type: "number", integer: true, min: 0, max: 4_294_967_295, default: 1, group: more, label: "Seed" },
} as const satisfies ParamSchema;

const sale = /^(purchase|order|buy|bought|checkout_completed|payment)/i;

/** Offers attribution for a journey with channels and something that looks like a sale among its events. */
export function suggest(shape: InputShape): Suggestion[] {
  const channel = shape.columns.find((column) => column.role === "channel");
  if (shape.provides !== "journey" || channel === undefined || channel.distinct < 2) return [];
  const events = shape.columns.find((column) => column.role === "event")?.top ?? [];
  const purchase = events.find((name) => sale.test(name));
  if (purchase === undefined) return [];
  const conversion = [{ column: "event", is: purchase }];
  const others = events.length > 1;
  return [
    {
      params: others ? { from: shape.name, conversion } : { from: shape.name, conversion, touches: conversion, reset: false },
      why: `Shares "${purchase}" out to the ${channel.distinct} channels of "${shape.name}", by thirteen models.`,
      confidence: others ? 0.7 : 0.3,
    },
  ];
}
