import * as Plot from "@observablehq/plot";
import { axisX, axisY, gridY } from "../../figures/axes.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers, texts } from "../../figures/read.ts";
import { category, variable } from "../../figures/theme.ts";
import { ticks } from "../../figures/ticks.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";
import type { ChurnParams } from "./params.ts";

interface Bin {
  row: number;
  predicted: number;
  rate: number;
  lower: number;
  upper: number;
}

/** What was said against what happened: right probabilities stand on the diagonal. */
export function reliabilityFigure(result: CellResult, params: Pick<ChurnParams, "model">, theme: FigureTheme): Figure | null {
  const table = result.tables["calibration"];
  if (table === undefined || table.rows === 0) return null;
  const { locale } = theme;
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [predicted, rate, lower, upper, customers] = ["predicted", "rate", "rate_lower", "rate_upper", "customers"].map(of) as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const bins = predicted.map((value, row) => ({
    row,
    predicted: value,
    rate: rate[row]!,
    lower: lower[row]!,
    upper: upper[row]!,
    tip: () => ({
      lead: `Said ${percent(value, locale)}, happened ${percent(rate[row]!, locale)}`,
      text: percentInterval(lower[row]!, upper[row]!, locale, 0),
      second: counted(customers[row]!, "customer", locale),
    }),
  }));
  const most = Math.min(1, Math.max(0.1, ...upper, ...predicted) * 1.04);
  const main = result.tables["main"]!;
  const at = texts(main, "metric").findIndex((metric, row) => metric === "calibration_error" && texts(main, "model")[row] === params.model);
  const error = numbers(main, "value")[at] ?? null;
  const note = error === null ? "" : `off by ${hundredths(error, locale, 1)} points on average`;
  const alt = `Reliability: ${bins.map((bin) => `said ${percent(bin.predicted, locale)}, happened ${percent(bin.rate, locale)}`).join("; ")}. ${note}.`;
  const marks = ticks(0, most, 5);
  const paint = category(0);
  const picture = plot({
    label: alt,
    width: theme.width,
    height: 232,
    marginTop: 14,
    marginBottom: 32,
    marginLeft: 36,
    x: { type: "linear", domain: [0, most], axis: null },
    y: { type: "linear", domain: [0, most], axis: null },
    marks: [
      gridY({ ticks: marks }),
      axisY({ ticks: marks, tickFormat: (value: number) => hundredths(value, locale) }),
      axisX({
        ticks: marks,
        tickFormat: (value: number) => (value === marks.at(-1) ? percent(value, locale) : hundredths(value, locale)),
        tickPadding: 10,
      }),
      Plot.line(
        [
          [0, 0],
          [most, most],
        ],
        { stroke: variable("figure-muted"), strokeWidth: 1, strokeDasharray: "2 3" },
      ),
      Plot.link(bins, { x1: "predicted", x2: "predicted", y1: "lower", y2: "upper", stroke: paint.ink, strokeWidth: 1.25 }),
      Plot.line(bins, { x: "predicted", y: "rate", stroke: paint.ink, strokeWidth: 1.5 }),
      Plot.dot(bins, { x: (bin: Bin) => bin.predicted, y: "rate", r: 3.5, fill: paint.ink, ...withTips(bins) }),
      Plot.text([note], {
        x: () => most,
        y: () => 0,
        dy: -12,
        textAnchor: "end",
        text: (text: string) => text,
        fill: variable("figure-text"),
        fontSize: 12,
      }),
    ],
  });
  return {
    element: element("div", "figure", picture),
    title: "Can the scores be trusted?",
    subtitle: "Predicted risk → per cent that left",
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "calibration", row: { bin: row + 1 } };
    },
  };
}
