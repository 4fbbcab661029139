import type { Interval } from "../../analysis/intervals/interval.ts";

/** A share in percent with its interval, a decimal where whole percents would hide it: "37%" and "(36–38)". */
export function share(rate: number, { lower, upper }: Interval): { rate: string; interval: string } {
  const digits = upper - lower < 0.02 || rate < 0.03 ? 1 : 0;
  const percent = (value: number) => (value * 100).toFixed(digits);
  return { rate: `${percent(rate)}%`, interval: `(${percent(lower)}–${percent(upper)})` };
}

/** A whole number as people write it. */
export function whole(count: number): string {
  return count.toLocaleString("en-US");
}

const units: readonly [number, string][] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** Seconds in the largest unit that suits: "4 hours", "1.5 days". */
export function length(seconds: number): string {
  const [size, unit] = units.find(([size]) => seconds >= size) ?? [1, "second"];
  const amount = Number((seconds / size).toPrecision(2));
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

/** What is counted, in the plural. */
export const counted = { unique: "customers", totals: "attempts", sessions: "sessions" } as const;
