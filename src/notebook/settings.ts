import { defaultSettings, type Settings } from "../schema/settings.ts";
import type { FrontPatch } from "./edit/set-front.ts";
import type { Notice } from "./file/notice.ts";
import type { FrontMatter } from "./notebook.ts";

/** The days a week may start with; the first is number 1. */
export const weekDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/**
 * What a notebook's front matter sets for every computation. A setting that cannot be used has its default, and a notice says so.
 *
 * @example settingsOf({ format: 1, title: "", week_start: "sunday", unknown: [] }).settings.weekStart // 7
 */
export function settingsOf(front: FrontMatter): { settings: Settings; notices: Notice[] } {
  const settings: Settings = { ...defaultSettings };
  const notices: Notice[] = [];
  const refuse = (problem: string, remedy: string) => notices.push({ code: "setting", text: `${problem} ${remedy}`, cell: null });
  const { timezone, week_start, currency, window, level } = front;
  if (timezone !== undefined) {
    if (isTimeZone(timezone)) settings.timezone = timezone;
    else refuse(`"${timezone}" is not a time zone; times are shown in UTC.`, 'Write one such as "Europe/Berlin".');
  }
  if (week_start !== undefined) {
    const day = weekDays.findIndex((name) => name === week_start.toLowerCase());
    if (day >= 0) settings.weekStart = day + 1;
    else refuse(`"${week_start}" is not a day; weeks start on Monday.`, 'Write "monday" or "sunday", for example.');
  }
  if (currency !== undefined) {
    if (/^[A-Z]{3}$/.test(currency)) settings.currency = currency;
    else refuse(`"${currency}" is not a currency; money is shown without one.`, 'Write its three letters, such as "EUR".');
  }
  if (window !== undefined) {
    if (window.every(isDate) && window[0] < window[1]) settings.window = window;
    else refuse(`"${window.join('" to "')}" is not a window; all the data is used.`, 'Write two dates, such as ["2025-01-01","2026-01-01"].');
  }
  if (level !== undefined) {
    if (level >= 0.5 && level <= 0.999) settings.level = level;
    else refuse(`A confidence level of ${level} cannot be used; 0.95 is.`, "Write it as a fraction from 0.5 to 0.999.");
  }
  return { settings, notices };
}

/**
 * The front matter that says these settings, for `setFront`. A setting with its default is taken out of the file.
 *
 * @example frontOf({ ...defaultSettings, weekStart: 7 }).week_start // "sunday"
 */
export function frontOf({ timezone, weekStart, currency, window, level }: Settings): FrontPatch {
  return {
    timezone: timezone === defaultSettings.timezone ? undefined : timezone,
    week_start: weekStart === defaultSettings.weekStart ? undefined : weekDays[weekStart - 1],
    currency: currency ?? undefined,
    window: window ?? undefined,
    level: level === defaultSettings.level ? undefined : level,
  };
}

/** Whether the browser knows a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Whether a text is a day of the calendar; 30 February is not. */
function isDate(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
