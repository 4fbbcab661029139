import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "segment",
  major: 1,
  title: "Segments",
  question: "Who are they?",
  icon: "users",
  provides: "segments",
  summary: "Names groups of customers by rules on what they are and did, and says how large they are, how they overlap and how they differ.",
};

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  segments: { type: "rules", of: "from", label: "Segments", hint: "Customers belong to a segment when they meet all its rules." },
  exclusive: {
    type: "flag",
    default: false,
    label: "Each customer in one segment only",
    hint: "Who meets the rules of several belongs to the first.",
  },
  as_of: {
    type: "text",
    format: "date",
    optional: true,
    label: "As of",
    hint: "As things were known when that day began. The end of the data, if empty.",
  },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Only customers where",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  traits: {
    type: "columns",
    of: "from",
    optional: true,
    group: "How they differ",
    label: "Also compare",
    hint: "Attributes and behaviour are compared anyway; other columns count as they were at the first event.",
  },
  rest: { type: "text", default: "Everyone else", group: "More", label: "Name of the rest" },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: "More", label: "Level of intervals", hint: "The notebook's, if empty." },
  replicates: {
    type: "number",
    integer: true,
    min: 0,
    max: 2_000,
    default: 200,
    group: "More",
    label: "Bootstrap replicates",
    hint: "For the intervals of differences. 0 leaves them out.",
  },
  seed: { type: "number", integer: true, min: 0, max: 4_294_967_295, default: 1, group: "More", label: "Seed" },
} as const satisfies ParamSchema;

export type SegmentParams = Values<typeof params>;

/** Offers those who came back against those who did not, for a journey with several events a customer. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.rows <= shape.customers) return [];
  const events = shape.columns.find((column) => column.role === "event")?.top ?? [];
  const purchase = events.find((name) => /^(purchase|order|buy|bought|payment)/i.test(name));
  const did = purchase === undefined ? [] : [{ column: "event", is: purchase }];
  const what = purchase === undefined ? "events on several days" : `"${purchase}" on several days`;
  return [
    {
      params: { from: shape.name, segments: [{ name: "returning", rules: [{ did, measure: "days", atLeast: 2 }] }] },
      why: `Names customers in "${shape.name}" with ${what}, and says how they differ from the others.`,
      confidence: 0.55,
    },
  ];
}
