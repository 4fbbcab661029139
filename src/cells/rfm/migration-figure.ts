import * as Plot from "@observablehq/plot";
import { colourStep } from "../../figures/colour-step.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { number } from "../../figures/formats/number.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers, texts } from "../../figures/read.ts";
import { textWidth } from "../../figures/text-width.ts";
import { sequential, sequentialSteps, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const high = 25;

/** Where customers went: a line per segment then, a column per segment now, the per cent of the line in each cell. */
export function migrationFigure(table: Table, order: readonly string[], since: string, theme: FigureTheme): Figure {
  const { locale, width } = theme;
  const from = texts(table, "from").map((name) => name ?? "");
  const to = texts(table, "to").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [customers, share, lower, upper] = [of("customers"), of("share"), of("share_lower"), of("share_upper")];
  const lines = order.filter((name) => from.includes(name));
  const columns = order.filter((name) => to.includes(name));
  const names = Math.max(...lines.map((name) => textWidth(name, 12))) + 12;
  const sizes = lines.map((name) => from.reduce((sum, own, row) => sum + (own === name ? customers[row]! : 0), 0));
  const left = names + 56;
  const wide = Math.min(64, (width - left) / columns.length);
  const top = Math.max(...columns.map((name) => textWidth(name, 11))) * 0.71 + 22;
  const data = from.map((name, row) => ({
    row,
    x: left + columns.indexOf(to[row]!) * wide,
    y: top + lines.indexOf(name) * high,
    paint: sequential(colourStep(share[row]!, [0, 1], sequentialSteps)),
    text: share[row]! < 0.005 ? "<1" : hundredths(share[row]!, locale),
    tip: () => ({
      lead: `${name} → ${to[row]!} ${percent(share[row]!, locale, 1)}`,
      text: percentInterval(lower[row]!, upper[row]!, locale),
      second: counted(customers[row]!, "customer", locale),
    }),
  }));
  const quiet = { fontSize: 11, fill: variable("figure-muted") };
  const alt = `Matrix of moves since ${since}: ${from.map((name, row) => `${name} to ${to[row]!} ${percent(share[row]!, locale)}`).join(", ")}.`;
  const drawing = plot({
    label: alt,
    width,
    height: top + lines.length * high + 2,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.text(columns, {
        x: (_: string, at: number) => left + (at + 0.4) * wide,
        y: () => top - 8,
        text: (name: string) => name,
        rotate: -45,
        textAnchor: "start",
        ...quiet,
      }),
      Plot.text(lines, {
        x: () => 0,
        y: (_: string, at: number) => top + (at + 0.5) * high,
        text: (name: string) => name,
        textAnchor: "start",
        fill: variable("ink"),
      }),
      Plot.text(lines, {
        x: () => left - 10,
        y: (_: string, at: number) => top + (at + 0.5) * high,
        text: (_: string, at: number) => number(sizes[at]!, locale),
        textAnchor: "end",
        ...quiet,
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
      Plot.text(data, {
        x: ({ x }) => x + wide / 2,
        y: ({ y }) => y + high / 2,
        text: "text",
        fill: ({ paint }) => paint.ink,
        pointerEvents: "none",
      }),
    ],
  });
  const picks = (mark: Element) => {
    const row = rowOf(mark) ?? -1;
    return from[row] === undefined ? null : { table: "migration", row: { from: from[row], to: to[row]! } };
  };
  return {
    title: `Who moved where since ${since},`,
    subtitle: "per cent of those who were there, by the cuts of that day; the number of customers beside the name.",
    alt,
    drawn: table,
    picks,
    element: element("div", "figure", drawing),
  };
}
