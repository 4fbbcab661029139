import * as Plot from "@observablehq/plot";
import { annotationMarks, placedAnnotations } from "../../figures/annotations.ts";
import { axisX, axisY, gridY } from "../../figures/axes.ts";
import { endLabels } from "../../figures/end-labels.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { textWidth, shortened } from "../../figures/text-width.ts";
import { category, variable, type Paint } from "../../figures/theme.ts";
import { ticks } from "../../figures/ticks.ts";
import { timeTicks } from "../../figures/time-ticks.ts";
import { number } from "../../figures/formats/number.ts";
import { tickText } from "./formats-figure.ts";
import { numberOf, type DrawnChart, type DrawnMark } from "./marks-figure.ts";
import { stacked, type StackedMark } from "./stack-figure.ts";
import { markTip } from "./tip-figure.ts";
import type { ValueScale } from "./value-scale-figure.ts";

/** One picture across numbers or time. */
export interface ContinuousOptions {
  chart: DrawnChart;
  marks: readonly DrawnMark[];
  /** The first and the last place of the horizontal axis; pictures of one chart share them. */
  span: readonly [number, number];
  scale: ValueScale;
  stack: "stacked" | "beside" | "share";
  width: number;
  label: string;
  /** Whether colours are named at the lines' ends. */
  named: boolean;
  theme: FigureTheme;
}

const day = 86_400_000;
/** Px of one line of annotations. */
const noteLine = 13;
/** Plot takes a variable for a column of data here, so the theme's --figure-band stands as a number. */
const bandOpacity = 0.22;
const lengths: Record<string, number> = { day, week: 7 * day, month: 30 * day, quarter: 91 * day, year: 365 * day };

/** How wide the interval is that a mark stands for: a bin's or period's, or the least distance between places. */
export function stepOf(chart: DrawnChart, marks: readonly DrawnMark[]): number {
  const grain = chart.channels.get("x")?.grain ?? null;
  if (grain !== null) return lengths[grain] ?? day;
  const places = [...new Set(marks.map(({ place }) => place))].sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, index) => place - places[index]!);
  return gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY) || 1;
}

/** Draws dots, lines, areas, bars, ranges or a histogram across numbers or time. */
export function continuousPanel({ chart, marks, span, scale, stack, width, label, named, theme }: ContinuousOptions): SVGSVGElement {
  const value = chart.channels.get("y")!.column;
  const isShare = stack === "share" && chart.series.length > 1 && (chart.mark === "area" || chart.mark === "bar" || chart.mark === "histogram");
  const tickY = (tick: number) => tickText(tick, tick === scale.ticks.at(-1), value, theme, isShare);
  const marginLeft = Math.ceil(Math.max(28, ...scale.ticks.map((tick) => textWidth(tickY(tick), 11) + 10)));
  const labels = named && chart.series.length > 1 ? Math.max(...chart.series.map(({ name }) => textWidth(name, 12.5))) + 14 : 0;
  const marginRight = labels === 0 ? 16 : Math.min(width * 0.34, labels);
  const [first, last] = span;
  const reach = width - marginLeft - marginRight;
  const toX = (place: number) => marginLeft + (last > first ? (place - first) / (last - first) : 0.5) * reach;
  const happened = chart.axis === "time" ? (theme.annotations ?? []) : [];
  const dayToX = (day: string) => toX(Date.parse(`${day.slice(0, 10)}T00:00:00Z`));
  const edges = [marginLeft, width - marginRight] as const;
  const marginTop = 14 + noteLine * Math.max(0, ...placedAnnotations(happened, dayToX, edges).map(({ level }) => level + 1));
  const height = marginTop + (chart.series.length > 6 ? 30 * chart.series.length : 206) + 32;
  const marginBottom = 32;
  const toY = (number: number) => height - marginBottom - scale.share(number) * (height - marginBottom - marginTop);
  const places = chart.axis === "time" ? timeTicks(first, last, reach, theme.locale) : numberTicks(chart, span, reach, theme);
  const known = marks.filter((mark) => numberOf(mark, "y") !== null && (!scale.isLog || numberOf(mark, "y")! > 0));
  const groups = (chart.series.length === 0 ? [{ name: "", paint: category(0) }] : chart.series).map((one) => ({
    ...one,
    all: marks.filter((mark) => mark.colour === one.name).toSorted((a, b) => a.place - b.place),
  }));
  const ends = groups.flatMap(({ name, paint, all }) => {
    const end = all.findLast((mark) => numberOf(mark, "y") !== null);
    return end === undefined ? [] : [{ name, paint, end }];
  });
  const area =
    chart.mark === "area"
      ? stacked(
          known,
          chart.series.map(({ name }) => name),
          ({ place }) => place,
          isShare,
        )
      : [];
  const heightAt = (end: DrawnMark) => {
    const found = area.find(({ mark }) => mark === end);
    return found === undefined ? numberOf(end, "y")! : (found.low + found.high) / 2;
  };
  const atEnds = named && chart.series.length > 1 ? ends : [];
  const placed = endLabels(
    atEnds.map(({ end, name }) => ({
      x: toX(end.place),
      y: toY(heightAt(end)),
      width: textWidth(name, 12.5),
      points: [{ x: toX(end.place), y: toY(heightAt(end)) }],
    })),
    { top: marginTop, bottom: height - marginBottom + 8, right: width - marginRight, height: 16 },
  );
  return plot({
    label,
    width,
    height,
    marginTop,
    marginRight,
    marginBottom,
    marginLeft,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
    r: { range: [2, 14], domain: [0, Math.max(1, ...chart.marks.map((mark) => numberOf(mark, "size") ?? 0))] },
    color: { type: "identity" },
    marks: [
      gridY({ ticks: scale.ticks.map(toY) }),
      axisY({ ticks: scale.ticks.map(toY), tickFormat: (_: number, index: number) => tickY(scale.ticks[index]!) }),
      axisX({ ticks: places.map(({ at }) => toX(at)), tickFormat: (_: number, index: number) => places[index]!.text, tickPadding: 10 }),
      annotationMarks(happened, { toX: dayToX, ends: edges, top: 4, bottom: height - marginBottom }),
      ...drawnMarks(chart, { known, groups, area, scale, stack: isShare ? "share" : stack, theme, toX, toY }),
      atEnds.map(({ name, paint, end }, index) =>
        Plot.text([end], {
          x: () => placed[index]!.x,
          y: () => placed[index]!.y,
          text: () => shortened(name, width - placed[index]!.x, 12),
          textAnchor: "start",
          fontWeight: 600,
          fill: paint.ink,
        }),
      ),
    ],
  });
}

