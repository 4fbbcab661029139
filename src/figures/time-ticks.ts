import { civil } from "../analysis/calendar/civil.ts";
import { dayNumber } from "../analysis/calendar/day-number.ts";
import { textWidth } from "./text-width.ts";
import { date, dayOfYear, month, monthOfYear } from "./formats/date.ts";

/** A named place of a time axis. */
export interface TimeTick {
  /** Local milliseconds: those since 1970-01-01 00:00 on the wall clock. */
  at: number;
  text: string;
}

const hour = 3_600_000;
const day = 24 * hour;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

const iso = (local: number): string => new Date(local).toISOString().slice(0, 10);

function monthsFrom(first: number, last: number, step: number): number[] {
  const { year, month: named } = civil(Math.floor(first / day));
  const found: number[] = [];
  for (let index = Math.ceil((year * 12 + named - 1) / step) * step; ; index += step) {
    const at = dayNumber(Math.floor(index / 12), (index % 12) + 1, 1) * day;
    if (at > last) return found;
    if (at >= first) found.push(at);
  }
}

function evenly(first: number, last: number, step: number, origin: number): number[] {
  const start = Math.ceil((first - origin) / step) * step + origin;
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, place) => start + place * step);
}

/** Names of places, the year only where it changes. */
function named(places: readonly number[], write: (local: number, withYear: boolean) => string): TimeTick[] {
  return places.map((at, index) => ({ at, text: write(at, index === 0 || iso(places[index - 1]!).slice(0, 4) !== iso(at).slice(0, 4)) }));
}

/**
 * The hours, days, months or years named on a time axis, as many as fit without touching.
 *
 * @param first Local milliseconds.
 * @param width Px the axis has.
 * @example timeTicks(Date.UTC(2025, 0, 1), Date.UTC(2025, 11, 31), 300, "en").map((tick) => tick.text) // ["Jan 2025", "Apr", "Jul", "Oct"]
 */
export function timeTicks(first: number, last: number, width: number, locale: string): TimeTick[] {
  if (!(last > first)) return [{ at: first, text: date(iso(first), locale) }];
  const room = Math.max(1, Math.floor(width / (textWidth("30 Sep 2025", 11) + 12)));
  const clock = (local: number) => new Date(local).toISOString().slice(11, 16);
  const days = (local: number, withYear: boolean) => (withYear ? date : dayOfYear)(iso(local), locale);
  for (const step of [1, 3, 6, 12]) {
    const places = evenly(first, last, step * hour, 0);
    if (places.length <= room && (last - first) / day <= 3) {
      return places.map((at) => ({ at, text: at % day === 0 ? dayOfYear(iso(at), locale) : clock(at) }));
    }
  }
  // 1970-01-05 was a Monday: weeks are named by theirs.
  for (const step of [1, 2, 7, 14]) {
    const places = evenly(first, last, step * day, step >= 7 ? 4 * day : 0);
    if (places.length <= room) return named(places, days);
  }
  for (const step of monthSteps) {
    const places = monthsFrom(first, last, step);
    if (places.length > room && step !== 600) continue;
    if (step >= 12) return places.map((at) => ({ at, text: iso(at).slice(0, 4) }));
    return named(places, (local, withYear) => (withYear ? month : monthOfYear)(iso(local), locale));
  }
  return [];
}
