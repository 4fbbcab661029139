import type { Column, ColumnType } from "../../schema/column.ts";
import type { Built } from "./column-reader.ts";
import type { ColumnReport, Unreadable } from "./csv-report.ts";
import { NumberBuilder } from "./number-builder.ts";
import { StampBuilder } from "./stamp-builder.ts";
import type { TextBuilder } from "./text-builder.ts";
import { readAs, readBooleans, readNumbers, readTimes, showsDecimalComma, type ReadingOptions, type TextReading } from "./text-reading.ts";

/** How a finished column is to be read. */
export interface FinishOptions extends ReadingOptions {
  name: string;
  rows: number;
  asked: ColumnType | null;
  encoding: "utf-8" | "windows-1252";
  /** Whether numbers with a comma may be told from the values. */
  findDecimal: boolean;
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

/** Turns what was built into a column: numbers and times as they are, texts into what all of them turn out to be. */
export function finishColumn(built: Built, options: FinishOptions): Finished {
  const { asked } = options;
  if (built === null) return nothing(options);
  if (built instanceof NumberBuilder) {
    const suits = asked === null || asked === "number" || (asked === "integer" && built.whole);
    return suits ? numbers(built, options) : texts(built.toText(), options);
  }
  if (built instanceof StampBuilder) {
    if (asked !== null && asked !== "time") return texts(built.toText(), options);
    const valid = built.missing.valid(built.rows);
    const column: Column = { name: options.name, type: "time", values: built.finish(options.zone), ...(valid && { valid }) };
    return sure(column, built.missing.count);
  }
  return texts(built, options);
}

function sure(column: Column, missing: number, foreign = 0): Finished {
  return { column, report: { name: column.name, type: column.type, confidence: 1, missing }, foreign };
}

function nothing({ name, rows, asked }: FinishOptions): Finished {
  const type = asked ?? "text";
  const valid = new Uint8Array((rows + 7) >> 3);
  const empty = rows === 0 ? {} : { valid };
  const column: Column =
    type === "text"
      ? { name, type, values: new Int32Array(rows).fill(-1), dictionary: [], ...empty }
      : type === "boolean"
        ? { name, type, values: new Uint8Array(rows), ...empty }
        : { name, type, values: new Float64Array(rows).fill(NaN), ...empty };
  return { column, report: { name, type, confidence: asked === null ? 0 : 1, missing: rows }, foreign: 0 };
}

function numbers(built: NumberBuilder, { name, asked }: FinishOptions): Finished {
  const valid = built.missing.valid(built.rows);
  const type = built.whole && asked !== "number" ? "integer" : "number";
  let values = built.finish();
  if (type === "number" && values instanceof Int32Array) {
    values = Float64Array.from(values);
    if (valid !== undefined) for (let row = 0; row < values.length; row++) if (built.missing.has(row)) values[row] = NaN;
  }
  return sure({ name, type, values, ...(valid && { valid }) }, built.missing.count);
}

function texts(built: TextBuilder, options: FinishOptions): Finished {
  const codes = built.codes.slice(0, built.rows);
  const { texts: dictionary, foreign } = built.dictionary.decoded(options.encoding);
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
  const { missing } = built;
  const column: Column = { name, type: "text", values: codes, dictionary, ...(missing > 0 && { valid: presentIn(codes) }) };
  const share = unreadable === null ? 0 : 1 - unreadable.count / (codes.length - missing);
  if (unreadable === null || share < nearly) return sure(column, missing, foreign);
  return { column, report: { name, type: "text", confidence: 1 - share, missing, unreadable }, foreign };
}

const wordsForTruth = (list: readonly string[]) => readBooleans(list, false);
const pointedNumbers = (list: readonly string[], { decimal }: ReadingOptions) => readNumbers(list, decimal, false);
const decimalCommas = (list: readonly string[]) => readNumbers(list, "comma", false);

/** The reading that most of a text column's values have, when nearly all of those first looked at have it. */
function likeliest(dictionary: readonly string[], options: FinishOptions): TextReading | null {
  const step = Math.max(1, Math.floor(dictionary.length / glance));
  const some = dictionary.filter((_, code) => code % step === 0);
  for (const read of [wordsForTruth, readTimes, decimalCommas, pointedNumbers]) {
    const { values } = read(some, options);
    const fitting = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
    // One odd text among few distinct ones may still be few rows.
    const likely = fitting >= nearly * some.length || (some.length < 20 && fitting > 0 && fitting >= some.length - 1);
    if (!likely || (read === decimalCommas && !(options.findDecimal && showsDecimalComma(dictionary)))) continue;
    return read(dictionary, options);
  }
  return null;
}

function presentIn(codes: Int32Array): Uint8Array {
  const valid = new Uint8Array((codes.length + 7) >> 3);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) valid[row >> 3]! |= 1 << (row & 7);
  return valid;
}

/** A column from codes and a value for each of them; a text without one becomes missing. */
function gathered(name: string, codes: Int32Array, { type, values: of, dates }: TextReading, foreign: number): Finished {
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
  const column: Column = { name, type, values, ...(present < rows && { valid }) };
  const finished = sure(column, rows - present, foreign);
  if (dates === undefined) return finished;
  return { ...finished, report: { ...finished.report, dates, confidence: dates.decided ? 1 : 0.5 } };
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
