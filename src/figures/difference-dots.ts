import * as Plot from "@observablehq/plot";
import { element } from "./element.ts";
import { plot, withTips } from "./plot.ts";
import { shortened, textWidth } from "./text-width.ts";
import { category, variable } from "./theme.ts";
import type { Marked } from "./tip.ts";

/** One dot: how far something lies from none, with its interval. Grey unless found; hollow where it means nothing. */
export interface DifferenceDot extends Marked {
  name: string;
  value: number;
  lower: number | null;
  upper: number | null;
  isFound: boolean;
  isHollow: boolean;
  /** Stands at the right edge. */
  text: string;
}

export interface DifferenceDotsOptions {
  label: string;
  width: number;
  /** One below the other, on one scale. */
  panels: readonly { name: string; dots: readonly DifferenceDot[] }[];
  /** The least distance from none at the edges, where several figures share a scale. */
  reach?: number;
}

const row = 24;
const head = 28;

const ink = (dot: DifferenceDot): string => (dot.isFound ? category(0).ink : variable("figure-muted"));

/** None, and round values on both sides of it: 1, 2 or 5 times a power of ten, two of them where they fit. */
function ticksAround(reach: number): number[] {
  const power = 10 ** Math.floor(Math.log10(reach / 1.5));
  const step = [5, 2, 1].find((digit) => digit * power <= reach / 1.5)! * power;
  const beside = [step, 2 * step].filter((tick) => tick <= reach).map((tick) => Number(tick.toPrecision(1)));
  return [...beside.map((tick) => -tick).reverse(), 0, ...beside];
}

/** Draws dots with intervals around a line at none, in one panel per group. */
export function differenceDots({ label, width, panels, reach: shared = 0.5 }: DifferenceDotsOptions): HTMLElement {
  const all = panels.flatMap(({ dots }) => dots);
  const names = Math.min(width * 0.34, Math.max(...all.map((dot) => textWidth(dot.name, 12))) + 28);
  const ends = Math.min(width * 0.3, Math.max(...all.map((dot) => textWidth(dot.text, 12))) + 28);
  const reach = Math.max(shared, ...all.flatMap(({ value, lower, upper }) => [Math.abs(value), Math.abs(lower ?? 0), Math.abs(upper ?? 0)]));
  const toX = (value: number) => names + ((value / reach + 1) / 2) * (width - names - ends);
  const ticks = ticksAround(reach);
  const sign = (tick: number) => `${tick > 0 ? "+" : tick < 0 ? "−" : ""}${Math.abs(tick)}`;
  const drawings = panels.map(({ name, dots }, panel) => {
    const placed = dots.map((dot, index) => ({ ...dot, y: head + (index + 0.5) * row }));
    const bottom = head + dots.length * row;
    const whiskers = placed.filter(({ lower, upper }) => lower !== null && upper !== null);
    return plot({
      label: panel === 0 ? label : `${name}: the same`,
      width,
      height: bottom + 18,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      color: { type: "identity" },
      marks: [
        Plot.link(ticks, {
          x1: toX,
          x2: toX,
          y1: () => head,
          y2: () => bottom,
          stroke: (tick: number) => variable(tick === 0 ? "figure-axis" : "figure-grid"),
        }),
        Plot.text(ticks, { x: toX, y: () => bottom + 10, text: sign, fontSize: 11, fill: variable("figure-muted") }),
        Plot.text([name], { x: () => 0, y: () => 16, text: (text: string) => text, textAnchor: "start", fontWeight: 600, fill: variable("ink") }),
        Plot.text(placed, {
          x: () => 0,
          y: "y",
          text: ({ name: trait }) => shortened(trait, names - 12, 12),
          textAnchor: "start",
          fill: variable("ink"),
        }),
        Plot.text(placed, { x: () => width, y: "y", text: "text", textAnchor: "end", fill: variable("figure-muted") }),
        Plot.link(whiskers, { x1: ({ lower }) => toX(lower!), x2: ({ upper }) => toX(upper!), y1: "y", y2: "y", stroke: ink, strokeWidth: 1.5 }),
        Plot.dot(placed, {
          x: ({ value }) => toX(value),
          y: "y",
          r: 4,
          fill: (dot: DifferenceDot) => (dot.isHollow ? variable("paper") : ink(dot)),
          stroke: ink,
          strokeWidth: 1.5,
          ...withTips(placed),
        }),
      ],
    });
  });
  return element("div", "figure", ...drawings);
}
