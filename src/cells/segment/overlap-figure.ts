import * as Plot from "@observablehq/plot";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { head } from "../../figures/head.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers, texts } from "../../figures/read.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const mostDrawn = 16;
const top = 96;
const line = 26;

/** Combinations of segments as an UpSet plot: a column per combination, its size above, and a dot for each segment its customers are in. */
export function overlapFigure(whole: Table, segments: readonly string[], theme: FigureTheme): Figure {
  const { locale, width } = theme;
  const table = head(whole, mostDrawn);
  const names = texts(table, "segments").map((name) => name ?? "");
  const customers = numbers(table, "customers").map((value) => value ?? 0);
  const share = numbers(table, "share").map((value) => value ?? 0);
  const labels = Math.min(width * 0.32, Math.max(...segments.map((name) => textWidth(name, 12))) + 16);
  const step = Math.min(56, (width - labels - 8) / names.length);
  const middle = (column: number) => labels + (column + 0.5) * step;
  const most = Math.max(1, ...customers);
  const high = (count: number) => top - (count / most) * (top - 18);
  const level = (place: number) => top + 18 + place * line;
  const data = names.map((name, row) => ({
    row,
    name,
    count: customers[row]!,
    places: name.split(" ∩ ").map((part) => segments.indexOf(part)),
    tip: () => ({
      lead: name.replaceAll(" ∩ ", " and "),
      text: percent(share[row]!, locale, 1),
      second: counted(customers[row]!, "customer", locale),
    }),
  }));
  const dots = data.flatMap(({ row, places, tip }) => segments.map((_, place) => ({ row, place, tip, isIn: places.includes(place) })));
  const inside = dots.filter(({ isIn }) => isIn);
  const alt = `Combinations of segments: ${data.map(({ name, count }) => `${name} ${number(count, locale)}`).join(", ")}.`;
  const drawing = plot({
    label: alt,
    width,
    height: level(segments.length) - 8,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [
      Plot.link(
        segments.map((_, place) => level(place)),
        { x1: labels, x2: labels + step * names.length, y1: (y: number) => y, y2: (y: number) => y, stroke: variable("hairline") },
      ),
      Plot.text(segments, {
        x: 0,
        y: (_: string, place: number) => level(place),
        text: (name: string) => shortened(name, labels - 12, 12),
        textAnchor: "start",
        fill: variable("ink"),
      }),
      Plot.rect(data, {
        x1: ({ row }) => middle(row) - Math.min(14, step * 0.36),
        x2: ({ row }) => middle(row) + Math.min(14, step * 0.36),
        y1: ({ count }) => Math.min(top - 1, high(count)),
        y2: () => top,
        fill: category(0).fill,
        rx: 1,
        ...withTips(data),
      }),
      Plot.text(data, {
        x: ({ row }) => middle(row),
        y: ({ count }) => high(count) - 8,
        text: ({ count }) => number(count, locale),
        fill: variable("ink"),
        fontWeight: 600,
        fontSize: 11,
      }),
      Plot.link(
        data.filter(({ places }) => places.length > 1),
        {
          x1: ({ row }) => middle(row),
          x2: ({ row }) => middle(row),
          y1: ({ places }) => level(Math.min(...places)),
          y2: ({ places }) => level(Math.max(...places)),
          stroke: variable("ink-2"),
          strokeWidth: 2,
        },
      ),
      Plot.dot(
        dots.filter(({ isIn }) => !isIn),
        { x: ({ row }) => middle(row), y: ({ place }) => level(place), r: 5, fill: variable("figure-grid") },
      ),
      Plot.dot(inside, { x: ({ row }) => middle(row), y: ({ place }) => level(place), r: 5, fill: variable("ink-2") }),
    ],
  });
  const picks = (mark: Element) => {
    const name = names[rowOf(mark) ?? -1];
    return name === undefined ? null : { table: "overlap", row: { segments: name } };
  };
  const more = whole.rows > mostDrawn ? ` The ${mostDrawn} largest of ${whole.rows}.` : "";
  return {
    element: element("div", "figure", drawing),
    title: "How they overlap,",
    subtitle: `customers in exactly these segments.${more}`,
    alt,
    drawn: table,
    picks,
  };
}
