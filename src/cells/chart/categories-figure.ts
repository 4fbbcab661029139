import * as Plot from "@observablehq/plot";
import type { FigureTheme } from "../../figures/figure.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable, type Paint } from "../../figures/theme.ts";
import { placeText, tickText, valueText } from "./formats-figure.ts";
import { nameOf, numberOf, type DrawnChart, type DrawnMark } from "./marks-figure.ts";
import { stacked } from "./stack-figure.ts";
import { markTip } from "./tip-figure.ts";
import type { ValueScale } from "./value-scale-figure.ts";

/** One picture whose lines are words: bars, dots, ranges or boxes, a line for each group. */
export interface CategoriesOptions {
  chart: DrawnChart;
  marks: readonly DrawnMark[];
  /** The lines, in order; pictures of one chart share them. */
  names: readonly string[];
  scale: ValueScale;
  stack: "stacked" | "beside" | "share";
  width: number;
  label: string;
  theme: FigureTheme;
}

interface Placed {
  row: number;
  tip: () => ReturnType<typeof markTip>;
  mark: DrawnMark;
  top: number;
  high: number;
  from: number;
  to: number;
  paint: Paint;
}

const lineHeight = 26;
const barHeight = 16;
const muted = variable("figure-muted");

/** Draws horizontal marks, a line for each group of words. */
export function categoriesPanel({ chart, marks, names, scale, stack, width, label, theme }: CategoriesOptions): SVGSVGElement {
  const value = (chart.channels.get("y") ?? chart.channels.get("median"))!.column;
  const colours = chart.series.map(({ name }) => name);
  const isBeside = chart.series.length > 1 && (chart.mark !== "bar" || stack === "beside" || scale.isLog);
  const rows = isBeside ? chart.series.length : 1;
  const high = isBeside ? Math.max(lineHeight, rows * 12 + 10) : lineHeight;
  const { column, grain } = chart.channels.get("x") ?? chart.channels.get("x_from")!;
  const words = (name: string) => (grain === null ? name : placeText(name, column, grain, theme));
  const left = Math.min(width * 0.38, Math.max(24, ...names.map((name) => textWidth(words(name), 12))) + 12);
  const isAlone = chart.series.length < 2 && (chart.mark === "bar" || chart.mark === "rule" || chart.mark === "dot");
  const written = (mark: DrawnMark) => (numberOf(mark, "y") === null ? "–" : valueText(numberOf(mark, "y")!, value, theme));
  const right = isAlone ? Math.max(...marks.map((mark) => textWidth(written(mark), 12.5))) + 16 : 28;
  const marginTop = isAlone ? 2 : 22;
  const reach = Math.max(40, width - left - right);
  const toX = (number: number) => left + scale.share(number) * reach;
  const zero = toX(scale.isLog ? scale.least : 0);
  const paintOf = (mark: DrawnMark) => chart.series.find(({ name }) => name === mark.colour)?.paint ?? category(0);
  const lineOf = (mark: DrawnMark) => names.indexOf(nameOf(mark.values["x"] ?? null));
  const thick = isBeside ? Math.min(12, (high - 8) / rows) : barHeight;
  const topOf = (mark: DrawnMark) => {
    const start = marginTop + lineOf(mark) * high;
    return isBeside ? start + (high - thick * rows) / 2 + Math.max(0, colours.indexOf(mark.colour)) * thick : start + (high - thick) / 2;
  };
  const known = marks.filter((mark) => chart.mark === "box" || (numberOf(mark, "y") !== null && (!scale.isLog || numberOf(mark, "y")! > 0)));
  const ends =
    chart.mark === "bar" && !isBeside
      ? stacked(known, colours, lineOf, stack === "share" && colours.length > 1)
      : known.map((mark) => ({ mark, low: 0, high: numberOf(mark, "y") ?? 0 }));
  const placed = ends.map(({ mark, low, high: end }): Placed => {
    const [a, b] = [low === 0 ? zero : toX(low), end === 0 ? zero : toX(end)];
    return {
      row: mark.row,
      tip: () => markTip(chart, mark, theme),
      mark,
      top: topOf(mark),
      high: isBeside ? thick - 1 : thick,
      from: Math.min(a, b),
      to: Math.max(a, b),
      paint: paintOf(mark),
    };
  });
  const middle = ({ top, high: tall }: Placed) => top + tall / 2;
  const bounded = placed.filter(({ mark }) => numberOf(mark, "lower") !== null && numberOf(mark, "upper") !== null);
  const at = (channel: string) => (one: Placed) => toX(numberOf(one.mark, channel) ?? scale.least);
  const whisker = { y1: middle, y2: middle, stroke: chart.mark === "bar" ? variable("ink-2") : ({ paint }: Placed) => paint.ink };
  const value1 = ({ mark }: Placed) => toX(numberOf(mark, "y") ?? 0);
  const drawn: Plot.Markish[] =
    chart.mark === "box"
      ? [
          Plot.link(placed, { x1: at("low"), x2: at("high"), y1: middle, y2: middle, stroke: ({ paint }: Placed) => paint.ink, strokeWidth: 1.25 }),
          Plot.rect(placed, {
            x1: at("lower_quartile"),
            x2: (one: Placed) => Math.max(at("upper_quartile")(one), at("lower_quartile")(one) + 1),
            y1: ({ top }: Placed) => top,
            y2: ({ top, high: tall }: Placed) => top + tall,
            fill: ({ paint }: Placed) => paint.fill,
            rx: 1,
            ...withTips(placed.map((one) => ({ ...one, tip: () => boxTip(one.mark, value, theme) }))),
          }),
          Plot.link(placed, {
            x1: at("median"),
            x2: at("median"),
            y1: ({ top }: Placed) => top,
            y2: ({ top, high: tall }: Placed) => top + tall,
            stroke: variable("paper"),
            strokeWidth: 2,
          }),
        ]
      : chart.mark === "bar"
        ? [
            Plot.rect(placed, {
              x1: ({ from }: Placed) => from,
              x2: ({ from, to }: Placed) => Math.max(from + 1, to),
              y1: ({ top }: Placed) => top,
              y2: ({ top, high: tall }: Placed) => top + tall,
              fill: ({ paint }: Placed) => paint.fill,
              rx: 1,
              ...withTips(placed),
            }),
          ]
        : [
            chart.mark === "rule" && bounded.length === 0
              ? Plot.link(placed, { x1: zero, x2: value1, y1: middle, y2: middle, stroke: ({ paint }: Placed) => paint.ink, strokeWidth: 1.5 })
              : null,
          ];
  const dots =
    chart.mark === "dot" || chart.mark === "rule"
      ? [Plot.dot(placed, { x: value1, y: middle, r: 4, fill: ({ paint }: Placed) => paint.ink, ...withTips(placed) })]
      : [];
  const bottom = marginTop + names.length * high;
  const endOf = (one: Placed) => Math.max(one.to, zero, numberOf(one.mark, "upper") === null ? 0 : at("upper")(one)) + 8;
  return plot({
    label,
    width,
    height: bottom + 2,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    // Plot takes an identity scale with one bar for a collapsed one, and stretches the bar over the frame.
    y: { type: "linear", domain: [0, bottom + 2], range: [0, bottom + 2], axis: null },
    color: { type: "identity" },
    marks: [
      isAlone
        ? null
        : Plot.link(scale.ticks, { x1: toX, x2: toX, y1: () => marginTop, y2: () => bottom, stroke: variable("figure-grid"), strokeWidth: 1 }),
      isAlone
        ? null
        : Plot.text(scale.ticks, {
            x: toX,
            y: () => 8,
            text: (tick: number) => tickText(tick, tick === scale.ticks.at(-1), value, theme, stack === "share" && colours.length > 1),
            fontSize: 11,
            fill: muted,
          }),
      Plot.text(names, {
        x: () => 0,
        y: (_: string, index: number) => marginTop + (index + 0.5) * high,
        text: (name: string) => shortened(words(name), left - 12, 12),
        textAnchor: "start",
        fill: variable("ink"),
      }),
      drawn,
      Plot.link(bounded, { x1: at("lower"), x2: at("upper"), ...whisker, strokeWidth: chart.mark === "bar" ? 1.25 : 2 }),
      dots,
      isAlone
        ? Plot.text(placed, {
            x: endOf,
            y: middle,
            text: ({ mark }: Placed) => written(mark),
            textAnchor: "start",
            fill: variable("ink"),
            fontWeight: 600,
          })
        : null,
    ],
  });
}

function boxTip(mark: DrawnMark, column: DrawnChart["table"]["columns"][number], theme: FigureTheme) {
  const text = (channel: string) => valueText(numberOf(mark, channel) ?? 0, column, theme);
  return {
    lead: `${nameOf(mark.values["x"] ?? null)} median ${text("median")}`,
    text: `(half of them ${text("lower_quartile")}–${text("upper_quartile")})`,
    second: `whiskers ${text("low")}–${text("high")}, ${(numberOf(mark, "rows") ?? 0).toLocaleString(theme.locale)} rows`,
  };
}
