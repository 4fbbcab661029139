import type { Estimate } from "../../analysis/intervals/interval-difference.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import type { Compared } from "../../notebook/versions/comparison.ts";

const plain = (value: number, locale: string): string => number(value, locale, Math.abs(value) >= 100 ? 0 : 2);

/** A number with its interval, such as "9.9% (9.3–10.4)". */
export function estimateWords({ value, lower, upper }: Estimate, isShare: boolean, locale: string): string {
  if (isShare) return `${percent(value, locale, 1)} ${percentInterval(lower, upper, locale)}`;
  return `${plain(value, locale)} (${plain(lower, locale)} to ${plain(upper, locale)})`;
}

/** What became of a number: "0.5 to 2.1 points more", or that nothing clear did. */
export function differenceWords({ difference: { lower, upper }, clear, isShare }: Compared, locale: string): string {
  if (!clear) return "no clear change";
  const [least, most] = lower > 0 ? [lower, upper] : [-upper, -lower];
  const [from, to] = [least, most].map((value) => (isShare ? number(value * 100, locale, 1) : plain(value, locale)));
  return `${from} to ${to} ${isShare ? "points " : ""}${lower > 0 ? "more" : "less"}`;
}

/** One number then and now, in a line. */
export function comparedWords(compared: Compared, locale: string): string {
  const { before, after, isShare } = compared;
  return `was ${estimateWords(before, isShare, locale)}, now ${estimateWords(after, isShare, locale)}: ${differenceWords(compared, locale)}`;
}
