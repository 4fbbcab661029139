import { brotliCompressSync, gzipSync } from "node:zlib";
import {
  Bool,
  compressionRegistry,
  CompressionType,
  Float64,
  Int32,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Table,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import * as fc from "fast-check";
import { decompressZstd } from "hyparquet-compressors";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test, vi } from "vitest";
import { unpackedLz4 } from "../../../../src/data/read/arrow/unpacked-lz4.ts";
import { valuesOf } from "../../csv/table-of.ts";
import { lz4Block, lz4Frame, lz4Hadoop, zstdFrame, type Pack } from "./packed.ts";
import { readBytes } from "./written.ts";

// Many files are written and read, on a machine that may do other things.
vi.setConfig({ testTimeout: 30_000 });

const row = fc.record({
  n: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  x: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  t: fc.option(fc.string({ unit: "grapheme" })),
  ok: fc.option(fc.boolean()),
});
const table = fc.array(row, { minLength: 1, maxLength: 50 });
const types = { n: "integer", x: "number", t: "text", ok: "boolean" } as const;

const columnsOf = (rows: readonly { n: number | null; x: number | null; t: string | null; ok: boolean | null }[]) => ({
  n: rows.map(({ n }) => n),
  x: rows.map(({ x }) => x),
  t: rows.map(({ t }) => t),
  ok: rows.map(({ ok }) => ok),
});

describe("readFile of Parquet gives back what was written, whatever it is packed with", () => {
  test.each([
    ["UNCOMPRESSED", undefined],
    ["SNAPPY", undefined],
    ["GZIP", (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))],
    ["BROTLI", (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes))],
    ["ZSTD", zstdFrame],
    ["LZ4_RAW", lz4Block],
    ["LZ4", lz4Block],
    ["LZ4", lz4Hadoop],
  ] as [Parameters<typeof parquetWriteBuffer>[0]["codec"] & string, Pack | undefined][])("%s", async (codec, pack) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const wanted = columnsOf(rows);
        const bytes = parquetWriteBuffer({
          columnData: [
            { name: "n", data: wanted.n, type: "INT32", nullable: true },
            { name: "x", data: wanted.x, type: "DOUBLE", nullable: true },
            { name: "t", data: wanted.t, type: "STRING", nullable: true },
            { name: "ok", data: wanted.ok, type: "BOOLEAN", nullable: true },
          ],
          codec,
          ...(pack !== undefined && { compressors: { [codec]: pack } }),
        });
        expect(valuesOf((await readBytes("p.parquet", new Uint8Array(bytes), { types })).table)).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  });
});

describe("readFile of Arrow gives back what was written, as a file and as a stream, packed or not", () => {
  test.each([
    ["file", null, null],
    ["stream", null, null],
    ["file", CompressionType.LZ4_FRAME, lz4Frame],
    ["stream", CompressionType.LZ4_FRAME, lz4Frame],
    ["file", CompressionType.ZSTD, zstdFrame],
    ["stream", CompressionType.ZSTD, zstdFrame],
  ] as const)("a %s, packing %s", async (form, compressionType, encode) => {
    if (compressionType !== null) compressionRegistry.set(compressionType, { ...compressionRegistry.get(compressionType)!, encode });
    const Writer = form === "file" ? RecordBatchFileWriter : RecordBatchStreamWriter;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const wanted = columnsOf(rows);
        const columns = {
          n: vectorFromArray(wanted.n, new Int32()),
          x: vectorFromArray(wanted.x, new Float64()),
          t: vectorFromArray(wanted.t, new Utf8()),
          ok: vectorFromArray(wanted.ok, new Bool()),
        };
        const writer = new Writer(compressionType === null ? {} : { compressionType });
        writer.write(new Table(columns));
        const bytes = writer.finish().toUint8Array(true);
        expect(valuesOf((await readBytes("a.arrow", bytes, { types })).table)).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  });
});

// 2,000 lines "word 0" to "word 6" over and over.
const words = Array.from({ length: 2000 }, (_, at) => `word ${at % 7}\n`).join("");
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

// Source: zstd 1.5 with -19, and lz4 1.9 with -9, of the words above.
test("what the tools themselves pack is unpacked", () => {
  const zstd = fromBase64("KLUv/WSwNSUBAJh3b3JkIDAKd29yZCAxMjM0NTYKBgB8liqOADMwBIwDg9VQvkoAEa8=");
  expect(Buffer.from(decompressZstd(zstd)).toString()).toBe(words);
  const lz4 = fromBase64(
    "BCJNGGRAp2AAAABxd29yZCAwCgcAEjEHABIyBwASMwcAEjQHABI1BwAvNgoxAP///////////////////////////////////////////////////////////////////////51QcmQgNAoAAAAAMd3h3g==",
  );
  expect(Buffer.from(unpackedLz4(lz4)).toString()).toBe(words);
});
