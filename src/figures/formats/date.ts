const known = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = known.get(key);
  if (format === undefined) known.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Midnight UTC of a local ISO date, so that formatting in UTC says the same date wherever the reader is. NaN if it is none. */
function midnight(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

function written(iso: string, locale: string, options: { day?: "numeric"; month: "short" | "long"; year?: "numeric" }): string {
  const at = midnight(iso);
  if (Number.isNaN(at)) return iso;
  if (!isEnglish(locale)) return formatter(locale, { ...options, timeZone: "UTC" }).format(at);
  const month = formatter("en-US", { month: options.month, timeZone: "UTC" }).format(at);
  return [options.day ? String(Number(iso.slice(8, 10))) : "", month, options.year ? iso.slice(0, 4) : ""].filter((part) => part !== "").join(" ");
}

/**
 * A date in words. Text that is no ISO date comes back as it is.
 *
 * @param iso A local ISO date; a time behind it is left out.
 * @example date("2025-12-17", "en") // "17 Dec 2025"
 */
export function date(iso: string, locale: string): string {
  return written(iso, locale, { day: "numeric", month: "short", year: "numeric" });
}

/**
 * A date without its year, where the year is already said.
 *
 * @example dayOfYear("2025-12-17", "en") // "17 Dec"
 */
export function dayOfYear(iso: string, locale: string): string {
  return written(iso, locale, { day: "numeric", month: "short" });
}

/**
 * The month of a date with its year.
 *
 * @example month("2025-01-01", "en") // "Jan 2025"
 */
export function month(iso: string, locale: string): string {
  return written(iso, locale, { month: "short", year: "numeric" });
}

/**
 * The month of a date without its year, where the year is already said.
 *
 * @param style "long" in sentences.
 * @example monthOfYear("2025-02-01", "en") // "Feb"
 */
export function monthOfYear(iso: string, locale: string, style: "short" | "long" = "short"): string {
  return written(iso, locale, { month: style });
}

/**
 * Both ends of a range of dates, each said once.
 *
 * @param last The last date that belongs to it.
 * @example dateRange("2025-01-01", "2025-12-17", "en") // "1 Jan – 17 Dec 2025"
 */
export function dateRange(first: string, last: string, locale: string): string {
  if (first.slice(0, 10) === last.slice(0, 10)) return date(first, locale);
  const start = first.slice(0, 4) === last.slice(0, 4) ? dayOfYear(first, locale) : date(first, locale);
  return `${start} – ${date(last, locale)}`;
}

/**
 * A moment as local ISO text of a time zone, to the minute, or to the second where there are any.
 *
 * @param ms UTC milliseconds.
 * @param timezone IANA name.
 * @example moment(1_766_000_520_000, "Europe/Berlin") // "2025-12-17 20:42"
 */
export function moment(ms: number, timezone: string): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return "–";
  const options = {
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  } as const;
  const parts = formatter("en-US", { ...options, timeZone: timezone }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
  const seconds = part("second") === "00" ? "" : `:${part("second")}`;
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}${seconds}`;
}

/**
 * An observation window in words, in the notebook's zone.
 *
 * @param window [start, end) in UTC milliseconds; the end does not belong to it.
 * @example windowRange([1_735_686_000_000, 1_766_012_400_000], "Europe/Berlin", "en") // "1 Jan – 17 Dec 2025"
 */
export function windowRange(window: readonly [number, number], timezone: string, locale: string): string {
  return dateRange(moment(window[0], timezone), moment(Math.max(window[0], window[1] - 1), timezone), locale);
}
