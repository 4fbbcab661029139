import * as Plot from "@observablehq/plot";
import { drawn } from "../../figures/drawn.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import { rowOf, type Tip } from "../../figures/tip.ts";
import type { ChannelCredits, Credit } from "./lines-figure.ts";
import { modelNames, models, type Model } from "./models.ts";
import type { Pointed } from "./range-figure.ts";

const perRow = 4;
const rowHeight = 17;
const head = 22;
const gap = 26;

interface Cell extends Credit {
  channel: string;
  line: number;
  row: number;
  tip: () => Tip;
}

const paintOf = (model: Model, { inUse, markov }: Pointed) =>
  model === inUse ? category(2).fill : model === markov ? category(0).fill : variable("accent-line");

/** The bars of every model, all on one scale, row labels at the left only. Shapley by place earns the same as Shapley and is drawn elsewhere. */
export function modelsFigure(lines: readonly ChannelCredits[], pointed: Pointed, theme: FigureTheme): Figure {
  const { width, locale } = theme;
  const shown = models.filter((model) => model !== "shapley_ordered" && lines.some((line) => line.credits.some((credit) => credit.model === model)));
  const cells = shown.flatMap((model) =>
    lines.flatMap(({ channel, credits }, line) => credits.filter((credit) => credit.model === model).map((credit) => ({ ...credit, channel, line }))),
  );
  const marked = cells.map((cell, row): Cell => ({
    ...cell,
    row,
    tip: () => ({
      lead: `${cell.channel}, ${modelNames[cell.model]}: ${percent(cell.share, locale, 1)}`,
      text: cell.lower === null || cell.upper === null ? "" : percentInterval(cell.lower, cell.upper, locale, 1),
      second: counted(cell.customers, "customer", locale),
    }),
  }));
  const names = Math.min(width * 0.2, Math.max(...lines.map((line) => textWidth(line.channel, 11))) + 10);
  const panel = (width - names) / perRow;
  const reach = panel - 48;
  const least = Math.min(0, ...cells.map((cell) => cell.share));
  const most = Math.max(0.01, ...cells.map((cell) => cell.upper ?? cell.share));
  const height = head + lines.length * rowHeight + gap;
  const left = (model: Model) => names + (shown.indexOf(model) % perRow) * panel;
  const topOf = (model: Model) => Math.floor(shown.indexOf(model) / perRow) * height;
  const toX = (model: Model, share: number) => left(model) + ((share - least) / (most - least)) * reach;
  const middle = ({ model, line }: Cell) => topOf(model) + head + (line + 0.5) * rowHeight;
  const firsts = shown.filter((_, place) => place % perRow === 0);
  const labels = firsts.flatMap((model) => lines.map(({ channel }, line) => ({ channel, y: topOf(model) + head + (line + 0.5) * rowHeight })));
  const whiskers = marked.filter((cell) => cell.lower !== null && cell.upper !== null);
  const strong = (cell: Cell) => cell.model === pointed.inUse || cell.model === pointed.markov;
  const alt = `Bars of each model: ${shown.map((model) => `${modelNames[model]}: ${lines.map(({ channel, credits }) => `${channel} ${percent(credits.find((credit) => credit.model === model)?.share ?? 0, locale)}`).join(", ")}`).join("; ")}.`;
  const picture = plot({
    label: alt,
    width,
    height: Math.ceil(shown.length / perRow) * height - gap + 4,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.text(shown, {
        x: left,
        y: (model: Model) => topOf(model) + 8,
        text: (model: Model) => modelNames[model],
        textAnchor: "start",
        fontWeight: 600,
        fontSize: 12,
        fill: variable("ink"),
      }),
      Plot.text(labels, {
        x: () => names - 6,
        y: "y",
        text: ({ channel }: { channel: string }) => shortened(channel, names - 8, 11),
        textAnchor: "end",
        fontSize: 11,
        fill: variable("ink"),
      }),
      Plot.link(shown, {
        x1: (model: Model) => toX(model, 0),
        x2: (model: Model) => toX(model, 0),
        y1: (model: Model) => topOf(model) + head - 4,
        y2: (model: Model) => topOf(model) + head + lines.length * rowHeight,
        stroke: variable("rule"),
      }),
      Plot.rect(marked, {
        x1: (cell: Cell) => toX(cell.model, Math.min(0, cell.share)),
        x2: (cell: Cell) => Math.max(toX(cell.model, Math.max(0, cell.share)), toX(cell.model, Math.min(0, cell.share)) + 1),
        y1: (cell: Cell) => middle(cell) - 5.5,
        y2: (cell: Cell) => middle(cell) + 5.5,
        fill: (cell: Cell) => paintOf(cell.model, pointed),
        ...withTips(marked),
      }),
      Plot.link(whiskers, {
        x1: (cell: Cell) => toX(cell.model, cell.lower!),
        x2: (cell: Cell) => toX(cell.model, cell.upper!),
        y1: middle,
        y2: middle,
        stroke: variable("ink-2"),
        strokeWidth: 1.25,
      }),
      Plot.text(marked, {
        x: (cell: Cell) => toX(cell.model, Math.max(0, cell.upper ?? cell.share, cell.share)) + 5,
        y: middle,
        text: (cell: Cell) => hundredths(cell.share, locale, Math.abs(cell.share) < 0.0995 ? 1 : 0),
        textAnchor: "start",
        fontSize: 11,
        fill: (cell: Cell) => (strong(cell) ? variable("ink") : variable("figure-text")),
      }),
    ],
    color: { type: "identity" },
  });
  return {
    element: element("div", "figure", picture),
    title: "Each model alone,",
    subtitle: `per cent of ${pointed.what}, ${percent(theme.level, locale)} intervals`,
    alt,
    drawn: drawn("group", [
      { name: "model", type: "text", role: "dimension", values: cells.map((cell) => cell.model) },
      { name: "channel", type: "text", role: "dimension", values: cells.map((cell) => cell.channel) },
      { name: "share", type: "number", role: "rate", values: cells.map((cell) => cell.share) },
      { name: "share_lower", type: "number", role: "lower", values: cells.map((cell) => cell.lower) },
      { name: "share_upper", type: "number", role: "upper", values: cells.map((cell) => cell.upper) },
      { name: pointed.what, type: "number", role: "count", values: cells.map((cell) => cell.amount) },
      { name: "customers", type: "integer", role: "customers", values: cells.map((cell) => cell.customers) },
    ]),
    picks(mark) {
      const cell = cells[rowOf(mark) ?? -1];
      return cell === undefined ? null : { table: "main", row: { model: cell.model, channel: cell.channel } };
    },
  };
}