function numberTicks(chart: DrawnChart, [first, last]: readonly [number, number], reach: number, theme: FigureTheme): { at: number; text: string }[] {
  const { column } = (chart.channels.get("x") ?? chart.channels.get("x_from"))!;
  const found = ticks(first, last, Math.max(2, Math.min(10, Math.floor(reach / 70))));
  return found.map((at, index) => {
    const unit = index === found.length - 1 && column.unit !== undefined ? ` ${column.unit}` : "";
    return { at, text: `${number(at, theme.locale, 4)}${unit}` };
  });
}

interface Parts {
  known: readonly DrawnMark[];
  groups: readonly { name: string; paint: Paint; all: readonly DrawnMark[] }[];
  area: readonly StackedMark[];
  scale: ValueScale;
  stack: "stacked" | "beside" | "share";
  theme: FigureTheme;
  toX: (place: number) => number;
  toY: (value: number) => number;
}

function drawnMarks(chart: DrawnChart, { known, groups, area, scale, stack, theme, toX, toY }: Parts): Plot.Markish[] {
  const tipped = (marks: readonly DrawnMark[]) => withTips(marks.map((mark) => ({ row: mark.row, tip: () => markTip(chart, mark, theme) })));
  const place = ({ place: at }: DrawnMark) => toX(at);
  const y = (mark: DrawnMark) => toY(numberOf(mark, "y")!);
  const bound = (channel: string) => (mark: DrawnMark) => toY(Math.min(scale.greatest, Math.max(scale.least, numberOf(mark, channel) ?? 0)));
  const paintOf = (mark: DrawnMark) => groups.find(({ name }) => name === mark.colour)?.paint ?? category(0);
  const bounded = known.filter((mark) => numberOf(mark, "lower") !== null && numberOf(mark, "upper") !== null);
  const zero = toY(scale.isLog ? scale.least : 0);
  const whiskers = Plot.link(bounded, {
    x1: place,
    x2: place,
    y1: bound("lower"),
    y2: bound("upper"),
    stroke: (mark: DrawnMark) => paintOf(mark).ink,
    strokeWidth: 1.5,
  });
  if (chart.mark === "dot") {
    const isSized = chart.channels.has("size");
    const radius = isSized
      ? { r: (mark: DrawnMark) => numberOf(mark, "size") ?? 0 }
      : { r: known.length > 2_000 ? 1.5 : known.length > 200 ? 2.5 : 3.5 };
    return [
      whiskers,
      Plot.dot(known, {
        x: place,
        y,
        ...radius,
        fill: (mark: DrawnMark) => paintOf(mark).fill,
        fillOpacity: known.length > 200 || isSized ? 0.55 : 1,
        ...tipped(known),
      }),
    ];
  }
  if (chart.mark === "rule") {
    const rules =
      bounded.length > 0
        ? whiskers
        : Plot.link(known, { x1: place, x2: place, y1: zero, y2: y, stroke: (mark: DrawnMark) => paintOf(mark).ink, strokeWidth: 1.5 });
    return [rules, Plot.dot(known, { x: place, y, r: known.length > 200 ? 1.5 : 3, fill: (mark: DrawnMark) => paintOf(mark).ink, ...tipped(known) })];
  }
  if (chart.mark === "line") {
    const isMany = known.length / Math.max(1, groups.length) > 45;
    return groups.flatMap(({ paint, all }) => {
      const present = all.filter((mark) => known.includes(mark));
      const share = (mark: DrawnMark) => (numberOf(mark, "y") === null || (scale.isLog && numberOf(mark, "y")! <= 0) ? Number.NaN : y(mark));
      return [
        Plot.areaY(
          bounded.filter((mark) => all.includes(mark)),
          { x: place, y1: bound("lower"), y2: bound("upper"), fill: paint.fill, fillOpacity: bandOpacity },
        ),
        Plot.lineY(all, { x: place, y: share, stroke: paint.ink, strokeWidth: isMany ? 1.5 : 2 }),
        Plot.dot(present, { x: place, y, r: isMany ? 1 : 2.5, fill: paint.ink, ...tipped(present) }),
      ];
    });
  }
  if (chart.mark === "area") {
    return [
      ...groups.map(({ name, paint }) => {
        const own = area.filter(({ mark }) => mark.colour === name).toSorted((a, b) => a.mark.place - b.mark.place);
        return Plot.areaY(own, {
          x: ({ mark }: StackedMark) => toX(mark.place),
          y1: ({ low }: StackedMark) => toY(low),
          y2: ({ high }: StackedMark) => toY(high),
          fill: paint.fill,
          fillOpacity: groups.length > 1 ? 0.85 : 0.45,
        });
      }),
      Plot.dot(area, {
        x: ({ mark }: StackedMark) => toX(mark.place),
        y: ({ high }: StackedMark) => toY(high),
        r: 1.5,
        fill: ({ mark }: StackedMark) => paintOf(mark).ink,
        ...tipped(area.map(({ mark }) => mark)),
      }),
    ];
  }
  return barMarks(chart, { known, groups, scale, stack, toX, toY, zero, tipped, paintOf });
}

