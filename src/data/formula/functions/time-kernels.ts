import { addMonths } from "../../../analysis/calendar/add-months.ts";
import { civil } from "../../../analysis/calendar/civil.ts";
import { dayNumber } from "../../../analysis/calendar/day-number.ts";
import { isoWeek } from "../../../analysis/calendar/iso-week.ts";
import { localDay } from "../../../analysis/calendar/local-day.ts";
import { monthLength } from "../../../analysis/calendar/month-length.ts";
import { weekday } from "../../../analysis/calendar/weekday.ts";
import { isoTime } from "../../../schema/formula/iso-time.ts";
import type { FormulaRun } from "../formula-run.ts";

const day = 86_400_000;
const units: Readonly<Record<string, number>> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 };
const months: Readonly<Record<string, number>> = { months: 1, quarters: 3, years: 12 };
const latest = 8.64e15;

/** A kernel of a local date: missing stays missing. */
const ofDay = (part: (day: number) => number) => (run: FormulaRun, t: number) => (t === t ? part(localDay(run.zone, t)) : t);
/** A kernel of a local clock time: missing stays missing. */
const ofClock = (part: (msOfDay: number) => number) => (run: FormulaRun, t: number) => {
  const local = t + run.zone.offset(t);
  return t === t ? part(local - Math.floor(local / day) * day) : t;
};

const padded = (part: number, length: number) => String(part).padStart(length, "0");

function inRange(run: FormulaRun, t: number): number {
  if (Math.abs(t) <= latest) return t;
  if (t === t) run.losses.notFinite += 1;
  return Number.NaN;
}

/** UTC milliseconds of ISO text, on the notebook's clock where the text names no other; NaN where it is none. */
export function instant(run: FormulaRun, text: string): number {
  const read = isoTime(text);
  if (read === null) return Number.NaN;
  return read.offset === null ? run.zone.toUtc(read.local) : read.local - read.offset;
}

/** The day a period began, for periods of a day and longer. */
function firstDay(run: FormulaRun, period: string, local: number): number {
  const { year, month } = civil(local);
  switch (period) {
    case "year":
      return dayNumber(year, 1, 1);
    case "quarter":
      return dayNumber(year, month - ((month - 1) % 3), 1);
    case "month":
      return dayNumber(year, month, 1);
    case "week":
      return local - ((weekday(local) - run.weekStart + 7) % 7);
    default:
      return local;
  }
}

function startOf(run: FormulaRun, t: number, period: string): number {
  if (t !== t) return t;
  if (period === "hour" || period === "minute") {
    const length = period === "hour" ? 3_600_000 : 60_000;
    const offset = run.zone.offset(t);
    return Math.floor((t + offset) / length) * length - offset;
  }
  return run.zone.toUtc(firstDay(run, period, localDay(run.zone, t)) * day);
}

function add(run: FormulaRun, t: number, amount: number, unit: string): number {
  if (t !== t || amount !== amount) return Number.NaN;
  const fixed = units[unit];
  if (fixed !== undefined) return inRange(run, t + Math.round(amount * fixed));
  if (!Number.isInteger(amount) || Math.abs(amount) > 1e8) {
    run.losses.notFinite += 1;
    return Number.NaN;
  }
  const local = t + run.zone.offset(t);
  const from = Math.floor(local / day);
  const length = months[unit];
  const to = length === undefined ? from + amount * (unit === "weeks" ? 7 : 1) : addMonths(from, amount * length);
  const moved = inRange(run, to * day + (local - from * day));
  return moved === moved ? run.zone.toUtc(moved) : moved;
}

/** Whole months from one local time to a later one. */
function monthsBetween(from: number, to: number): number {
  const start = Math.floor(from / day);
  const a = civil(start);
  const b = civil(Math.floor(to / day));
  const guess = (b.year - a.year) * 12 + b.month - a.month;
  const reached = addMonths(start, guess) * day + (from - start * day);
  return reached <= to ? guess : guess - 1;
}

function between(run: FormulaRun, from: number, to: number, unit: string): number {
  if (from !== from || to !== to) return Number.NaN;
  const fixed = units[unit];
  if (fixed !== undefined) return (to - from) / fixed;
  const length = months[unit];
  if (length === undefined) {
    const days = localDay(run.zone, to) - localDay(run.zone, from);
    return unit === "weeks" ? Math.trunc(days / 7) + 0 : days;
  }
  const [a, b] = [from + run.zone.offset(from), to + run.zone.offset(to)];
  return a <= b ? Math.floor(monthsBetween(a, b) / length) : -Math.floor(monthsBetween(b, a) / length) + 0;
}

function date(run: FormulaRun, year: number, month: number, dayOfMonth: number): number {
  if (year !== year || month !== month || dayOfMonth !== dayOfMonth) return Number.NaN;
  const exists = year >= 0 && year <= 9_999 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month);
  if (exists) return run.zone.toUtc(dayNumber(year, month, dayOfMonth) * day);
  run.losses.notTimes += 1;
  return Number.NaN;
}

/** What formulas do with times: UTC milliseconds read on the notebook's clock. A missing time is NaN, and stays so. */
export const timeKernels = {
  year: ofDay((local) => civil(local).year),
  quarter: ofDay((local) => Math.ceil(civil(local).month / 3)),
  month: ofDay((local) => civil(local).month),
  week: ofDay((local) => isoWeek(local).week),
  day: ofDay((local) => civil(local).day),
  day_of_year: ofDay((local) => local - dayNumber(civil(local).year, 1, 1) + 1),
  weekday: ofDay(weekday),
  hour: ofClock((ms) => Math.floor(ms / 3_600_000)),
  minute: ofClock((ms) => Math.floor(ms / 60_000) % 60),
  date,
  time(run: FormulaRun, text: string | null): number {
    if (text === null) return Number.NaN;
    const t = instant(run, text);
    if (t !== t) run.losses.notTimes += 1;
    return t;
  },
  text_of_time(run: FormulaRun, t: number): string | null {
    if (t !== t) return null;
    const local = t + run.zone.offset(t);
    const from = Math.floor(local / day);
    const { year, month, day: dayOfMonth } = civil(from);
    const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
    const ms = local - from * day;
    if (ms === 0) return date;
    const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60].map((part) => padded(part, 2)).join(":");
    return ms % 1_000 === 0 ? `${date}T${clock}` : `${date}T${clock}.${padded(ms % 1_000, 3)}`;
  },
  start_of: startOf,
  add,
  between,
};
