import * as Plot from "@observablehq/plot";
import type { FigureTheme } from "../../figures/figure.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { counted } from "../../figures/formats/counted.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import { ticks } from "../../figures/ticks.ts";
import type { Tip } from "../../figures/tip.ts";
import type { ChannelCredits, Credit } from "./lines-figure.ts";
import { modelNames, type Model } from "./models.ts";
import { shareRange } from "./words-figure.ts";

const rowHeight = 36;
const top = 34;
const muted = variable("figure-muted");
const numbersWidth = 132;

/** What is pointed out in every line, and what is shared out. */
export interface Pointed {
  inUse: Model;
  markov: Model;
  /** "conversions". */
  what: string;
}

interface Dot extends Credit {
  line: number;
  row: number;
  tip: () => Tip;
}

function words(text: string, x: number, y: number, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { x: () => x, y: () => y, text: () => text, ...options });
}

/** The names of the ring and the diamond, above the first line; moved apart where they would meet. */
function keys(
  first: ChannelCredits | undefined,
  { inUse, markov }: Pointed,
  toX: (share: number) => number,
  left: number,
  right: number,
): Plot.Markish[] {
  const at = (model: Model) => first?.credits.find((credit) => credit.model === model);
  const [used, ringed] = [at(inUse), inUse === markov ? undefined : at(markov)];
  if (used === undefined) return [];
  const usedName = `${modelNames[inUse]}, in use today`;
  const style = { fontSize: 12, fontWeight: 600, stroke: variable("paper"), strokeWidth: 4, paintOrder: "stroke" } as const;
  const place = (x: number, name: string) => Math.min(right - textWidth(name, 12) / 2, Math.max(left + textWidth(name, 12) / 2, x));
  let usedX = place(toX(used.share), usedName);
  const marks: Plot.Markish[] = [];
  if (ringed !== undefined) {
    const name = modelNames[markov];
    let ringX = place(toX(ringed.share), name);
    const apart = (textWidth(name, 12) + textWidth(usedName, 12)) / 2 + 8;
    // By their shares, since names near an edge have been moved already.
    const side = used.share >= ringed.share ? 1 : -1;
    if ((usedX - ringX) * side < apart) {
      const middle = (usedX + ringX) / 2;
      usedX = place(middle + (side * apart) / 2, usedName);
      ringX = usedX - side * apart;
    }
    marks.push(words(name, ringX, top + 4, { ...style, fill: category(0).ink }));
  }
  return [...marks, words(usedName, usedX, top + 4, { ...style, fill: category(2).ink })];
}

