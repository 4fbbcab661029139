import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "rfm",
  major: 1,
  title: "Recency, frequency, money",
  question: "Who are the best customers, and which of them are slipping away?",
  icon: "grid-3x3",
  provides: "segments",
  summary: "Scores customers by how recently, how often and for how much they bought, names the 25 cells, and says what is at risk.",
};

const fixed = { param: "scoring", is: ["fixed"] } as const;

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  purchase: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Purchases are",
    hint: "Which events count. Any event with a value, if empty; negative values are refunds.",
  },
  scoring: {
    type: "choice",
    of: ["quintiles", "cut_points", "fixed"],
    labels: ["fifths", "quantiles", "my own cuts"],
    default: "quintiles",
    label: "Scores",
    hints: [
      "By rank, five groups as equal as ties allow: equal customers always get equal scores.",
      "By the 20, 40, 60 and 80% quantiles; a value at a cut belongs below it.",
      "By your own four cuts for each measure.",
    ],
  },
  recency_cuts: { type: "text", default: "30, 60, 120, 240", label: "Cuts of recency", hint: "Days, increasing.", when: fixed },
  frequency_cuts: { type: "text", default: "1, 2, 4, 8", label: "Cuts of frequency", hint: "Orders, increasing.", when: fixed },
  monetary_cuts: { type: "text", default: "50, 100, 200, 500", label: "Cuts of money", hint: "Increasing.", when: fixed },
  lookback: { type: "duration", default: "365 days", label: "Look back", hint: "Customers without a purchase in this time are not scored." },
  compare: {
    type: "text",
    format: "date",
    optional: true,
    label: "Compare with",
    hint: "An earlier date: who moved where since, by the cuts of that day.",
  },
  as_of: {
    type: "text",
    format: "date",
    optional: true,
    group: "More",
    label: "As of",
    hint: "As things were when that day began. The end of the data, if empty.",
  },
  frequency: {
    type: "choice",
    of: ["orders", "days"],
    default: "orders",
    group: "More",
    label: "Frequency counts",
    hints: ["Distinct order ids where the journey has them, else events.", "Local days with a purchase."],
  },
  monetary: { type: "choice", of: ["total", "mean"], default: "total", group: "More", label: "Money is", hints: ["All of it.", "Per order or day."] },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
} as const satisfies ParamSchema;

export type RfmParams = Values<typeof params>;

/** Offers scores for a journey whose events have a value. */
export function suggest(shape: InputShape): Suggestion[] {
  const value = shape.columns.find((column) => column.role === "value");
  if (shape.provides !== "journey" || value === undefined || shape.customers === undefined || shape.rows <= shape.customers) return [];
  return [
    {
      params: { from: shape.name },
      why: `Scores the customers in "${shape.name}" by their last purchase, their number of purchases and "${value.name}".`,
      confidence: 0.6,
    },
  ];
}
