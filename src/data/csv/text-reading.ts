import type { ColumnType } from "../../schema/column.ts";
import { readAmounts } from "./amounts.ts";
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
  /** Of numbers in a style of their own. */
  numbers?: { decimal: "point" | "comma"; decided: boolean };
  unit?: string;
}

/** What a reading needs to know beside the texts. */
export interface ReadingOptions {
  decimal: "point" | "comma";
  /** The decimal sign that was asked for, or null when it is to be told from the values. */
  knownDecimal: "point" | "comma" | null;
  dateOrder: DateOrder | null;
  zone: string;
}

const yes = /^\s*(?:true|yes|wahr|vrai|oui|ja|sí|sim|verdadero)\s*$/i;
const no = /^\s*(?:false|no|falsch|faux|non|nein|nee|não|falso)\s*$/i;
/** Too short to be sure of alone: they count where both of a pair occur and nothing else. */
const shortPairs: readonly (readonly [yes: string, no: string])[] = [
  ["y", "n"],
  ["t", "f"],
  ["on", "off"],
  ["j", "n"],
  ["o", "n"],
  ["s", "n"],
  ["si", "no"],
  ["x", "-"],
];

/** Yes and no in words of a few languages; letters, "on" and "off" where both occur; 1 and 0 too where a column was asked to be boolean. */
export function readBooleans(texts: readonly string[], digits: boolean): TextReading {
  const plain = new Set(texts.map((text) => text.trim().toLowerCase()));
  const [on, off] = shortPairs.find((pair) => plain.size === 2 && pair.every((word) => plain.has(word))) ?? (digits ? ["1", "0"] : []);
  const value = (text: string) => {
    const word = text.trim().toLowerCase();
    if (word === on || yes.test(word)) return 1;
    return word === off || no.test(word) ? 0 : NaN;
  };
  return { type: "boolean", values: Float64Array.from(texts, value) };
}

/** Numbers with grouped thousands, a currency or a percent sign. */
export function readAmountTexts(texts: readonly string[], decimal: "point" | "comma" | null): TextReading {
  const amounts = readAmounts(texts, decimal);
  if (amounts === null) return { type: "number", values: new Float64Array(texts.length).fill(NaN) };
  const { values, whole, decided, unit } = amounts;
  return { type: whole ? "integer" : "number", values, numbers: { decimal: amounts.decimal, decided }, ...(unit !== null && { unit }) };
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
  const plain = readNumbers(texts, options.decimal, type === "integer");
  if (!plain.values.some((value) => Number.isNaN(value))) return plain;
  const amounts = readAmountTexts(texts, options.knownDecimal);
  const rather = fitting(amounts.values) > fitting(plain.values);
  if (!rather) return plain;
  const values = type === "integer" ? amounts.values.map((value) => (Number.isInteger(value) ? value : NaN)) : amounts.values;
  return { ...amounts, type, values };
}

/** How many texts have a value. */
export function fitting(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}