/** Draws for each channel the range of its credit across models, with a dot per model, a ring for Markov and a diamond for the model in use. */
export function ranges(
  lines: readonly ChannelCredits[],
  pointed: Pointed,
  label: string,
  { width, locale }: FigureTheme,
  firstRow = 0,
): SVGSVGElement {
  const names = Math.min(width * 0.28, Math.max(...lines.map((line) => textWidth(line.channel, 12.5))) + 16);
  const right = width - numbersWidth - 16;
  const least = Math.min(0, ...lines.map((line) => line.lower));
  const most = Math.max(0.01, ...lines.map((line) => line.upper));
  const toX = (share: number) => names + ((share - least) / (most - least)) * (right - names);
  const middle = (line: number) => top + (line + 0.5) * rowHeight;
  const bottom = top + lines.length * rowHeight;
  const ticked = ticks(least, most, 5);
  const placed = lines.map((line, place) => ({ ...line, place, row: firstRow + place }));
  const dots = placed.flatMap(({ credits, channel, place, row }) =>
    credits.map((credit): Dot => ({
      ...credit,
      line: place,
      row,
      tip: () => ({
        lead: `${channel}, ${modelNames[credit.model]}: ${percent(credit.share, locale, 1)}`,
        text: credit.lower === null || credit.upper === null ? "" : percentInterval(credit.lower, credit.upper, locale, 1),
        second: counted(credit.customers, "customer", locale),
      }),
    })),
  );
  const bars = placed.map((line) => ({
    ...line,
    tip: () => ({
      lead: `${line.channel} ${shareRange(line.least, line.most, locale)}`,
      text: percentInterval(line.lower, line.upper, locale),
      second: `${line.credits.length} models`,
    }),
  }));
  const y = ({ place }: { place: number }) => middle(place);
  const of = (dot: Dot) => ({ x: toX(dot.share), y: middle(dot.line) });
  const plain = dots.filter(({ model }) => model !== pointed.inUse && model !== pointed.markov);
  const rings = dots.filter(({ model }) => model === pointed.markov && model !== pointed.inUse);
  const diamonds = dots.filter(({ model }) => model === pointed.inUse);
  const quiet = { fontSize: 11, fill: muted };
  const tickText = (share: number, place: number) => {
    const decimals = Number.isInteger(Number((share * 100).toPrecision(8))) ? 0 : 1;
    return place === ticked.length - 1 ? `${percent(share, locale, decimals)} of ${pointed.what}` : hundredths(share, locale, decimals);
  };
  return plot({
    label,
    width,
    height: bottom + 4,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    r: { type: "identity" },
    symbol: { type: "identity" },
    marks: [
      Plot.link(ticked, { x1: toX, x2: toX, y1: () => top - 4, y2: () => bottom, stroke: variable("figure-grid") }),
      Plot.text(ticked.slice(0, -1), { x: toX, y: () => 10, text: tickText, ...quiet }),
      words(tickText(ticked.at(-1)!, ticked.length - 1), Math.min(toX(ticked.at(-1)!) + 8, right), 10, { textAnchor: "end", ...quiet }),
      words("models", right + 16 + 62, 10, { textAnchor: "end", ...quiet }),
      words("interval", width, 10, { textAnchor: "end", ...quiet }),
      Plot.text(placed, {
        x: () => names - 12,
        y,
        text: (line: ChannelCredits) => shortened(line.channel, names - 14, 12.5),
        textAnchor: "end",
        fontSize: 12.5,
        fill: variable("ink"),
      }),
      Plot.link(placed, {
        x1: (line: ChannelCredits) => toX(line.lower),
        x2: (line: ChannelCredits) => toX(line.upper),
        y1: y,
        y2: y,
        stroke: category(0).ink,
        strokeWidth: 1.25,
        strokeOpacity: 0.7,
      }),
      Plot.rect(bars, {
        x1: (line: ChannelCredits) => toX(line.least),
        x2: (line: ChannelCredits) => Math.max(toX(line.most), toX(line.least) + 2),
        y1: (line: { place: number }) => middle(line.place) - 5,
        y2: (line: { place: number }) => middle(line.place) + 5,
        fill: variable("accent-line"),
        rx: 2,
        ...withTips(bars),
      }),
      Plot.dot(plain, {
        x: (dot: Dot) => of(dot).x,
        y: (dot: Dot) => of(dot).y,
        r: 2.25,
        fill: category(0).ink,
        fillOpacity: 0.75,
        ...withTips(plain),
      }),
      Plot.dot(rings, {
        x: (dot: Dot) => of(dot).x,
        y: (dot: Dot) => of(dot).y,
        r: 4.5,
        fill: variable("paper"),
        stroke: category(0).ink,
        strokeWidth: 1.75,
        ...withTips(rings),
      }),
      Plot.dot(diamonds, {
        x: (dot: Dot) => of(dot).x,
        y: (dot: Dot) => of(dot).y,
        r: 4.75,
        symbol: "diamond",
        fill: category(2).ink,
        stroke: variable("paper"),
        strokeWidth: 1,
        ...withTips(diamonds),
      }),
      Plot.text(placed, {
        x: () => right + 16 + 62,
        y,
        text: (line: ChannelCredits) => shareRange(line.least, line.most, locale),
        textAnchor: "end",
        fontSize: 12.5,
        fontWeight: 600,
        fill: variable("ink"),
      }),
      Plot.text(placed, {
        x: () => width,
        y,
        text: (line: ChannelCredits) => shareRange(line.lower, line.upper, locale),
        textAnchor: "end",
        fontSize: 12,
        fill: muted,
      }),
      ...keys(lines[0], pointed, toX, names, right),
    ],
  });
}
