import * as Plot from "@observablehq/plot";
import { axisX, axisY, gridY } from "./axes.ts";
import { curveFrame, labelWidth, type CurveFrame } from "./curve-frame.ts";
import { svgElement } from "./element.ts";
import { endLabels, type EndLabel } from "./end-labels.ts";
import type { CurveOptions, CurvePoint, CurveSeries } from "./curve-series.ts";
import { plot, withTips } from "./plot.ts";
import { shortened } from "./text-width.ts";
import { variable } from "./theme.ts";

/** More points than this stand so close that they are drawn smaller. */
const manyPoints = 45;
/** Plot takes a variable for a column of data here, so the theme's --figure-band stands as a number. */
const bandOpacity = 0.22;

function linePlot({ points, paint, dashed }: CurveSeries, { least, greatest }: CurveFrame): Plot.Markish[] {
  const ends = { y1: (point: CurvePoint) => Math.max(least, point.lower!), y2: (point: CurvePoint) => Math.min(greatest, point.upper!) };
  const bounded = points.filter((point) => point.lower !== null && point.upper !== null);
  const band =
    points.length > 1
      ? Plot.areaY(bounded, { x: "x", ...ends, fill: paint.fill, fillOpacity: bandOpacity })
      : Plot.link(bounded, { x1: "x", x2: "x", ...ends, stroke: paint.ink, strokeWidth: 1.25 });
  return [
    dashed ? null : band,
    Plot.lineY(points, { x: "x", y: "y", stroke: paint.ink, strokeWidth: dashed ? 1.25 : 2, ...(dashed ? { strokeDasharray: "4 3" } : {}) }),
    Plot.dot(points, { x: "x", y: "y", r: points.length > manyPoints || dashed ? 1.5 : 2.5, fill: paint.ink, ...withTips(points) }),
  ];
}

function labelPlot(line: CurveSeries, { x, y, leader }: EndLabel, { toX, toY }: CurveFrame, width: number): Plot.Markish[] {
  const end = line.points.at(-1)!;
  const [left, middle] = [toX(end.x), toY(end.y)];
  const at = { x: () => end.x, y: () => end.y, textAnchor: "start", dx: x - left, fontSize: 12 } as const;
  const lead = { x1: left + 5, y1: middle, x2: x - 4, y2: y, stroke: line.paint.ink, "stroke-opacity": 0.5, "stroke-dasharray": "1 3" };
  return [
    leader ? () => svgElement("line", lead) : null,
    Plot.text([line], { ...at, dy: y - middle - 7, text: () => shortened(line.name, width - x, 12.5), fill: line.paint.ink, fontWeight: 600 }),
    Plot.text([line], { ...at, dy: y - middle + 8, text: () => shortened(line.end, width - x, 12), fill: variable("figure-text") }),
  ];
}

/** Draws lines with their interval bands, each named at its end. */
export function curve(options: CurveOptions): SVGSVGElement {
  const { label, width, series, formatX, unitX, formatY } = options;
  const frame = curveFrame(options);
  const { height, marginTop, marginBottom, marginLeft, right, places, least, greatest, toX, toY } = frame;
  const named = series.filter((line) => !line.dashed);
  const ends = named.map((line) => {
    const points = line.points.map((point) => ({ x: toX(point.x), y: toY(point.y) }));
    return { ...points.at(-1)!, width: labelWidth(line), points };
  });
  const labels = endLabels(ends, { top: 0, bottom: height - marginBottom + 8, right, height: 30 });
  const tickY = (value: number) => formatY(value, value === frame.valueTicks.at(-1));
  const tickX = (place: number) => (place === places[0] ? `${unitX} ${formatX(place)}` : formatX(place));
  return plot({
    label,
    width,
    height,
    marginTop,
    marginRight: width - right,
    marginBottom,
    marginLeft,
    x: { type: "linear", domain: [...places], range: places.map(toX), axis: null },
    y: { type: "linear", domain: [least, greatest], range: [toY(least), toY(greatest)], axis: null },
    marks: [
      gridY({ ticks: frame.valueTicks }),
      axisY({ ticks: frame.valueTicks, tickFormat: tickY }),
      axisX({ ticks: frame.placeTicks, tickFormat: tickX, tickPadding: 10 }),
      series.map((line) => linePlot(line, frame)),
      named.map((line, index) => labelPlot(line, labels[index]!, frame, width)),
    ],
  });
}
