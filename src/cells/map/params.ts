import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "map",
  major: 1,
  title: "Journey map",
  question: "What is the journey like?",
  icon: "map",
  provides: "table",
  summary: "Draws stages across and touchpoints down: who comes, who goes on, who leaves, how it feels, and where to act first.",
};

const opportunities = "Where to act first";
const feeling = "Feeling";
const more = "More";

export const params = {
  from: { type: "input", accepts: ["journey"], label: "From" },
  touchpoint: {
    type: "columns",
    of: "from",
    optional: true,
    label: "Touchpoints",
    hint: "The column that says where customers were met; several make pairs. The channel, or else the event, if empty.",
  },
  conversion: {
    type: "conditions",
    of: "from",
    optional: true,
    label: "Conversion",
    hint: "Which events are the goal. Events with a value above 0, if empty.",
  },
  within: {
    type: "duration",
    default: "30 days",
    label: "Within",
    hint: "How soon after a touch a conversion counts, and after how long whoever is not seen again has dropped off.",
  },
  by: {
    type: "breakdown",
    of: "from",
    optional: true,
    label: "Break down by",
    hint: "Segments to compare, and to learn the best from. A column of events counts as it was at the touch.",
  },
  shade: {
    type: "choice",
    of: ["stay", "conversion"],
    labels: ["who stays", "who converts"],
    default: "stay",
    view: true,
    label: "Colours",
    hint: "Compared with the average of the stage.",
  },
  period: { type: "window", optional: true, group: "Compare periods", label: "Period", hint: "Customers whose first touch lies in it." },
  against: {
    type: "window",
    optional: true,
    group: "Compare periods",
    label: "Against",
    hint: "The period to compare with. Everything before the period, if empty.",
  },
  exit_gap: {
    type: "duration",
    default: "14 days",
    group: opportunities,
    label: "Gone after",
    hint: "A last touch counts as an exit only when the data go on for so long behind it.",
  },
  least: {
    type: "number",
    integer: true,
    min: 2,
    max: 100_000,
    default: 30,
    unit: "customers",
    group: opportunities,
    label: "Compare from",
    hint: "Groups of fewer customers are counted and not compared; a feeling of fewer is a gap.",
  },
  answers: {
    type: "conditions",
    of: "from",
    optional: true,
    group: feeling,
    label: "Survey answers",
    hint: "Which events are answers, and no touchpoints. Every event with a score, if empty.",
  },
  source: {
    type: "choice",
    of: ["csat", "ces", "nps"],
    labels: ["satisfaction", "effort", "recommendation"],
    default: "csat",
    group: feeling,
    label: "Line",
    hint: "Drawn as the line where enough customers answered it; the next one otherwise. Scales are never mixed.",
  },
  link: {
    type: "duration",
    default: "7 days",
    group: feeling,
    label: "Linked within",
    hint: "An answer belongs to the last touchpoint before it, if that is not longer ago.",
  },
  hard: { type: "flag", default: false, group: feeling, label: "A high effort score means hard" },
  where: {
    type: "conditions",
    of: "from",
    optional: true,
    group: "Only customers where",
    label: "Customers",
    hint: "Customers with at least one event that meets this.",
  },
  level: { type: "number", min: 0.5, max: 0.999, optional: true, group: more, label: "Level of intervals", hint: "The notebook's, if empty." },
} as const satisfies ParamSchema;

/** Offers a map for a journey with several touchpoints, surer where customers also say how they feel. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "journey" || shape.customers === undefined || shape.rows <= shape.customers) return [];
  const several = (role: string) => shape.columns.find((column) => column.role === role && column.distinct > 1);
  const touchpoint = several("channel") ?? several("event");
  if (touchpoint === undefined) return [];
  const purchase = shape.columns.find((column) => column.role === "event")?.top?.find((name) => /^(purchase|order|buy|payment)/i.test(name));
  const feels = shape.columns.some((column) => column.role === "score");
  return [
    {
      params: {
        from: shape.name,
        touchpoint: [touchpoint.name],
        ...(purchase === undefined ? {} : { conversion: [{ column: "event", is: purchase }] }),
      },
      why: `Draws the journey through ${touchpoint.distinct} touchpoints ("${touchpoint.name}")${feels ? ", and how customers felt there" : ""}.`,
      confidence: feels ? 0.75 : 0.55,
    },
  ];
}
