import type { Interval } from "../../analysis/intervals/interval.ts";
import type { RetentionParams } from "./cohorts.ts";
import { bracketName } from "./brackets.ts";

/** A share in percent, with a decimal where whole percents would hide the interval. */
function percent(share: number, digits: number): string {
  return (share * 100).toFixed(digits);
}

/** "37% of new customers" and "(36–38)" in one: the number, and its interval without the sign. */
export function share(rate: number, interval: Interval): { rate: string; interval: string } {
  const digits = interval.upper - interval.lower < 0.02 || rate < 0.03 ? 1 : 0;
  return { rate: `${percent(rate, digits)}%`, interval: `(${percent(interval.lower, digits)}–${percent(interval.upper, digits)})` };
}

/** "4 to 9 points", of a difference of shares; both bounds on one side of 0. */
export function points(interval: Interval): string {
  const [near, far] = [Math.abs(interval.lower), Math.abs(interval.upper)].sort((left, right) => left - right) as [number, number];
  const digits = near < 0.01 ? 1 : 0;
  return `${percent(near, digits)} to ${percent(far, digits)} points`;
}

/** A whole number as people write it. */
export function whole(count: number): string {
  return count.toLocaleString("en-US");
}

/** "12 cohorts", "1 cohort". */
export function several(count: number, word: string): string {
  return `${whole(count)} ${word}${count === 1 ? "" : "s"}`;
}

const lengths = { day: "24 hours", week: "7 days", month: "30 days", quarter: "90 days" } as const;

/** What it means to be counted in a period after the start, as the end of "… of new customers". */
export function staying(params: RetentionParams, period: number): string {
  const { grain, measure } = params;
  if (measure === "bracket") return `come back on ${bracketName(params.brackets[period]!)}`;
  const rolling = params.periods === "rolling";
  const unit = rolling ? `period of ${lengths[grain]}` : grain;
  const when = period === 1 ? `the next ${unit}` : `${period} ${unit.replace(/^(\w+)/, "$1s")} later`;
  if (measure === "unbounded" && params.look_ahead > 0) return `come back ${when} or within ${several(params.look_ahead, grain)} after it`;
  if (measure === "trailing" && params.trailing > 1) return `come back within the ${params.trailing} ${grain}s after their first`;
  return `come back ${when}`;
}

/** The first period whose count says something about coming back: those before it hold the start itself. */
export function telling(params: RetentionParams): number {
  if (params.measure === "bracket") return params.brackets.findIndex(([from]) => from > 0);
  return params.measure === "trailing" ? params.trailing : 1;
}
