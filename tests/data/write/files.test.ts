import { fc, test as property } from "@fast-check/vitest";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { parquetMetadata } from "hyparquet";
import { arrowFile } from "../../../src/data/write/arrow-file.ts";
import { parquetFile } from "../../../src/data/write/parquet-file.ts";
import { thrift, varint } from "../../../src/data/write/thrift.ts";
import { take } from "../../../src/engine/worker/take.ts";
import type { Column } from "../../../src/schema/column.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import type { Table } from "../../../src/schema/table.ts";
import { dataTable } from "../../engine/worker/arbitrary-table.ts";
import { readBytes } from "../read/formats/written.ts";

const noon = Date.UTC(2025, 0, 1, 12);

/** Every type, with and without missing values, and values at the ends of what a type holds. */
const every: Table = {
  rows: 3,
  unit: "event",
  columns: [
    { name: "amount", type: "number", values: Float64Array.of(0.1, Number.NaN, -1e300), valid: Uint8Array.of(0b101) },
    { name: "count", type: "integer", values: Int32Array.of(-2_147_483_648, 0, 2_147_483_647) },
    { name: "wide", type: "integer", values: Float64Array.of(Number.MAX_SAFE_INTEGER, -5e9, Number.NaN), valid: Uint8Array.of(0b011) },
    { name: "flag", type: "boolean", values: Uint8Array.of(1, 0, 0), valid: Uint8Array.of(0b011) },
    { name: "at", type: "time", values: Float64Array.of(noon, Number.NaN, -1), valid: Uint8Array.of(0b101) },
    { name: "exact", type: "time", values: Float64Array.of(noon + 0.25, noon, noon + 1) },
    { name: "word", type: "text", values: Int32Array.of(1, -1, 0), dictionary: ['naïve, "quoted"\n', "Zürich 🛒"], valid: Uint8Array.of(0b101) },
  ],
};

const valuesIn = ({ rows, columns }: { rows: number; columns: readonly Column[] }) =>
  Object.fromEntries(columns.map((column) => [column.name, Array.from({ length: rows }, (_, row) => scalarAt(column, row))]));
const typesIn = ({ columns }: { columns: readonly Column[] }) => Object.fromEntries(columns.map(({ name, type }) => [name, type]));
const formats = { arrow: async (table: Table) => arrowFile(table), parquet: parquetFile };

describe.each(["arrow", "parquet"] as const)("a table written as %s", (format) => {
  test("is read back with its types and values: numbers, times, flags, texts, and what is missing", async () => {
    const { table } = await readBytes(`every.${format}`, await formats[format](every));
    expect(typesIn(table)).toEqual(typesIn(every));
    expect(valuesIn(table)).toEqual(valuesIn(every));
  });

  test("keeps its columns' names where it has no rows, so that its reader can say so", async () => {
    const written = await formats[format](take(every, new Uint32Array(0)));
    await expect(readBytes(`none.${format}`, written)).rejects.toThrow("has a header (amount, count, wide, flag, at, …) and no rows");
  });

  test("is read back where a column holds nothing at all", async () => {
    const { table } = await readBytes(`gap.${format}`, await formats[format](take(every, Uint32Array.of(1))));
    expect(valuesIn(table)).toEqual(valuesIn(take(every, Uint32Array.of(1))));
  });
});

/** More rows than a page of a Parquet file has. */
const many = 600_001;

test("a Parquet file of several pages is read back row by row", async () => {
  const values = Int32Array.from({ length: many }, (_, row) => row * 3);
  const valid = new Uint8Array((many + 7) >> 3).fill(0xaa);
  const codes = Int32Array.from({ length: many }, (_, row) => row % 300);
  const dictionary = Array.from({ length: 300 }, (_, word) => `word ${word}`);
  const columns: Column[] = [
    { name: "n", type: "integer", values, valid },
    { name: "w", type: "text", values: codes, dictionary },
  ];
  const { table } = await readBytes("many.parquet", await parquetFile({ rows: many, unit: "event", columns }));
  const wrong = Array.from(table.columns[0]!.values).findIndex((value, row) => value !== (row % 2 === 1 ? row * 3 : 0));
  const wrongWord = Array.from({ length: many }, (_, row) => row).find((row) => scalarAt(table.columns[1]!, row) !== `word ${row % 300}`);
  expect([table.rows, wrong, wrongWord]).toEqual([many, -1, undefined]);
});

property.prop([dataTable])("any table's values are the same again after either file", async (given) => {
  const named = { ...given, columns: given.columns.map((column, place) => ({ ...column, name: `c${place}` })) };
  const table = take(
    named,
    Uint32Array.from({ length: named.rows }, (_, row) => row),
  );
  fc.pre(table.columns.length > 0 && table.rows > 0);
  const wanted = valuesIn(table);
  for (const [format, write] of Object.entries(formats)) {
    const read = await readBytes(`any.${format}`, await write(table));
    for (const [name, values] of Object.entries(valuesIn(read.table)))
      expect(values.map((value, row) => same(value, wanted[name]![row]))).not.toContain(false);
  }
});

/** Our reader takes blank texts for missing, −0 for 0, and what is no number or time for missing, as it does in every file. */
function same(read: unknown, written: unknown): boolean {
  if (typeof written === "string" && read === null) return written.trim() === "" || written.length <= 3;
  if (typeof written === "number" && !Number.isFinite(written)) return read === null;
  return read === written || Number(read) === Number(written);
}

test("an Arrow file says its types in Arrow's own words, so that other tools read it", () => {
  const types = tableFromIPC(arrowFile(every)).schema.fields.map(({ name, type }) => `${name}: ${type}`);
  // Arrow's names for float64, int32, int64, bool, timestamps and a dictionary of UTF-8.
  expect(types).toEqual([
    "amount: Float64",
    "count: Int32",
    "wide: Int64",
    "flag: Bool",
    "at: Timestamp<MILLISECOND, UTC>",
    "exact: Timestamp<MICROSECOND, UTC>",
    "word: Dictionary<Int32, Utf8>",
  ]);
});

test("a Parquet file's footer says its rows and types, as the format's description has them", async () => {
  const { buffer } = await parquetFile(every);
  const { num_rows, schema } = parquetMetadata(buffer);
  expect(num_rows).toBe(3n);
  expect(schema.slice(1).map(({ type, converted_type, repetition_type }) => [type, converted_type, repetition_type])).toEqual([
    ["DOUBLE", undefined, "OPTIONAL"],
    ["INT32", undefined, "REQUIRED"],
    ["INT64", undefined, "OPTIONAL"],
    ["BOOLEAN", undefined, "OPTIONAL"],
    ["INT64", "TIMESTAMP_MILLIS", "OPTIONAL"],
    ["INT64", "TIMESTAMP_MICROS", "REQUIRED"],
    ["BYTE_ARRAY", "UTF8", "OPTIONAL"],
  ]);
});

test("numbers of Thrift's compact protocol are written as its description says", () => {
  // By hand: 300 = 0b10_0101100 is 0xAC 0x02; field 1 of type i32 is 0x15, its value 1 in zigzag 0x02, and 0x00 ends the struct.
  expect([varint(300), thrift({ struct: { 1: { i32: 1 } } }), thrift({ i32: -1 })]).toEqual([[0xac, 0x02], [0x15, 0x02, 0x00], [1]]);
});
