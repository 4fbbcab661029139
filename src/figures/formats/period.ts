import type { Grain } from "../../schema/settings.ts";
import { date, dayOfYear, month, monthOfYear } from "./date.ts";

/**
 * A calendar period by the local ISO date it starts on.
 *
 * @example period("2025-04-01", "quarter", "en") // "Q2 2025"
 */
export function period(start: string, grain: Grain, locale: string): string {
  if (grain === "month") return month(start, locale);
  if (grain === "year") return start.slice(0, 4);
  if (grain === "quarter") return `Q${Math.ceil(Number(start.slice(5, 7)) / 3)} ${start.slice(0, 4)}`;
  return date(start, locale);
}

/** A calendar period without its year. */
function periodOfYear(start: string, grain: Grain, locale: string): string {
  if (grain === "month") return monthOfYear(start, locale);
  if (grain === "year") return start.slice(0, 4);
  if (grain === "quarter") return `Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
  return dayOfYear(start, locale);
}

/**
 * A column of calendar periods, the year only where it changes.
 *
 * @example periods(["2024-12-01", "2025-01-01", "2025-02-01"], "month", "en") // ["Dec 2024", "Jan 2025", "Feb"]
 */
export function periods(starts: readonly string[], grain: Grain, locale: string): string[] {
  return starts.map((start, index) =>
    starts[index - 1]?.slice(0, 4) === start.slice(0, 4) ? periodOfYear(start, grain, locale) : period(start, grain, locale),
  );
}
