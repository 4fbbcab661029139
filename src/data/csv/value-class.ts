import { numberOf } from "./number-text.ts";
import { wallOfDate } from "./written-date.ts";

/** What a single value looks like, for telling a header from data and one delimiter from another. */
export type ValueClass = "missing" | "number" | "time" | "boolean" | "text";

const missing = /^(?:[ \t]*|NA|N\/A|null|NULL|NaN|None)$/;
const truth = /^(?:true|false|yes|no)$/i;

/** Whether a text says that there is no value: nothing, blanks only, NA, N/A, null, NULL, NaN or None. */
export function isMissingText(text: string): boolean {
  return missing.test(text);
}

/** The class of one value. */
export function valueClass(text: string): ValueClass {
  if (missing.test(text)) return "missing";
  if (truth.test(text)) return "boolean";
  if (!Number.isNaN(numberOf(text, "point")) || !Number.isNaN(numberOf(text, "comma"))) return "number";
  return wallOfDate(text, "day-first") !== null || wallOfDate(text, "month-first") !== null ? "time" : "text";
}
