import { number } from "./number.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A length of time in words, with two units at most: how long something took, or how long customers waited.
 *
 * @param ms Milliseconds.
 * @example span(610_000, "en") // "10 min 10 s"
 */
export function span(ms: number, locale: string): string {
  const size = Math.abs(ms);
  const sign = ms < 0 ? "−" : "";
  const pair = (unit: number, name: string, part: number, partName: string) => {
    const parts = Math.round(size / part);
    const whole = Math.floor((parts * part) / unit);
    const rest = parts - whole * (unit / part);
    return `${sign}${number(whole, locale)}\u00a0${name}${rest === 0 ? "" : ` ${rest}\u00a0${partName}`}`;
  };
  if (size < 999.5) return `${number(ms, locale, size < 10 ? 1 : 0)}\u00a0ms`;
  if (size < 59.95 * second) return `${number(ms / second, locale, size < 10 * second ? 1 : 0)}\u00a0s`;
  if (size < hour - second / 2) return pair(minute, "min", second, "s");
  if (size < 2 * day) return pair(hour, "h", minute, "min");
  return `${number(ms / day, locale, size < 10 * day ? 1 : 0)} days`;
}
