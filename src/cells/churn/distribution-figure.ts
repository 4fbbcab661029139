import * as Plot from "@observablehq/plot";
import { axisX, axisY, gridY } from "../../figures/axes.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers } from "../../figures/read.ts";
import { variable } from "../../figures/theme.ts";
import { ticks } from "../../figures/ticks.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";

/** How many customers have which risk, those who left below those who stayed. */
export function distributionFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["distribution"];
  if (table === undefined || table.rows === 0) return null;
  const { locale } = theme;
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [from, to, customers, left] = ["probability_from", "probability_to", "customers", "left"].map(of) as [number[], number[], number[], number[]];
  const bins = from.map((low, row) => ({
    row,
    low,
    high: to[row]!,
    customers: customers[row]!,
    left: left[row]!,
    tip: () => ({
      lead: `Risk of ${percent(low, locale)} to ${percent(to[row]!, locale)}`,
      text: counted(customers[row]!, "customer", locale),
      second: `${left[row]!} of them left`,
    }),
  }));
  const most = Math.max(1, ...customers);
  const marks = ticks(0, most, 4);
  const alt = `Histogram of risk: ${bins
    .filter((bin) => bin.customers > 0)
    .map((bin) => `${percent(bin.low, locale)} ${bin.customers}`)
    .join(", ")}.`;
  const picture = plot({
    label: alt,
    width: theme.width,
    height: 232,
    marginTop: 14,
    marginBottom: 32,
    marginLeft: 44,
    x: { type: "linear", domain: [0, 1], axis: null },
    y: { type: "linear", domain: [0, most], axis: null },
    marks: [
      gridY({ ticks: marks }),
      axisY({ ticks: marks, tickFormat: (value: number) => compact(value, locale, 1e4) }),
      axisX({ ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: (value: number) => percent(value, locale), tickPadding: 10 }),
      Plot.rect(bins, { x1: "low", x2: "high", y1: 0, y2: "customers", fill: variable("cat-1"), inset: 0.5, ...withTips(bins) }),
      Plot.rect(bins, { x1: "low", x2: "high", y1: 0, y2: "left", fill: variable("cat-2"), inset: 0.5, pointerEvents: "none" }),
    ],
  });
  return {
    element: element("div", "figure", picture),
    title: "How is risk spread?",
    subtitle: "Predicted risk → customers; the lower part are those who left",
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "distribution", row: { bin: row + 1 } };
    },
  };
}
