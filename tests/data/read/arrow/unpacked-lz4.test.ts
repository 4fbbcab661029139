import { compressionRegistry, CompressionType, RecordBatchStreamWriter, Table, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import { unpackedLz4 } from "../../../../src/data/read/arrow/unpacked-lz4.ts";
import { valuesOf } from "../../csv/table-of.ts";
import { readBytes } from "../formats/written.ts";

const magic = [0x04, 0x22, 0x4d, 0x18];
const sized = (bytes: readonly number[], plain = false) => {
  const { length } = bytes;
  return [length & 255, (length >> 8) & 255, (length >> 16) & 255, (length >> 24) | (plain ? 0x80 : 0), ...bytes];
};
/** A frame of blocks without a checksum or a size: flags 0x60, blocks of at most 64 kB. */
const frame = (...blocks: number[][]) => Uint8Array.from([...magic, 0x60, 0x40, 0x82, ...blocks.flat(), 0, 0, 0, 0]);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

// By hand, after the LZ4 block format: one literal "a", a match of 9 one byte back; then five literals.
const repeated = [0x15, 0x61, 1, 0, 0x50, 0x62, 0x63, 0x64, 0x65, 0x66];

test("unpackedLz4 copies literals and matches, within a block and back into the one before", () => {
  expect(text(unpackedLz4(frame(sized(repeated))))).toBe("aaaaaaaaaabcdef");
  // One literal "x", then four bytes from three back: "xef" begins in the first block.
  expect(text(unpackedLz4(frame(sized(repeated), sized([0x10, 0x78, 3, 0]))))).toBe("aaaaaaaaaabcdefxefxe");
  expect(text(unpackedLz4(frame(sized([0x68, 0x69], true))))).toBe("hi");
});

test("unpackedLz4 refuses what is no frame, points outside, or says it is larger than it can be", () => {
  expect(() => unpackedLz4(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toThrow("no frame");
  expect(() => unpackedLz4(frame(sized([0x10, 0x61, 9, 0])))).toThrow("points outside");
  const large = Uint8Array.from([...magic, 0x68, 0x40, 0, 0, 0, 0, 1, 0, 0, 0, 0x82, 0, 0, 0, 0]);
  expect(() => unpackedLz4(large)).toThrow("larger than it can be");
});

test("readFile reads an Arrow stream whose buffers are packed by LZ4", async () => {
  const own = compressionRegistry.get(CompressionType.LZ4_FRAME)!;
  compressionRegistry.set(CompressionType.LZ4_FRAME, { ...own, encode: (bytes) => frame(sized([...bytes], true)) });
  const table = new Table({ n: vectorFromArray([1.5, null, 3]), t: vectorFromArray(["a", "b", "a"]) });
  const bytes = RecordBatchStreamWriter.writeAll(table, { compressionType: CompressionType.LZ4_FRAME }).toUint8Array(true);
  expect(valuesOf((await readBytes("z.arrows", bytes)).table)).toEqual({ n: [1.5, null, 3], t: ["a", "b", "a"] });
});
