import { civilDays } from "./civil-days.ts";
import type { DateOrder } from "./csv-options.ts";

/** A time as written: what the wall showed, and how far ahead of UTC where it says so. */
export interface WrittenTime {
  wall: number;
  offset: number | null;
}

const clock = String.raw`(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`;
const numeric = new RegExp(String.raw`^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${clock}\s*$`);
/** A year of two digits: after slashes, or where all three have two digits, so that "1.2.10" is no date. */
const shortYear = new RegExp(String.raw`^\s*(?=\d{1,2}/|\d\d[.-]\d\d[.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})${clock}\s*$`);
const iso = new RegExp(String.raw`^\s*(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${clock}(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?\s*$`);
const monthName = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*";
const weekday = String.raw`(?:(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)[a-z]*,? )?`;
const offset = String.raw`(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?`;
/** "5 Jan 2025 14:05", "05-Jan-25", "Mon, 05 Jan 2025 14:05:09 +0100". */
const dayThenName = new RegExp(String.raw`^\s*${weekday}(\d{1,2})[ -]${monthName}\.?,?[ -](\d{4}|\d\d),?${clock}${offset}\s*$`, "i");
/** "Jan 5, 2025 2:05 pm". */
const nameThenDay = new RegExp(String.raw`^\s*${weekday}${monthName}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}),?(?: at)?${clock}${offset}\s*$`, "i");
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What a date's numbers say of the order of day and month in a column. */
export function dateOrderOf(texts: readonly string[]): { order: DateOrder; decided: boolean; numeric: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  let any = false;
  for (const text of texts) {
    const match = numeric.exec(text) ?? shortYear.exec(text);
    if (match === null) continue;
    any = true;
    if (Number(match[1]) > 12) dayFirst++;
    if (Number(match[3]) > 12) monthFirst++;
  }
  return { order: monthFirst > dayFirst ? "month-first" : "day-first", decided: dayFirst > 0 !== monthFirst > 0, numeric: any };
}

/** A year as written: two digits are of 1969 to 2068, as POSIX has it. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/**
 * A date or time in any layout that is understood: year first; day and month in the given order before a year of four or two digits; or with the
 * month's English name.
 */
export function wallOfDate(text: string, order: DateOrder): WrittenTime | null {
  const short = numeric.exec(text) ?? shortYear.exec(text);
  if (short !== null) {
    const [, first, , second, year, ...time] = short;
    const [day, month] = order === "day-first" ? [first, second] : [second, first];
    return wallOf(fullYear(year!), Number(month), Number(day), time, undefined);
  }
  const dayFirst = dayThenName.exec(text);
  if (dayFirst !== null) {
    const [, day, name, year, hour, minute, second, fraction, half, suffix] = dayFirst;
    return wallOf(fullYear(year!), monthOf(name!), Number(day), [hour, minute, second, fraction, half], suffix);
  }
  const nameFirst = nameThenDay.exec(text);
  if (nameFirst !== null) {
    const [, name, day, year, hour, minute, second, fraction, half, suffix] = nameFirst;
    return wallOf(Number(year), monthOf(name!), Number(day), [hour, minute, second, fraction, half], suffix);
  }
  const long = iso.exec(text);
  if (long === null) return null;
  const [, year, , month, day, hour, minute, second, fraction, half, suffix] = long;
  return wallOf(Number(year), Number(month), Number(day), [hour, minute, second, fraction, half], suffix);
}

function wallOf(year: number, month: number, day: number, time: (string | undefined)[], suffix: string | undefined): WrittenTime | null {
  const [hourText = "0", minute = "0", second = "0", fraction = "0", half] = time;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const days = civilDays(year, month, day);
  if (Number.isNaN(days) || hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = hour * 3600 + Number(minute) * 60 + Number(second);
  return { wall: days * 86_400_000 + seconds * 1000 + Number(fraction) * 1000, offset: offsetOf(suffix) };
}

function offsetOf(suffix: string | undefined): number | null {
  if (suffix === undefined) return null;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(suffix) ?? [];
  if (sign === undefined) return 0;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -ahead : ahead;
}
