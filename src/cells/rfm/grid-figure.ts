import * as Plot from "@observablehq/plot";
import { colourExtent, colourStep } from "../../figures/colour-step.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { rampLegend } from "../../figures/ramp-legend.ts";
import { numbers, texts } from "../../figures/read.ts";
import { sequential, sequentialSteps, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const margin = { left: 92, top: 40 };
const high = 54;
const groups = 5;

/** The 25 cells: recency down, frequency and money across, each with its name, its customers and their revenue. */
export function gridFigure(table: Table, theme: FigureTheme, about: { title: string; subtitle: string }): Figure {
  const { locale, currency } = theme;
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [recency, together, customers, share, revenue] = [
    of("recency_score"),
    of("frequency_monetary_score"),
    of("customers"),
    of("share"),
    of("revenue"),
  ];
  const names = texts(table, "segment").map((name) => name ?? "");
  const wide = (theme.width - margin.left) / groups;
  const extent = colourExtent(share, 0.01);
  const data = names.map((name, row) => ({
    row,
    name,
    x: margin.left + (together[row]! - 1) * wide,
    y: margin.top + (groups - recency[row]!) * high,
    paint: sequential(colourStep(share[row]!, extent, sequentialSteps)),
    size: number(customers[row]!, locale),
    worth: money(revenue[row]!, currency, locale, 0),
    tip: () => ({
      lead: `${name} ${percent(share[row]!, locale, 1)}`,
      text: `recency ${recency[row]}, frequency and money ${together[row]}`,
      second: `${counted(customers[row]!, "customer", locale)}, ${money(revenue[row]!, currency, locale, 0)}`,
    }),
  }));
  const scores = Array.from({ length: groups }, (_, place) => place + 1);
  const quiet = { fontSize: 11, fill: variable("figure-muted") };
  const words = { pointerEvents: "none", fill: ({ paint }: (typeof data)[number]) => paint.ink } as const;
  const alt = `Heat map of ${data.length} cells: ${data.map(({ name, size }, row) => `recency ${recency[row]}, frequency and money ${together[row]}: ${name}, ${size}`).join("; ")}.`;
  const drawing = plot({
    label: alt,
    width: theme.width,
    height: margin.top + groups * high + 2,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.text(["Frequency and money →"], { x: () => margin.left, y: () => 8, text: (word: string) => word, textAnchor: "start", ...quiet }),
      Plot.text(["Recency ↓"], { x: () => 0, y: () => margin.top - 14, text: (word: string) => word, textAnchor: "start", ...quiet }),
      Plot.text(scores, {
        x: (score: number) => margin.left + (score - 0.5) * wide,
        y: () => margin.top - 14,
        text: (score: number) => `${score}`,
        ...quiet,
      }),
      Plot.text(scores, {
        x: () => 0,
        y: (score: number) => margin.top + (groups - score + 0.5) * high,
        text: (score: number) => `${score}${score === groups ? ", latest" : score === 1 ? ", longest ago" : ""}`,
        textAnchor: "start",
        fill: variable("ink"),
      }),
      Plot.rect(data, {
        x1: ({ x }) => x + 1,
        x2: ({ x }) => x + wide - 1,
        y1: ({ y }) => y + 1,
        y2: ({ y }) => y + high - 1,
        fill: ({ paint }) => paint.fill,
        rx: 2,
        ...withTips(data),
      }),
      Plot.text(data, { x: ({ x }) => x + 10, y: ({ y }) => y + 19, text: "name", textAnchor: "start", fontWeight: 600, ...words }),
      Plot.text(data, {
        x: ({ x }) => x + 10,
        y: ({ y }) => y + 37,
        text: ({ size, worth }) => `${size} · ${worth}`,
        textAnchor: "start",
        fontSize: 11,
        ...words,
      }),
    ],
  });
  const legend = rampLegend({ least: percent(extent[0], locale), greatest: `${percent(extent[1], locale)} of customers`, hatched: null });
  const picks = (mark: Element) => {
    const row = rowOf(mark) ?? -1;
    return names[row] === undefined
      ? null
      : { table: "grid", row: { recency_score: recency[row]!, frequency_monetary_score: together[row]!, segment: names[row] } };
  };
  return { ...about, drawn: table, alt, picks, legend, element: element("div", "figure", drawing) };
}
