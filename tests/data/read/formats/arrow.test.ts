import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  makeVector,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  TimestampNanosecond,
  TimestampSecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typesOf, valuesOf } from "../../csv/table-of.ts";
import { readBytes } from "./written.ts";

const noon = Date.UTC(2025, 0, 1, 12);

describe("readFile of Arrow", () => {
  test.each(["file", "stream"] as const)("readFile reads an Arrow %s with every type of column", async (form) => {
    const table = new Table({
      n: vectorFromArray([1, null, 3], new Int32()),
      big: vectorFromArray([1n, 2n ** 40n, null], new Int64()),
      huge: vectorFromArray([2n ** 60n, 1n, null], new Int64()),
      x: vectorFromArray([0.5, NaN, null], new Float64()),
      ok: vectorFromArray([true, null, false], new Bool()),
      day: vectorFromArray([new Date(noon - 43_200_000), null, new Date(0)], new DateDay()),
      s: vectorFromArray([noon, null, 0], new TimestampSecond()),
      us: vectorFromArray([noon, null, 0], new TimestampMicrosecond("Europe/Berlin")),
      ns: vectorFromArray([noon, null, 0], new TimestampNanosecond()),
      t: vectorFromArray(["NA", "", null], new Utf8()),
      list: vectorFromArray([[1, 2], null, []], new List(new Field("item", new Int32()))),
      r: vectorFromArray([{ a: 1 }, null, { a: null }], new Struct([new Field("a", new Int32())])),
    });
    const reading = await readBytes("t.arrow", tableToIPC(table, form));
    expect(reading.format).toBe("Arrow");
    expect(valuesOf(reading.table)).toEqual({
      n: [1, null, 3],
      big: [1, 2 ** 40, null],
      huge: ["1152921504606846976", "1", null],
      x: [0.5, null, null],
      ok: [true, null, false],
      day: [noon - 43_200_000, null, 0],
      s: [noon, null, 0],
      us: [noon, null, 0],
      ns: [noon, null, 0],
      t: ["NA", "", null],
      list: ["[1,2]", null, "[]"],
      "r.a": [1, null, null],
    });
    expect(typesOf(reading.table)).toEqual([
      "integer",
      "integer",
      "text",
      "number",
      "boolean",
      "time",
      "time",
      "time",
      "time",
      "text",
      "text",
      "integer",
    ]);
  });

  // By hand: the second batch's code 0 is "cart", not "view".
  test("readFile unites dictionaries that differ from batch to batch", async () => {
    const type = new Dictionary(new Utf8(), new Int32());
    const schema = new Schema([new Field("event", type, true)]);
    const batch = (codes: number[], words: string[]) => {
      const data = makeData({
        type,
        length: codes.length,
        nullCount: 0,
        data: Int32Array.from(codes),
        dictionary: vectorFromArray(words, new Utf8()),
      });
      return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: codes.length, nullCount: 0, children: [data] }));
    };
    const writer = new RecordBatchStreamWriter();
    writer.write(batch([0, 1], ["view", "buy"]));
    writer.write(batch([0, 1, 0], ["cart", "view"]));
    const bytes = writer.finish().toUint8Array(true);
    const { table } = await readBytes("d.arrows", bytes);
    expect(valuesOf(table)).toEqual({ event: ["view", "buy", "cart", "view", "cart"] });
    expect(table.columns[0]!.dictionary).toEqual(["view", "buy", "cart"]);
  });

  test("readFile gives back what was written, in any number of batches", async () => {
    const row = fc.record({
      n: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      x: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      t: fc.option(fc.string()),
      ok: fc.option(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 4 }), async (rows, parts) => {
        const size = Math.ceil(rows.length / parts);
        const tables = Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => {
          const some = rows.slice(part * size, (part + 1) * size);
          return new Table({
            n: vectorFromArray(
              some.map(({ n }) => n),
              new Int32(),
            ),
            x: vectorFromArray(
              some.map(({ x }) => x),
              new Float64(),
            ),
            t: vectorFromArray(
              some.map(({ t }) => t),
              new Utf8(),
            ),
            ok: vectorFromArray(
              some.map(({ ok }) => ok),
              new Bool(),
            ),
          });
        });
        const [first, ...rest] = tables;
        const { table } = await readBytes("p.arrow", tableToIPC(first!.concat(...rest), "file"), {
          types: { t: "text", x: "number", n: "integer", ok: "boolean" },
        });
        expect(valuesOf(table)).toEqual({
          n: rows.map(({ n }) => n),
          x: rows.map(({ x }) => (x === null ? null : x + 0)),
          t: rows.map(({ t }) => t),
          ok: rows.map(({ ok }) => ok),
        });
      }),
      { numRuns: 30 },
    );
  });

  test("readFile says that an Arrow file is damaged", async () => {
    const bytes = tableToIPC(new Table({ v: makeVector(Int32Array.of(1, 2, 3)) }), "file");
    await expect(readBytes("t.arrow", bytes.slice(0, bytes.length - 40))).rejects.toThrow('"t.arrow" is a damaged Arrow file');
  });
});
