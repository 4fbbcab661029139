import { fixed, localized, number } from "./number.ts";

/**
 * An amount of money in its currency, or a plain number where no currency is known.
 *
 * Amounts of a hundred and more are whole, unless `decimals` says otherwise.
 *
 * @param currency ISO 4217 code, or null.
 * @example money(34.9, "EUR", "en") // "€34.90"
 */
export function money(value: number, currency: string | null, locale: string, decimals?: number): string {
  const digits = decimals ?? (Math.abs(value) >= 100 || value === 0 ? 0 : 2);
  if (currency === null) return decimals === undefined ? number(value, locale, digits) : fixed(value, locale, digits);
  try {
    return localized(value, locale, { currency, least: digits, most: digits });
  } catch {
    // A code Intl does not know stands behind the number, as the author wrote it.
    return `${fixed(value, locale, digits)}\u00a0${currency}`;
  }
}
