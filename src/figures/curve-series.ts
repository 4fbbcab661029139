import type { Marked } from "./tip.ts";
import type { Paint } from "./theme.ts";

/** One place of a line, with its interval where there is one. */
export interface CurvePoint extends Marked {
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
}

/** A line with its label: the name, and the value at its end with the interval. */
export interface CurveSeries {
  name: string;
  end: string;
  paint: Paint;
  /** A second reading of the first line: thin and dashed, without a band or a label, so the caption has to say what it is. */
  dashed: boolean;
  points: readonly CurvePoint[];
}

export interface CurveOptions {
  /** What a screen reader says. */
  label: string;
  width: number;
  /** At least one line, each with at least one point. */
  series: readonly CurveSeries[];
  /** The word of a place on the horizontal axis. */
  formatX: (x: number) => string;
  /** What the horizontal axis counts, such as "month": said at the first place. */
  unitX: string;
  formatY: (y: number, last: boolean) => string;
  /** Whether the vertical axis begins at 0. */
  fromZero: boolean;
}
