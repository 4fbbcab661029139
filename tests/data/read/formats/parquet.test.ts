import { brotliCompressSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../../src/data/read/read-file.ts";
import { typesOf, valuesOf } from "../../csv/table-of.ts";
import { lz4Block } from "./packed.ts";
import { readBytes } from "./written.ts";

const noon = Date.UTC(2025, 0, 1, 12);
const written = (columnData: ColumnSource[], options: object = {}) => new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

describe("readFile of Parquet", () => {
  test("readFile reads every type of column", async () => {
    const bytes = written([
      { name: "n", data: [1, null, 3], type: "INT32" },
      { name: "big", data: [2n ** 60n, 1n, null], type: "INT64" },
      { name: "x", data: [0.5, null, -2], type: "DOUBLE" },
      { name: "ok", data: [true, null, false], type: "BOOLEAN" },
      { name: "at", data: [new Date(noon), null, new Date(0)], type: "TIMESTAMP" },
      { name: "t", data: ["NA", null, "007"], type: "STRING" },
      { name: "j", data: [{ a: 1 }, null, [2]], type: "JSON" },
    ]);
    const reading = await readBytes("t.parquet", bytes);
    expect([reading.format, typesOf(reading.table)]).toEqual(["Parquet", ["integer", "text", "number", "boolean", "time", "text", "text"]]);
    expect(valuesOf(reading.table)).toEqual({
      n: [1, null, 3],
      big: ["1152921504606846976", "1", null],
      x: [0.5, null, -2],
      ok: [true, null, false],
      at: [noon, null, 0],
      t: ["NA", null, "007"],
      j: ['{"a":1}', null, "[2]"],
    });
  });

  test.each([
    ["SNAPPY", undefined],
    ["GZIP", (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))],
    ["BROTLI", (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes))],
    ["LZ4_RAW", lz4Block],
    ["UNCOMPRESSED", undefined],
  ] as const)("readFile unpacks %s", async (codec, compressor) => {
    const data = Array.from({ length: 2000 }, (_, row) => `word ${row % 7}`);
    const bytes = written([{ name: "t", data, type: "STRING" }], { codec, ...(compressor && { compressors: { [codec]: compressor } }) });
    expect(valuesOf((await readBytes("t.parquet", bytes)).table)["t"]).toEqual(data);
  });

  test("readFile reads row group by row group, tells how far it is, and can be stopped", async () => {
    const data = Array.from({ length: 1000 }, (_, row) => row);
    const blob = new Blob([written([{ name: "n", data, type: "INT32" }], { rowGroupSize: 100 })]);
    const told: number[] = [];
    const { table } = await readFile({ name: "t.parquet", blob, modified: 0 }, { zone: "UTC" }, (fraction) => {
      told.push(fraction);
      return undefined;
    });
    expect([valuesOf(table)["n"], told.at(-1)]).toEqual([data, 1]);
    expect(told.length).toBeGreaterThanOrEqual(10);
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(readFile({ name: "t.parquet", blob, modified: 0 }, { zone: "UTC" }, stop)).rejects.toThrow("stopped");
  });

  test("readFile gives back what was written, in groups of any size", async () => {
    const row = fc.record({
      n: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      x: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      t: fc.option(fc.string()),
      ok: fc.option(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), async (rows, rowGroupSize) => {
        const bytes = written(
          [
            { name: "n", data: rows.map(({ n }) => n), type: "INT32", nullable: true },
            { name: "x", data: rows.map(({ x }) => x), type: "DOUBLE", nullable: true },
            { name: "t", data: rows.map(({ t }) => t), type: "STRING", nullable: true },
            { name: "ok", data: rows.map(({ ok }) => ok), type: "BOOLEAN", nullable: true },
          ],
          { rowGroupSize },
        );
        const { table } = await readBytes("p.parquet", bytes, { types: { n: "integer", x: "number", t: "text", ok: "boolean" } });
        expect(valuesOf(table)).toEqual({
          n: rows.map(({ n }) => n),
          x: rows.map(({ x }) => (x === null ? null : x + 0)),
          t: rows.map(({ t }) => t),
          ok: rows.map(({ ok }) => ok),
        });
      }),
      { numRuns: 40 },
    );
  });

  test("readFile says that a Parquet file is damaged or cut off", async () => {
    const bytes = written([{ name: "n", data: Array.from({ length: 500 }, (_, row) => row * 7), type: "INT32" }]);
    await expect(readBytes("t.parquet", bytes.slice(0, -20))).rejects.toThrow('"t.parquet" is a damaged Parquet file');
  });
});
