import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { defaultChannels, describeChannels } from "./default-channels.ts";

export const kind: Kind = {
  name: "chart",
  major: 1,
  title: "Chart",
  question: "What does it look like?",
  icon: "chart-line",
  provides: "table",
  summary: "Draws any table: lines, bars, dots, areas, histograms, heat maps, ranges and boxes, counted and summed from all of its rows.",
  settings: ["timezone", "weekStart"],
};

const grouped = { param: "mark", is: ["auto", "bar", "line", "area", "dot", "rule", "heat"] } as const;

export const params = {
  from: { type: "input", accepts: ["table"], label: "Table" },
  mark: {
    type: "choice",
    of: ["auto", "bar", "line", "area", "dot", "rule", "histogram", "heat", "box"],
    labels: ["what suits", "bars", "lines", "areas", "dots", "ranges", "histogram", "heat map", "boxes"],
    default: "auto",
    label: "Mark",
  },
  x: {
    type: "column",
    of: "from",
    optional: true,
    label: "Across (x)",
    hint: "Categories, times or numbers. What suits the table, if both are empty.",
  },
  y: { type: "column", of: "from", optional: true, label: "Value (y)", hint: "The number of rows, if empty. In a heat map, the lines." },
  aggregate: {
    type: "choice",
    of: ["auto", "none", "count", "sum", "mean", "median", "min", "max", "distinct"],
    labels: ["what suits", "as it is", "number of rows", "sum", "mean", "median", "least", "greatest", "distinct values"],
    default: "auto",
    label: "Taken together by",
    when: grouped,
  },
  colour: { type: "column", of: "from", optional: true, label: "Colour", hint: "One colour for each value. In a heat map, the value." },
  grain: {
    type: "choice",
    of: ["auto", "none", "day", "week", "month", "quarter", "year"],
    labels: ["what suits", "none", "day", "week", "month", "quarter", "year"],
    default: "auto",
    label: "Time in",
    hint: "Local calendar periods.",
  },
  bins: { type: "number", min: 2, max: 200, integer: true, optional: true, label: "Bins", hint: "About so many; their edges are round numbers." },
  sort: {
    type: "choice",
    of: ["auto", "value", "value_rising", "name", "given"],
    labels: ["what suits", "largest first", "smallest first", "by name", "as in the table"],
    default: "auto",
    group: "Order",
    label: "Order of categories",
  },
  top: {
    type: "number",
    min: 1,
    max: 200,
    integer: true,
    optional: true,
    group: "Order",
    label: "Categories shown",
    hint: "The others are taken together. 30, if empty.",
  },
  stack: {
    type: "choice",
    of: ["stacked", "beside", "share"],
    labels: ["on top of each other", "beside each other", "as shares of 100%"],
    default: "stacked",
    label: "Colours stand",
    group: "Order",
    when: { param: "mark", is: ["auto", "bar", "area", "histogram"] },
  },
  facet_x: { type: "column", of: "from", optional: true, group: "Small multiples", label: "One picture for each" },
  facet_y: { type: "column", of: "from", optional: true, group: "Small multiples", label: "And for each" },
  size: { type: "column", of: "from", types: ["number", "integer"], optional: true, group: "More", label: "Size of dots" },
  interval: {
    type: "choice",
    of: ["auto", "none"],
    labels: ["where the table has them", "none"],
    default: "auto",
    group: "More",
    label: "Intervals",
    hint: "Columns that are the bounds of the value, such as rate_lower and rate_upper.",
  },
  scale: {
    type: "choice",
    of: ["linear", "log"],
    default: "linear",
    view: true,
    group: "More",
    label: "Value scale",
    hints: ["Equal steps are equal differences.", "Equal steps are equal factors; only values above 0 can be drawn."],
  },
  title: { type: "text", optional: true, view: true, group: "More", label: "Title" },
} as const satisfies ParamSchema;

export type ChartParams = Values<typeof params>;

/** Offers a picture of a table whose columns suit one. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "table") return [];
  const channels = defaultChannels(shape.columns, shape.rows);
  if (channels === null) return [];
  const { x, y, colour } = channels;
  return [
    {
      params: { from: shape.name, ...(x === null ? {} : { x }), ...(y === null ? {} : { y }), ...(colour === null ? {} : { colour }) },
      why: `Draws ${describeChannels(channels)}.`,
      confidence: 0.3,
    },
  ];
}
