import type { CurveOptions, CurveSeries } from "./curve-series.ts";
import { textWidth } from "./text-width.ts";
import { every, ticks } from "./ticks.ts";

/** Where everything of a curve stands, in px, and the range its vertical axis covers. */
export interface CurveFrame {
  height: number;
  marginTop: number;
  marginBottom: number;
  marginLeft: number;
  /** Where the last place of the horizontal axis stands. */
  right: number;
  /** The first and last place, and the range of values. */
  places: readonly [number, number];
  least: number;
  greatest: number;
  placeTicks: number[];
  valueTicks: number[];
  toX: (place: number) => number;
  toY: (value: number) => number;
}

const tickSize = 11;
const least = { height: 208, marginLeft: 28, marginRight: 24 };

/** How much room the label of a line needs. */
export function labelWidth({ name, end }: CurveSeries): number {
  return Math.max(textWidth(name, 12.5), textWidth(end, 12));
}

/**
 * The vertical range of lines and their bands, with a little air. A band may reach out of it rather than flatten the lines.
 */
export function curveRange(series: readonly CurveSeries[], fromZero: boolean): { least: number; greatest: number } {
  const points = series.flatMap((line) => line.points);
  const values = points.map((point) => point.y);
  const ends = points.flatMap((point) => [point.lower ?? point.y, point.upper ?? point.y]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const bottom = fromZero ? Math.min(0, low) : Math.max(Math.min(...ends), low - spread);
  const top = Math.min(Math.max(...ends), high + spread);
  const air = (top - bottom || Math.abs(top) || 1) * 0.04;
  const floor = low >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  return { least: fromZero && bottom === 0 ? 0 : Math.max(floor, bottom - air), greatest: top + air };
}

/** The places named on the horizontal axis: the first, which also carries the unit, and round ones that do not touch it or each other. */
function ticksOf(first: number, last: number, toX: (place: number) => number, { unitX, formatX }: Pick<CurveOptions, "unitX" | "formatX">): number[] {
  const apart = every((toX(last) - toX(first)) / Math.max(1, last - first), textWidth(formatX(last), tickSize) + 10);
  const clear = toX(first) + textWidth(`${unitX} ${formatX(first)}`, tickSize) / 2 + 12;
  const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return places.filter((place) => place === first || (place % apart === 0 && toX(place) > clear));
}

/** Finds room for a curve: its labels at the right, its ticks at the left and below. */
export function curveFrame(options: CurveOptions): CurveFrame {
  const { width, series, formatY, fromZero } = options;
  const range = curveRange(series, fromZero);
  const valueTicks = ticks(range.least, range.greatest, 5);
  const tickWidths = valueTicks.map((tick) => textWidth(formatY(tick, tick === valueTicks.at(-1)), tickSize) + 10);
  const labelWidths = series.filter((line) => !line.dashed).map((line) => labelWidth(line) + 14);
  const height = Math.max(least.height, 34 * series.length + 48);
  const marginTop = 14;
  const marginBottom = 32;
  const marginLeft = Math.ceil(Math.max(least.marginLeft, ...tickWidths));
  const marginRight = Math.min(width * 0.38, Math.max(least.marginRight, ...labelWidths));
  const places = series.flatMap((line) => line.points.map((point) => point.x));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const isPoint = first === last;
  const left = marginLeft + 4;
  const right = isPoint ? marginLeft + (width - marginLeft - marginRight) / 8 : width - marginRight;
  const toX = (place: number) => (isPoint ? right : left + ((place - first) / (last - first)) * (right - left));
  const reach = height - marginBottom - marginTop;
  const toY = (value: number) => height - marginBottom - ((value - range.least) / (range.greatest - range.least)) * reach;
  const placeTicks = ticksOf(first, last, toX, options);
  return { height, marginTop, marginBottom, marginLeft, right, places: [first, last], ...range, placeTicks, valueTicks, toX, toY };
}
