import type { ColumnType } from "../../schema/column.ts";
import type { DateOrder } from "./csv-options.ts";
import { isWholeText, numberOf } from "./number-text.ts";
import { dateOrderOf, wallOfDate } from "./written-date.ts";
import { wallClock } from "./wall-clock.ts";

/** Distinct texts read as a type: one value per text, NaN for those that are not of the type. */
export interface TextReading {
  type: ColumnType;
  values: Float64Array;
  /** Of dates written with numbers only. */
  dates?: { order: DateOrder; decided: boolean };
}

/** What a reading needs to know beside the texts. */
export interface ReadingOptions {
  decimal: "point" | "comma";
  dateOrder: DateOrder | null;
  zone: string;
}

const yes = /^(?:true|yes)$/i;
const no = /^(?:false|no)$/i;

/** Yes and no in words; 1 and 0 too where a column was asked to be boolean. */
export function readBooleans(texts: readonly string[], digits: boolean): TextReading {
  const value = (text: string) => (yes.test(text) || (digits && text === "1") ? 1 : no.test(text) || (digits && text === "0") ? 0 : NaN);
  return { type: "boolean", values: Float64Array.from(texts, value) };
}

/** Numbers, or whole numbers only. */
export function readNumbers(texts: readonly string[], decimal: "point" | "comma", whole: boolean): TextReading {
  const value = (text: string) => (whole && !isWholeText(text) ? NaN : numberOf(text, decimal));
  return { type: whole ? "integer" : "number", values: Float64Array.from(texts, value) };
}

/** Dates and times in any layout, in UTC milliseconds. Without evidence for an order of day and month the day is taken to come first. */
export function readTimes(texts: readonly string[], options: ReadingOptions): TextReading {
  const found = dateOrderOf(texts);
  const order = options.dateOrder ?? found.order;
  let local: ((wall: number) => number) | null = null;
  const values = Float64Array.from(texts, (text) => {
    const read = wallOfDate(text, order);
    if (read === null) return NaN;
    if (read.offset !== null) return read.wall - read.offset;
    local ??= wallClock(options.zone);
    return local(read.wall);
  });
  const dates = { order, decided: options.dateOrder !== null || found.decided };
  return { type: "time", values, ...(found.numeric ? { dates } : {}) };
}

/** Whether texts with a comma must be decimals: the comma cannot be one that groups thousands in all of them. */
export function showsDecimalComma(texts: readonly string[]): boolean {
  return texts.some((text) => /^\s*-?(?:0,\d+|\d{4,},\d+|\d+,(?:\d{1,2}|\d{4,}))\s*$/.test(text));
}

/** The type a column was asked to have. */
export function readAs(type: ColumnType, texts: readonly string[], options: ReadingOptions): TextReading {
  if (type === "boolean") return readBooleans(texts, true);
  if (type === "time") return readTimes(texts, options);
  return readNumbers(texts, options.decimal, type === "integer");
}
