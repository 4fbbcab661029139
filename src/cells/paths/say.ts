import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Interval } from "../../analysis/intervals/interval.ts";

/** "37% (36–38)": a share in per cent with its interval, with a decimal where whole per cents would hide it. */
export function share(rate: number, { lower, upper }: Interval): string {
  const digits = upper - lower < 0.02 || rate < 0.03 ? 1 : 0;
  const percent = (value: number) => (value * 100).toFixed(digits);
  return `${percent(rate)}% (${percent(lower)}–${percent(upper)})`;
}

/** The same of a count of a whole. */
export function shareOf(part: number, whole: number, level: number): string {
  return share(part / whole, wilson(part, whole, level));
}

/** A length of time in its largest whole unit: "3 hours". */
export function length(seconds: number): string {
  const [size, unit] = (
    [
      [86_400, "day"],
      [3_600, "hour"],
      [60, "minute"],
      [1, "second"],
    ] as const
  ).find(([size]) => seconds >= 1.5 * size) ?? [1, "second"];
  const count = Math.round(seconds / size);
  return `${count.toLocaleString("en-US")} ${unit}${count === 1 ? "" : "s"}`;
}
