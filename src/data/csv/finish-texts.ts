import type { Column, ColumnType } from "../../schema/column.ts";
import type { ColumnReport, Unreadable } from "./csv-report.ts";
import {
  fitting,
  readAmountTexts,
  readAs,
  readBooleans,
  readNumbers,
  readTimes,
  showsDecimalComma,
  type ReadingOptions,
  type TextReading,
} from "./text-reading.ts";

/** A text column as it was read: one code per row, −1 for missing. */
export interface Texts {
  codes: Int32Array;
  dictionary: string[];
  missing: number;
  /** How many distinct texts were not UTF-8. */
  foreign: number;
}

/** What texts may turn out to be: anything; times and numbers with a fraction, for texts beside real numbers; or times, where types are declared. */
export type Guessing = "anything" | "fractions" | "times";

/** How a finished column is to be read. */
export interface FinishOptions extends ReadingOptions {
  name: string;
  rows: number;
  asked: ColumnType | null;
  guessing: Guessing;
}

/** A column with what was found of it; `foreign` counts distinct texts that were not UTF-8. */
export interface Finished {
  column: Column;
  report: ColumnReport;
  foreign: number;
}

/** Distinct texts looked at before all of them are. */
const glance = 1000;
/** From this share of its rows on, a text column is said to be nearly of another type. */
const nearly = 0.9;

/** A column of which every value was read. */
export function sure(column: Column, missing: number, foreign = 0): Finished {
  return { column, report: { name: column.name, type: column.type, confidence: 1, missing }, foreign };
}

/** Turns texts into what all of them turn out to be, or into the type they were asked to have. */
export function finishTexts({ codes, dictionary, missing, foreign }: Texts, options: FinishOptions): Finished {
  const { name, asked } = options;
  if (asked !== null && asked !== "text") {
    const reading = readAs(asked, dictionary, options);
    const finished = gathered(name, codes, reading, foreign);
    const unreadable = unreadableOf(codes, dictionary, reading);
    return unreadable === null ? finished : { ...finished, report: { ...finished.report, unreadable } };
  }
  const reading = asked === "text" || dictionary.length === 0 ? null : likeliest(dictionary, options);
  const unreadable = reading === null ? null : unreadableOf(codes, dictionary, reading);
  if (reading !== null && unreadable === null) return gathered(name, codes, reading, foreign);
  const column: Column = { name, type: "text", values: codes, dictionary, ...(missing > 0 && { valid: presentIn(codes) }) };
  const share = unreadable === null ? 0 : 1 - unreadable.count / (codes.length - missing);
  if (unreadable === null || share < nearly) return sure(column, missing, foreign);
  return { column, report: { name, type: "text", confidence: 1 - share, missing, unreadable }, foreign };
}

type Reader = (list: readonly string[], options: FinishOptions) => TextReading;

const wordsForTruth: Reader = (list) => readBooleans(list, false);
const pointedNumbers: Reader = (list, { decimal }) => readNumbers(list, decimal, false);
const decimalCommas: Reader = (list) => readNumbers(list, "comma", false);
const amounts: Reader = (list, { knownDecimal }) => readAmountTexts(list, knownDecimal);

const readers: Readonly<Record<Guessing, readonly Reader[]>> = {
  anything: [wordsForTruth, readTimes, decimalCommas, pointedNumbers, amounts],
  fractions: [readTimes, pointedNumbers, amounts],
  times: [readTimes],
};

/** The reading that all of a text column's values have; failing that, the first that nearly all of those first looked at have. */
function likeliest(dictionary: readonly string[], options: FinishOptions): TextReading | null {
  if (options.guessing === "fractions" && !dictionary.some((text) => /[.,]\d/.test(text) || /[^\d]/.test(text))) return null;
  const step = Math.max(1, Math.floor(dictionary.length / glance));
  const some = dictionary.filter((_, code) => code % step === 0);
  let nearest: TextReading | null = null;
  for (const read of readers[options.guessing]) {
    const fits = fitting(read(some, options).values);
    // One odd text among few distinct ones may still be few rows; but a third answer beside yes and no is an answer.
    const likely = fits >= nearly * some.length || (read !== wordsForTruth && some.length < 20 && fits > 0 && fits >= some.length - 1);
    if (!likely || (read === decimalCommas && !(options.knownDecimal === null && showsDecimalComma(dictionary)))) continue;
    const reading = read(dictionary, options);
    if (fitting(reading.values) === dictionary.length)
      return read === decimalCommas ? { ...reading, numbers: { decimal: "comma", decided: true } } : reading;
    nearest ??= reading;
  }
  return nearest;
}

/** The validity bitmap of codes. */
export function presentIn(codes: Int32Array): Uint8Array {
  const valid = new Uint8Array((codes.length + 7) >> 3);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) valid[row >> 3]! |= 1 << (row & 7);
  return valid;
}

/** A column from codes and a value for each of them; a text without one becomes missing. */
function gathered(name: string, codes: Int32Array, { type, values: of, dates, numbers, unit }: TextReading, foreign: number): Finished {
  const rows = codes.length;
  const small = type === "integer" && of.every((value) => Number.isNaN(value) || value === (value | 0));
  const values = type === "boolean" ? new Uint8Array(rows) : small ? new Int32Array(rows) : new Float64Array(rows);
  const valid = new Uint8Array((rows + 7) >> 3);
  let present = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!;
    const value = code < 0 ? NaN : of[code]!;
    values[row] = value;
    if (Number.isNaN(value)) continue;
    valid[row >> 3]! |= 1 << (row & 7);
    present++;
  }
  const column: Column = { name, type, values, ...(unit !== undefined && { unit }), ...(present < rows && { valid }) };
  const finished = sure(column, rows - present, foreign);
  const decided = dates?.decided !== false && numbers?.decided !== false;
  const found = { ...(dates !== undefined && { dates }), ...(numbers !== undefined && { numbers }) };
  return { ...finished, report: { ...finished.report, ...found, confidence: decided ? 1 : 0.5 } };
}

function unreadableOf(codes: Int32Array, dictionary: readonly string[], { type, values }: TextReading): Unreadable | null {
  if (!values.some((value) => Number.isNaN(value))) return null;
  const rows: number[] = [];
  let count = 0;
  let example = "";
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || !Number.isNaN(values[code]!)) continue;
    if (count++ === 0) example = dictionary[code]!;
    if (rows.length < 5) rows.push(row + 1);
  }
  return { as: type, count, rows, example };
}
