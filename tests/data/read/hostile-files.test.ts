import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { Table, tableToIPC, vectorFromArray } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import type { DataTable } from "../../../src/data/data-table.ts";
import type { FileReading } from "../../../src/data/read/read-file.ts";
import { UserError } from "../../../src/schema/errors.ts";
import { isPresent } from "../../../src/schema/missing.ts";
import { readBytes, workbook } from "./formats/written.ts";

/** A seeded sequence of numbers from 0 to 1 (mulberry32), so that the files are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whether every column has a value or a cleared bit in every row, and codes point into the dictionary. */
function sound({ rows, columns }: DataTable): boolean {
  return columns.every((column) => {
    for (let row = 0; row < rows; row++) {
      if (!isPresent(column, row)) continue;
      const value = column.values[row];
      if (value === undefined || Number.isNaN(value)) return false;
      if (column.type === "text" && column.dictionary![value] === undefined) return false;
    }
    return columns.length > 0 && rows > 0;
  });
}

/** Reads a file and says how it went: "read", or the sentence it was refused with. */
async function outcome(name: string, bytes: Uint8Array | string): Promise<string> {
  let reading: FileReading;
  try {
    reading = await readBytes(name, bytes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return /^[^\n]{10,400}\.$/.test(error.message.replace(/[^.]$/, "$&.")) && /\.$/.test(error.remedy) ? "refused" : `no sentence: ${error.message}`;
  }
  return sound(reading.table) ? "read" : "a table with holes";
}

const rows = Array.from({ length: 400 }, (_, row) => ({ id: `c${row % 37}`, n: row, x: row / 8, at: new Date(1.7e12 + row * 1e7) }));
const csv = `id,n,x,at\n${rows.map(({ id, n, x, at }) => `${id},${n},${x},${at.toISOString()}`).join("\n")}\n`;
const json = JSON.stringify(rows);
const seeds: Record<string, Uint8Array> = {
  "a.csv": strToU8(csv),
  "b.json": strToU8(json),
  "c.ndjson": strToU8(rows.map((row) => JSON.stringify(row)).join("\n")),
  "d.csv.gz": new Uint8Array(gzipSync(csv)),
  "e.zip": zipSync({ "a.csv": strToU8(csv) }),
  "f.xlsx": workbook({ S: [["id", "n", "x"], ...rows.map(({ id, n, x }) => [id, n, x])] }),
  "g.arrow": tableToIPC(new Table({ id: vectorFromArray(rows.map(({ id }) => id)), n: vectorFromArray(rows.map(({ n }) => n)) }), "file"),
  "h.arrows": tableToIPC(new Table({ id: vectorFromArray(rows.map(({ id }) => id)), x: vectorFromArray(rows.map(({ x }) => x)) }), "stream"),
  "i.parquet": new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "id", data: rows.map(({ id }) => id), type: "STRING" },
        { name: "x", data: rows.map(({ x }) => x), type: "DOUBLE" },
      ],
    }),
  ),
};

describe("hostile files are read right or refused in one sentence", () => {
  test.each(Object.keys(seeds))("readFile of %s as it is", async (name) => {
    expect(await outcome(name, seeds[name]!)).toBe("read");
  });

  // 9 kinds of file × 12 places.
  test.each(Object.keys(seeds))("readFile of %s cut off at random places", async (name) => {
    const random = sequence(name.length + 7);
    const outcomes = new Set<string>();
    for (let time = 0; time < 12; time++) outcomes.add(await outcome(name, seeds[name]!.slice(0, Math.floor(random() * seeds[name]!.length))));
    expect(["read", "refused"]).toEqual(expect.arrayContaining([...outcomes]));
  });

  // 9 kinds of file × 14 times.
  test.each(Object.keys(seeds))("readFile of %s with bits turned over", async (name) => {
    const random = sequence(name.length + 99);
    const outcomes = new Set<string>();
    for (let time = 0; time < 14; time++) {
      const bytes = seeds[name]!.slice();
      for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips--) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      outcomes.add(await outcome(name, bytes));
    }
    expect(["read", "refused"]).toEqual(expect.arrayContaining([...outcomes]));
  });

  test("readFile of 40 files of random bytes under all kinds of names", async () => {
    const random = sequence(3);
    const names = ["a.csv", "a.json", "a.xlsx", "a.parquet", "a.zip", "a.csv.gz", "a.arrow", "a.txt"];
    const outcomes = new Set<string>();
    for (let time = 0; time < 40; time++) {
      const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 5000) }, () => Math.floor(random() * 256));
      outcomes.add(await outcome(names[time % names.length]!, bytes));
    }
    expect(["read", "refused"]).toEqual(expect.arrayContaining([...outcomes]));
  });

  test.each([
    ["nothing", "a.csv", "", "refused"],
    ["names only", "a.csv", "a,b\n", "refused"],
    ["one byte", "a.csv", "x", "refused"],
    ["quotes only", "a.csv", '"'.repeat(10_001), "refused"],
    ["delimiters only", "a.csv", ",".repeat(1000), "read or refused"],
    ["a quote that never closes", "a.csv", `a,b\n"${"x,y\n".repeat(5000)}`, "read"],
    ["unequal lines", "a.csv", Array.from({ length: 300 }, (_, row) => ",".repeat(row % 17)).join("\n"), "read"],
    ["an empty list", "a.json", "[]", "refused"],
    ["a list of nothing", "a.json", "[null,null]", "read"],
    ["brackets 100,000 deep", "a.json", "[".repeat(100_000), "refused"],
    ["records 100,000 deep", "a.json", `[${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}]`, "read or refused"],
    ["the names of all objects", "a.json", '[{"__proto__":{"x":1},"toString":2,"hasOwnProperty":3}]', "read"],
    ["the names of all objects in a header", "a.csv", "__proto__,constructor,toString\n1,2,3\n", "read"],
    ["one name many times", "a.csv", `${"n,".repeat(500)}n\n${"1,".repeat(500)}1\n`, "read"],
    ["a packed file packed again", "a.csv.gz", new Uint8Array(gzipSync(gzipSync(csv))), "refused"],
    ["an archive in an archive", "a.zip", zipSync({ "b.csv": zipSync({ "c.csv": strToU8(csv) }) }), "refused"],
    ["a mark of UTF-8 and nothing", "a.csv", "\uFEFF", "refused"],
    ["UTF-16 cut in half a letter", "a.csv", Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62), "read or refused"],
    ["PAR1 and nothing", "a.parquet", "PAR1PAR1", "refused"],
    ["ARROW1 and nothing", "a.arrow", "ARROW1\0\0ARROW1", "refused"],
  ])("readFile of %s", async (_, name, content, expected) => {
    expect(expected).toContain(await outcome(name, content));
  });

  test("readFile of one line of 50 MB", { timeout: 20_000 }, async () => {
    expect(["read", "refused"]).toContain(await outcome("a.csv", "x".repeat(50 << 20)));
    expect(["read", "refused"]).toContain(await outcome("a.json", `[{"a":"${"x".repeat(50 << 20)}"}]`));
  });

  test("readFile of 100,000 columns", { timeout: 20_000 }, async () => {
    const names = Array.from({ length: 100_000 }, (_, column) => `c${column}`);
    expect(await outcome("a.csv", `${names.join(",")}\n${"1,".repeat(99_999)}1\n`)).toBe("read");
    expect(await outcome("a.json", `[{${names.map((name) => `"${name}":1`).join(",")}}]`)).toBe("refused");
  });
});
