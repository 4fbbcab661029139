import { localized } from "./number.ts";

const units = [
  { size: 1e12, sign: "tn" },
  { size: 1e9, sign: "bn" },
  { size: 1e6, sign: "M" },
  { size: 1e3, sign: "k" },
] as const;

/**
 * A large number in few characters: two significant digits or all digits before the point, and a unit after a thin no-break space.
 *
 * Numbers below `from` are written whole, since 412,806 says more than 413 k in the same room.
 *
 * @param from The least number that is shortened: a million in running text, ten thousand on an axis.
 * @example compact(4_812_330, "en") // "4.8 M"
 */
export function compact(value: number, locale: string, from = 1e6): string {
  const size = Math.abs(value);
  const rounded = Number(size.toPrecision(2));
  const unit = size < from ? undefined : units.find((unit) => Math.max(size, rounded) >= unit.size);
  if (unit === undefined) return localized(value, locale, { most: size < 10 ? 1 : 0 });
  const scaled = value / unit.size;
  const decimals = Math.abs(Number(scaled.toPrecision(2))) < 10 ? 1 : 0;
  return `${localized(scaled, locale, { most: decimals })}\u00a0${unit.sign}`;
}
