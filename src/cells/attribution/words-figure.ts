import type { FigureTheme } from "../../figures/figure.ts";
import { hundredths, percent } from "../../figures/formats/percent.ts";
import { number } from "../../figures/formats/number.ts";
import type { CellResult } from "../../schema/result.ts";
import { models } from "./models.ts";
import type { AttributionParams } from "./presets.ts";

/** What is shared out: "conversions", or "value" in words. */
export const whatOf = ({ credit }: AttributionParams): string => (credit === "value" ? "value" : "conversions");

const lookbackOf = ({ preset, lookback }: AttributionParams): string => (preset === "none" ? lookback : preset === "ga4" ? "90 days" : "30 days");

/** A range of shares in per cent: "20–32%"; with decimals where whole per cents would show no range. */
export function shareRange(least: number, most: number, locale: string): string {
  const decimals = Math.abs(most) < 0.01 && most !== 0 ? 1 : 0;
  const [low, high] = [hundredths(least, locale, decimals), percent(most, locale, decimals)];
  if (`${low}%` === high) return high;
  return low.startsWith("−") ? `${low} to ${high}` : `${low}–${high}`;
}

/**
 * The definition under the title: what of how much, and what the parts of the picture mean.
 *
 * @param untouched The share that no touch came before, which is not drawn; null where there is none.
 */
export function definition(result: CellResult, params: AttributionParams, theme: FigureTheme, untouched: number | null): string {
  const { locale } = theme;
  const level = percent(params.level ?? theme.level, locale, Number.isInteger((params.level ?? theme.level) * 100) ? 0 : 1);
  const line = params.replicates > 0 ? `; thin line: with ${level} ${params.path === null ? "customer " : ""}bootstrap` : "";
  const paths = params.path === null ? ` Lookback ${lookbackOf(params)}.` : "";
  return `Share of ${number(result.n, locale, 0)} ${params.credit === "value" ? "conversions’ value" : "conversions"} credited to each channel. Pale bar: lowest to highest of ${models.length} models${line}.${paths} ${untouched === null ? "" : ` ${percent(untouched, locale)} had no touch before them and are not drawn.`} Every model’s credit adds up to all of them. Descriptive: it does not say what would happen without a channel.`;
}