function barMarks(
  chart: DrawnChart,
  {
    known,
    groups,
    scale,
    stack,
    toX,
    toY,
    zero,
    tipped,
    paintOf,
  }: Pick<Parts, "known" | "groups" | "scale" | "stack" | "toX" | "toY"> & {
    zero: number;
    tipped: (marks: readonly DrawnMark[]) => { render: Plot.RenderFunction };
    paintOf: (mark: DrawnMark) => Paint;
  },
): Plot.Markish[] {
  const isBeside = groups.length > 1 && (stack === "beside" || scale.isLog);
  const step = stepOf(chart, known);
  const ends = isBeside
    ? known.map((mark) => ({ mark, low: 0, high: numberOf(mark, "y")! }))
    : stacked(
        known,
        groups.map(({ name }) => name),
        ({ place }) => place,
        stack === "share",
      );
  const isBin = chart.channels.has("x_from");
  const isPeriod = (chart.channels.get("x")?.grain ?? null) !== null;
  const extent = ({ mark }: StackedMark): [number, number] => {
    const to = isBin ? numberOf(mark, "x_to")! : mark.place + (isPeriod ? step : step / 2);
    const [from, end] = [toX(isBin || isPeriod ? mark.place : mark.place - step / 2), toX(to)];
    const inset = end - from > 6 ? 1 : 0;
    if (!isBeside) return [from + inset, end - inset];
    const each = (end - from - 2 * inset) / groups.length;
    const place = groups.findIndex(({ name }) => name === mark.colour);
    return [from + inset + place * each, from + inset + (place + 1) * each];
  };
  return [
    Plot.rect(ends, {
      x1: (one: StackedMark) => extent(one)[0],
      x2: (one: StackedMark) => extent(one)[1],
      y1: ({ low }: StackedMark) => (low === 0 ? zero : toY(low)),
      y2: ({ high }: StackedMark) => (high === 0 ? zero : toY(high)),
      fill: ({ mark }: StackedMark) => paintOf(mark).fill,
      ...tipped(ends.map(({ mark }) => mark)),
    }),
    Plot.ruleY([zero], { stroke: variable("figure-axis") }),
  ];
}
