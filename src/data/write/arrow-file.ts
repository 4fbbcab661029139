import {
  Bool,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimestampMicrosecond,
  TimestampMillisecond,
  Utf8,
  Vector,
  type Data,
} from "apache-arrow";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { arrowTexts } from "./arrow-texts.ts";
import { bitmap } from "./bitmap.ts";
import { wholeNumbers, wholeTimes } from "./whole-times.ts";

function dataOf(column: Column, index: number): Data {
  const { type, values, dictionary, valid } = column;
  const length = values.length;
  const held = { length, ...(valid === undefined ? { nullCount: 0 } : { nullBitmap: valid.slice(0, (length + 7) >> 3) }) };
  if (dictionary !== undefined) {
    const words = new Vector([arrowTexts(dictionary)]);
    return makeData({
      type: new Dictionary(new Utf8(), new Int32(), index),
      data: Int32Array.from(values, (code) => Math.max(0, code)),
      dictionary: words,
      ...held,
    });
  }
  if (type === "boolean") return makeData({ type: new Bool(), data: bitmap(length, (row) => values[row] === 1), ...held });
  if (type === "time") {
    const { unit, values: data } = wholeTimes(column);
    if (unit === "milliseconds") return makeData({ type: new TimestampMillisecond("UTC"), data, ...held });
    return makeData({ type: new TimestampMicrosecond("UTC"), data, ...held });
  }
  if (type === "integer" && values instanceof Float64Array) return makeData({ type: new Int64(), data: wholeNumbers(column), ...held });
  if (type === "integer") return makeData({ type: new Int32(), data: Int32Array.from(values), ...held });
  return makeData({ type: new Float64(), data: Float64Array.from(values), ...held });
}

/**
 * A table as an Arrow file with plain types, as any tool reads it: texts by dictionary, times in UTC, missing values null.
 *
 * @see https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
 */
export function arrowFile({ rows, columns }: Table): Uint8Array<ArrayBuffer> {
  const children = columns.map(dataOf);
  const schema = new Schema(columns.map(({ name }, index) => new Field(name, children[index]!.type, true)));
  const batch = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
  return new Uint8Array(tableToIPC(new ArrowTable([new RecordBatch(schema, batch)]), "file"));
}
