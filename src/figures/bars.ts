import * as Plot from "@observablehq/plot";
import { plot, withTips } from "./plot.ts";
import type { Marked } from "./tip.ts";
import { shortened, textWidth } from "./text-width.ts";
import { category, variable, type Paint } from "./theme.ts";

/** One bar: its name in words, its value, and the interval where there is one. `text` stands at its end, `quiet` at the right edge. */
export interface Bar extends Marked {
  name: string;
  value: number;
  lower?: number;
  upper?: number;
  text: string;
  quiet: string;
}

export interface BarsOptions {
  label: string;
  width: number;
  bars: readonly Bar[];
  paint?: Paint;
  /** What the longest bar of all stands for, and the longest name, where several figures share a scale. */
  most?: number;
  names?: string;
}

const rowHeight = 26;

/** Draws horizontal bars from 0, each with its value at its end and a whisker for its interval. */
export function bars({ label, width, bars, paint = category(0), most: shared, names: longest = "" }: BarsOptions): SVGSVGElement {
  const names = Math.min(width * 0.35, Math.max(textWidth(longest, 12), ...bars.map((bar) => textWidth(bar.name, 12))) + 12);
  const values = Math.max(0, ...bars.map((bar) => textWidth(bar.text, 12.5))) + 16;
  const ends = values + Math.max(0, ...bars.map((bar) => textWidth(bar.quiet, 12))) + 8;
  const most = (shared ?? Math.max(0, ...bars.map((bar) => bar.upper ?? bar.value))) || 1;
  const reach = Math.max(40, width - names - ends);
  const toX = (value: number) => names + (Math.max(0, value) / most) * reach;
  const middle = (index: number) => (index + 0.5) * rowHeight;
  const placed = bars.map((bar, index) => ({ ...bar, index }));
  const whiskers = placed.filter((bar) => bar.lower !== undefined && bar.upper !== undefined);
  const at = { y: ({ index }: { index: number }) => middle(index), textAnchor: "start" } as const;
  return plot({
    label,
    width,
    height: rowHeight * bars.length,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    // Plot takes an identity scale with one bar for a collapsed one, and stretches the bar over the frame.
    y: { type: "linear", domain: [0, rowHeight * bars.length], range: [0, rowHeight * bars.length], axis: null },
    marks: [
      Plot.text(placed, { ...at, x: 0, text: (bar: Bar) => shortened(bar.name, names - 12, 12), fill: variable("ink") }),
      Plot.rect(placed, {
        x1: names,
        x2: (bar: Bar) => Math.max(names + 1, toX(bar.value)),
        y1: ({ index }) => middle(index) - 8,
        y2: ({ index }) => middle(index) + 8,
        fill: paint.fill,
        rx: 1,
        ...withTips(bars),
      }),
      Plot.link(whiskers, {
        x1: (bar: Bar) => toX(bar.lower!),
        x2: (bar: Bar) => toX(bar.upper!),
        y1: ({ index }) => middle(index),
        y2: ({ index }) => middle(index),
        stroke: variable("ink-2"),
        strokeWidth: 1.25,
      }),
      Plot.text(placed, { ...at, x: (bar: Bar) => toX(bar.upper ?? bar.value) + 8, text: "text", fill: variable("ink"), fontWeight: 600 }),
      Plot.text(placed, { ...at, x: width, text: "quiet", textAnchor: "end", fill: variable("figure-muted") }),
    ],
  });
}
