import { localized } from "./number.ts";

/**
 * A share of one as per cent, in the locale's way.
 *
 * @example percent(0.247, "en", 1) // "24.7%"
 */
export function percent(share: number, locale: string, decimals = 0): string {
  return localized(share, locale, { style: "percent", least: decimals, most: decimals });
}

/**
 * A share of one in hundredths without the sign, for cells and ticks whose heading carries it.
 *
 * @example hundredths(0.247, "en") // "25"
 */
export function hundredths(share: number, locale: string, decimals = 0): string {
  return localized(share * 100, locale, { least: decimals, most: decimals });
}

/**
 * An interval of shares in brackets, in hundredths: what stands behind a value that carries the sign.
 *
 * @example percentInterval(0.231, 0.265, "en", 1) // "(23.1–26.5)"
 */
export function percentInterval(lower: number, upper: number, locale: string, decimals = 1): string {
  return `(${hundredths(lower, locale, decimals)}–${hundredths(upper, locale, decimals)})`;
}
