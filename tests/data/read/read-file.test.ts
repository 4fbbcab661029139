import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { CsvOptions } from "../../../src/data/csv/csv-options.ts";
import { readFile } from "../../../src/data/read/read-file.ts";
import { valuesOf } from "../csv/table-of.ts";

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => ({ name, blob: new Blob([content]), modified: 0 });
const read = (name: string, content: string | Uint8Array<ArrayBuffer>, options: Partial<CsvOptions> = {}) =>
  readFile(file(name, content), { zone: "UTC", ...options }, () => undefined);
const utf16 = (text: string, mark: boolean): Uint8Array<ArrayBuffer> => {
  const units = Uint16Array.from(`${mark ? "\uFEFF" : ""}${text}`.split(""), (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

test("readFile unpacks gzip by its first bytes, whatever the name", async () => {
  const text = `a,b\n${Array.from({ length: 20_000 }, (_, row) => `${row},x${row % 10}`).join("\n")}\n`;
  const plain = await read("data.csv", text);
  const packed = await read("data.csv", new Uint8Array(gzipSync(text)));
  expect(packed.table).toEqual(plain.table);
  expect(packed.content).not.toBe(plain.content);
});

test("readFile reads UTF-16 with its mark and without", async () => {
  const text = "name;n\nJürgen 😀;1\n";
  const expected = { name: ["Jürgen 😀"], n: [1] };
  const marked = await read("a.csv", utf16(text, true));
  expect(valuesOf(marked.table)).toEqual(expected);
  expect(marked.dialect!.encoding).toBe("utf-16");
  expect(valuesOf((await read("a.csv", utf16(text, false), { encoding: "utf-16" })).table)).toEqual(expected);
  const swapped = utf16(text, true);
  for (let at = 0; at < swapped.length; at += 2) swapped.subarray(at, at + 2).reverse();
  expect(valuesOf((await read("a.csv", swapped)).table)).toEqual(expected);
});

test("readFile tells how far it is, up to 1", async () => {
  const told: number[] = [];
  await readFile(file("a.csv", `a,b\n${"1,2\n".repeat(1000)}`), { zone: "UTC" }, (fraction) => {
    told.push(fraction);
    return undefined;
  });
  expect(told.at(-1)).toBe(1);
});

test("readFile lets go of a packed file when it is stopped", async () => {
  const lines = Array.from({ length: 50_000 }, (_, row) => `${row},${(row * 2654435761) % 4294967296}`).join("\n");
  const { name, blob, modified } = file("a.csv.gz", new Uint8Array(gzipSync(`a,b\n${lines}`)));
  let told = 0;
  const stop = () => {
    if (++told === 3) throw new Error("stopped");
    return undefined;
  };
  await expect(readFile({ name, blob, modified }, { zone: "UTC" }, stop)).rejects.toThrow("stopped");
  expect(told).toBe(3);
});

describe("readFile says what a file is that it cannot read", () => {
  test.each([
    ["a.csv", "", "is empty"],
    ["a.csv", " \n\n", "is empty"],
    ["a.csv", "name,city\n", "has a header (name, city) and no rows"],
    ["book.xlsx", "PK\u0003\u0004rest", "is a damaged ZIP archive"],
    ["book.zip", "PK\u0003\u0004rest", "is a damaged ZIP archive"],
    ["t.parquet", "PAR1rest", "is a damaged Parquet file"],
    ["a.json", '[{"a": 1, "b": 2}', "breaks off"],
    ["a.csv", "<!DOCTYPE html>\n<title>Sign in</title>\n", "is a web page"],
    ["a.csv", "a,b\n1,\u0000\n2,some more text that is long enough\n", "zero bytes"],
    ["photo.csv", Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 23), "is not text"],
    ["a.csv.gz", new Uint8Array(gzipSync("a,b\n1,2\n".repeat(100))).slice(0, 30), "damaged gzip"],
    ["a.csv.gz", new Uint8Array(gzipSync(gzipSync("a,b\n1,2\n"))), "twice"],
  ])("%s with %j", async (name, content, problem) => {
    await expect(read(name, content)).rejects.toThrow(problem);
    await expect(read(name, content)).rejects.toMatchObject({ name: "UserError", remedy: expect.stringMatching(/\.$/) as string });
  });

  test("and that it was changed or deleted meanwhile", async () => {
    const blob = new Blob(["a,b\n1,2\n"]);
    blob.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) }) as unknown as Blob;
    const reading = readFile({ name: "a.csv", blob, modified: 0 }, { zone: "UTC" }, () => undefined);
    await expect(reading).rejects.toThrow('"a.csv" can no longer be read: it was changed, moved or deleted.');
  });

  test("and that a zone does not exist", async () => {
    await expect(read("a.csv", "a\n1\n", { zone: "Mars/Base" })).rejects.toThrow('There is no time zone "Mars/Base".');
  });
});
