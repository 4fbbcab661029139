const minus = "−";
const known = new Map<string, Intl.NumberFormat>();

/** What of Intl's options the formats here use. */
export interface NumberStyle {
  least?: number;
  most: number;
  style?: "decimal" | "percent";
  currency?: string;
  grouping?: boolean;
}

/**
 * A number through the locale's own format, with a true minus (U+2212).
 *
 * A negative number that rounds to nothing is written 0, not −0.
 */
export function localized(value: number, locale: string, { least = 0, most, style = "decimal", currency, grouping = true }: NumberStyle): string {
  const key = `${locale} ${least} ${most} ${style} ${currency ?? ""} ${grouping}`;
  let format = known.get(key);
  if (format === undefined) {
    const money = currency === undefined ? { style } : { style: "currency" as const, currency, currencyDisplay: "narrowSymbol" as const };
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
    known.set(key, (format = new Intl.NumberFormat(locale, { signDisplay: "negative", useGrouping: grouping, ...digits, ...money })));
  }
  return format.format(value).replace("-", minus);
}

/**
 * A number with thousands separated. Whole numbers have no decimals; others have up to `decimals`.
 *
 * @example number(-4338.5, "en", 1) // "−4,338.5"
 */
export function number(value: number, locale: string, decimals = 2): string {
  return localized(value, locale, { most: decimals });
}

/**
 * A number with exactly so many decimals, for a column of numbers that are to stand below one another.
 *
 * @example fixed(12.5, "en", 2) // "12.50"
 */
export function fixed(value: number, locale: string, decimals: number): string {
  return localized(value, locale, { least: decimals, most: decimals });
}
