import { civil } from "./civil.ts";
import { dayNumber } from "./day-number.ts";
import { weekday } from "./weekday.ts";

/** A week of ISO 8601: weeks begin on Monday and belong to the year that holds their Thursday. */
export interface IsoWeek {
  /** Not always the year of the date: 2024-12-30 is in week 1 of 2025. */
  year: number;
  /** 1 to 53. */
  week: number;
}

/**
 * The week of a day after ISO 8601.
 *
 * @param day Days since 1970-01-01.
 * @example isoWeek(dayNumber(2024, 12, 30)) // { year: 2025, week: 1 }
 */
export function isoWeek(day: number): IsoWeek {
  const thursday = day - weekday(day) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}
