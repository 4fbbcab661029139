import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { bitmap } from "./bitmap.ts";
import { varint, type ThriftValue } from "./thrift.ts";
import { wholeNumbers, wholeTimes } from "./whole-times.ts";

/** Parquet's physical types. */
const physical = { boolean: 0, int32: 1, int64: 2, double: 5, bytes: 6 } as const;

/** How a column stands in a Parquet file. */
export interface ParquetColumn {
  /** The fields of its schema element that tell its type. */
  type: Record<number, ThriftValue>;
  /** The texts its codes stand for, as a page; null where values stand for themselves. */
  words: { page: Uint8Array; count: number } | null;
  /** The values of the present rows from one row to another, as a page holds them. */
  values(from: number, to: number): Uint8Array;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

/** Numbers from 0 in so many bits each, the lowest first. */
function packed(values: ArrayLike<number>, width: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8) * width);
  for (let at = 0; at < values.length; at++) {
    for (let bit = 0, place = at * width; bit < width; bit++, place++) bits[place >> 3]! |= ((values[at]! >>> bit) & 1) << (place & 7);
  }
  return bits;
}

function wordsPage(dictionary: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = dictionary.map((text) => encoder.encode(text));
  const page = new Uint8Array(pieces.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(page.buffer);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length, true);
    page.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return page;
}

/** A run of codes: their width in bits, how many times eight there are, and the codes. */
function codesRun(codes: ArrayLike<number>, width: number): Uint8Array {
  const head = [width, ...varint(Math.ceil(codes.length / 8) * 2 + 1)];
  const run = packed(codes, width);
  const page = new Uint8Array(head.length + run.length);
  page.set(head);
  page.set(run, head.length);
  return page;
}

/** A column as Parquet keeps it: texts by codes, times as UTC timestamps, numbers as they are. */
export function parquetColumn(column: Column): ParquetColumn {
  const { type, values, dictionary, valid } = column;
  const present = <T extends Int32Array | Float64Array | BigInt64Array | Column["values"]>(all: T, from: number, to: number): T => {
    const part = all.slice(from, to) as T;
    return valid === undefined ? part : ((part as Float64Array).filter((_, place) => isPresent(column, from + place)) as T);
  };
  const plain = (kind: number, all: Int32Array | Float64Array | BigInt64Array, more: Record<number, ThriftValue> = {}): ParquetColumn => ({
    type: { 1: { i32: kind }, ...more },
    words: null,
    values: (from, to) => bytesOf(present(all, from, to)),
  });
  if (dictionary !== undefined) {
    const width = Math.max(1, 32 - Math.clz32(Math.max(1, dictionary.length - 1)));
    return {
      type: { 1: { i32: physical.bytes }, 6: { i32: 0 }, 10: { struct: { 1: { struct: {} } } } },
      words: { page: wordsPage(dictionary), count: dictionary.length },
      values: (from, to) => codesRun(present(values, from, to), width),
    };
  }
  if (type === "boolean")
    return {
      type: { 1: { i32: physical.boolean } },
      words: null,
      values(from, to) {
        const flags = present(values, from, to);
        return bitmap(flags.length, (row) => flags[row] === 1);
      },
    };
  if (type === "time") {
    const { unit, values: times } = wholeTimes(column);
    const isMilliseconds = unit === "milliseconds";
    const timestamp = { struct: { 1: { flag: true }, 2: { struct: { [isMilliseconds ? 1 : 2]: { struct: {} } } } } };
    return plain(physical.int64, times, { 6: { i32: isMilliseconds ? 9 : 10 }, 10: { struct: { 8: timestamp } } });
  }
  if (type === "integer" && values instanceof Float64Array) return plain(physical.int64, wholeNumbers(column));
  if (type === "integer") return plain(physical.int32, Int32Array.from(values));
  return plain(physical.double, Float64Array.from(values));
}
