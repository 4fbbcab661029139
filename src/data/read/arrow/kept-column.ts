import { Bool, Dictionary, Field, Float64, Int16, Int32, Int8, makeData, Utf8, Vector, type Data } from "apache-arrow";
import type { Column } from "../../../schema/column.ts";
import { isPresent } from "../../../schema/missing.ts";
import { arrowTexts } from "../../write/arrow-texts.ts";
import { bitmap } from "../../write/bitmap.ts";
import { packNumbers } from "./pack-numbers.ts";

/** What Arrow's own types do not say of a column. */
export type ColumnNote = Pick<Column, "type" | "unit" | "label" | "role"> & {
  /** Numbers kept as whole multiples of a step, or as differences: see `packNumbers`. */
  step?: number;
  differences?: boolean;
  /** Whether an integer column lives in 64-bit numbers. */
  wide?: true;
};

/** Where a column's note stands in its field's metadata. */
export const noteKey = "journeybook";

type Whole = Int8Array | Int16Array | Int32Array;

function wholeType(values: Whole): Int8 | Int16 | Int32 {
  if (values instanceof Int8Array) return new Int8();
  return values instanceof Int16Array ? new Int16() : new Int32();
}

const holdsItself = (codes: Column["values"], words: number): boolean => codes.length === words && codes.every((code, row) => code === row);

/** A column as Arrow keeps it here: texts by codes as narrow as they fit, numbers as small whole ones where they come back exactly. */
export function keptColumn(column: Column, index: number): { field: Field; data: Data } {
  const { name, type, unit, label, role, values, dictionary, valid } = column;
  const rows = values.length;
  const isHeld = (row: number): boolean => isPresent(column, row);
  const nullBitmap = valid === undefined ? null : bitmap(rows, isHeld);
  const held = { length: rows, nullBitmap, ...(valid === undefined ? { nullCount: 0 } : {}) };
  const note: ColumnNote = {
    type,
    ...(unit === undefined ? {} : { unit }),
    ...(label === undefined ? {} : { label }),
    ...(role === undefined ? {} : { role }),
  };
  const kept = (data: Data): { field: Field; data: Data } => ({
    field: new Field(name, data.type, true, new Map([[noteKey, JSON.stringify(note)]])),
    data,
  });
  if (dictionary !== undefined) {
    if (valid === undefined && holdsItself(values, dictionary.length)) return kept(arrowTexts(dictionary));
    const codes = values.map((code) => Math.max(0, code));
    const whole = dictionary.length <= 0x80 ? Int8Array.from(codes) : dictionary.length <= 0x8000 ? Int16Array.from(codes) : Int32Array.from(codes);
    const words = new Vector([arrowTexts(dictionary)]);
    return kept(makeData({ type: new Dictionary(new Utf8(), wholeType(whole), index), data: whole, dictionary: words, ...held }));
  }
  if (type === "boolean") return kept(makeData({ type: new Bool(), data: bitmap(rows, (row) => values[row] === 1), ...held }));
  if (type === "integer" && values instanceof Float64Array) note.wide = true;
  const packed = packNumbers(values, isHeld);
  if (packed === null) return kept(makeData({ type: new Float64(), data: Float64Array.from(values), ...held }));
  note.step = packed.step;
  if (packed.differences) note.differences = true;
  return kept(makeData({ type: wholeType(packed.values), data: packed.values, ...held }));
}
