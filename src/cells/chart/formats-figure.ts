import type { FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { date, moment } from "../../figures/formats/date.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { hundredths, percent } from "../../figures/formats/percent.ts";
import { period } from "../../figures/formats/period.ts";
import type { Column } from "../../schema/column.ts";
import type { Scalar } from "../../schema/scalar.ts";
import type { Grain } from "../../schema/settings.ts";
import { nameOf } from "./marks-figure.ts";

const isCurrency = (unit: string | undefined): boolean => /^[A-Z]{3}$/.test(unit ?? "");

/** A value of a column in words, with its unit. */
export function valueText(value: number, { role, unit }: Column, { locale }: FigureTheme): string {
  if (role === "rate" && unit === undefined) return percent(value, locale, 1);
  if (isCurrency(unit)) return money(value, unit!, locale);
  const text = number(value, locale, Math.abs(value) >= 100 ? 0 : Math.abs(value) < 0.01 ? 6 : 2);
  return unit === undefined ? text : `${text} ${unit}`;
}

/** A value at an axis; the unit stands on the last tick. */
export function tickText(value: number, isLast: boolean, { role, unit }: Column, { locale }: FigureTheme, isShare = false): string {
  if (isShare || (role === "rate" && unit === undefined))
    return isLast ? percent(value, locale) : hundredths(value, locale, value !== 0 && Math.abs(value) < 0.01 ? 1 : 0);
  const text = Math.abs(value) >= 10_000 ? compact(value, locale, 10_000) : number(value, locale, Math.abs(value) < 0.01 ? 6 : 2);
  return isLast && unit !== undefined ? `${text} ${unit}` : text;
}

/** What stands on the horizontal axis, in words: a group, a period, a moment, a number. */
export function placeText(value: Scalar, { type, unit }: Column, grain: string | null, theme: FigureTheme): string {
  if (typeof value === "string" && grain !== null) {
    return grain === "week" ? `week of ${date(value, theme.locale)}` : period(value, grain as Grain, theme.locale);
  }
  if (typeof value === "number") {
    if (type === "time") return moment(value, theme.timezone);
    return `${number(value, theme.locale, 4)}${unit === undefined ? "" : ` ${unit}`}`;
  }
  return nameOf(value);
}
