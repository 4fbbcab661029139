import { civilDays } from "./civil-days.ts";
import type { DateOrder } from "./csv-options.ts";

/** A time as written: what the wall showed, and how far ahead of UTC where it says so. */
export interface WrittenTime {
  wall: number;
  offset: number | null;
}

const clock = String.raw`(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`;
const numeric = new RegExp(String.raw`^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${clock}\s*$`);
const iso = new RegExp(String.raw`^\s*(\d{4})([/-])(\d\d)\2(\d\d)${clock}(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?\s*$`);

/** What a date's numbers say of the order of day and month in a column. */
export function dateOrderOf(texts: readonly string[]): { order: DateOrder; decided: boolean; numeric: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  let any = false;
  for (const text of texts) {
    const match = numeric.exec(text);
    if (match === null) continue;
    any = true;
    if (Number(match[1]) > 12) dayFirst++;
    if (Number(match[3]) > 12) monthFirst++;
  }
  return { order: monthFirst > dayFirst ? "month-first" : "day-first", decided: dayFirst > 0 !== monthFirst > 0, numeric: any };
}

/** A date or time in any layout that is understood: year first, or day and month in the given order before a year of four digits. */
export function wallOfDate(text: string, order: DateOrder): WrittenTime | null {
  const short = numeric.exec(text);
  if (short !== null) {
    const [, first, , second, year, ...time] = short;
    const [day, month] = order === "day-first" ? [first, second] : [second, first];
    return wallOf(Number(year), Number(month), Number(day), time, undefined);
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
