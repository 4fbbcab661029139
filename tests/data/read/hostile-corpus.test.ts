import { deflateRawSync, gzipSync } from "node:zlib";
import { Table, tableToIPC, vectorFromArray } from "apache-arrow";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/schema/errors.ts";
import { readBytes, workbook } from "./formats/written.ts";

type Bytes = Uint8Array;
/** What must come of a file: a table, a refusal, or whichever of both. */
type Outcome = "read" | "refused" | "either";
interface Hostile {
  what: string;
  name: string;
  content: () => Bytes | string;
  outcome: Outcome;
}

const rows = Array.from({ length: 300 }, (_, row) => ({ id: `c${row % 37}`, n: row, x: row / 8 }));
const csv = strToU8(`id,n,x\n${rows.map(({ id, n, x }) => `${id},${n},${x}`).join("\n")}\n`);
const columns = { id: vectorFromArray(rows.map(({ id }) => id)), n: vectorFromArray(rows.map(({ n }) => n)) };
const seeds: Record<string, { bytes: Bytes; /** Whether a piece of it is still a table. */ piecewise: boolean }> = {
  csv: { bytes: csv, piecewise: true },
  tsv: { bytes: strToU8(new TextDecoder().decode(csv).replaceAll(",", "\t")), piecewise: true },
  json: { bytes: strToU8(JSON.stringify(rows)), piecewise: true },
  ndjson: { bytes: strToU8(rows.map((row) => JSON.stringify(row)).join("\n")), piecewise: true },
  "csv.gz": { bytes: new Uint8Array(gzipSync(csv)), piecewise: false },
  zip: { bytes: zipSync({ "a.csv": csv }), piecewise: false },
  xlsx: { bytes: workbook({ S: [["id", "n"], ...rows.map(({ id, n }) => [id, n])] }), piecewise: false },
  arrow: { bytes: tableToIPC(new Table(columns), "file"), piecewise: false },
  arrows: { bytes: tableToIPC(new Table(columns), "stream"), piecewise: true },
  parquet: {
    bytes: new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "id", data: rows.map(({ id }) => id), type: "STRING" },
          { name: "x", data: rows.map(({ x }) => x), type: "DOUBLE" },
        ],
      }),
    ),
    piecewise: false,
  },
};
const kinds = Object.entries(seeds);
const joined = (...parts: Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
const utf16 = (text: string, big = false): Bytes => new Uint8Array(big ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, "utf16le"));
const lines = "name,n\nAnna,1\nBert,2\nCleo,3\n";

/** An archive inside an archive, so many deep. */
const nested = (depth: number): Bytes => (depth === 0 ? csv : zipSync({ [depth === 1 ? "a.csv" : "a.zip"]: nested(depth - 1) }, { level: 0 }));

const cut = kinds.flatMap(([kind, { bytes, piecewise }]) =>
  [0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99].map((share): Hostile => {
    const outcome = piecewise ? "either" : "refused";
    return {
      what: `a ${kind} file cut off after ${share * 100} %`,
      name: `cut.${kind}`,
      content: () => bytes.slice(0, bytes.length * share),
      outcome,
    };
  }),
);
const beheaded = kinds.map(([kind, { bytes }]): Hostile => {
  return { what: `a ${kind} file without its first 16 bytes`, name: `head.${kind}`, content: () => bytes.slice(16), outcome: "either" };
});
const blanked = kinds.flatMap(([kind, { bytes }]) =>
  [0, 0.3, 0.6, 0.97].map((from): Hostile => {
    const content = () => bytes.slice().fill(0, bytes.length * from, bytes.length * from + 64);
    return { what: `a ${kind} file with zeros at ${from * 100} %`, name: `zeros.${kind}`, content, outcome: "either" };
  }),
);
const misnamed = kinds.flatMap(([kind, { bytes }]) =>
  ["csv", "json", "xlsx", "parquet", "arrow"]
    .filter((name) => name !== kind)
    .map((name): Hostile => {
      // What is inside counts, not what the name says; only an archive that is called a workbook is taken at its word.
      const outcome = kind === "zip" && name === "xlsx" ? "refused" : "read";
      return { what: `a ${kind} file called .${name}`, name: `misnamed.${name}`, content: () => bytes, outcome };
    }),
);
const trailing = kinds.map(([kind, { bytes }]): Hostile => {
  return { what: `a ${kind} file with another file behind it`, name: `twice.${kind}`, content: () => joined(bytes, bytes), outcome: "either" };
});
const foreign = (
  [
    ["a PNG picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ["a PDF document", strToU8("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n")],
    ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ["an SQLite database", strToU8("SQLite format 3\0")],
    ["a Zstandard file", [0x28, 0xb5, 0x2f, 0xfd, 4, 0, 1]],
    ["a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
    ["a bzip2 file", strToU8("BZh91AY&SY")],
    ["a Feather file of version 1", strToU8("FEA1\0\0\0\0FEA1")],
    ["a program", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["a web page", strToU8("<!DOCTYPE html><html><body>Please sign in</body></html>")],
    ["an XML document", strToU8('<?xml version="1.0"?><orders><order id="1"/></orders>')],
    ["a picture of GIF", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0]],
  ] as [string, ArrayLike<number>][]
).flatMap(([what, bytes]) =>
  ["csv", "json", "parquet"].map((name): Hostile => {
    return { what: `${what} called .${name}`, name: `foreign.${name}`, content: () => Uint8Array.from(bytes), outcome: "refused" };
  }),
);
const texts = (
  [
    ["nothing", "a.csv", "", "refused"],
    ["one blank", "a.csv", " ", "refused"],
    ["blank lines", "a.csv", "\n\n\n\n", "refused"],
    ["names only", "a.csv", "a,b,c", "refused"],
    ["zeros only", "a.csv", "\0".repeat(500), "refused"],
    ["zeros in the text", "a.csv", "a,b\n1,\0\n2,\0\0\n", "refused"],
    ["one zero in a long text", "a.csv", `a,b\n${"1,2\n".repeat(400)}3,\0\n`, "either"],
    ["a lone quote in the names", "a.csv", 'a,"b\n1,2\n3,4\n', "either"],
    ["a lone quote in a value", "a.csv", 'a,b\n1,2"\n3,4\n', "read"],
    ["a lone quote at the end", "a.csv", 'a,b\n1,2\n3,"', "read"],
    ["a quote in every value", "a.csv", `a,b\n${'1",2"\n'.repeat(300)}`, "read"],
    ["quotes of every sort", "a.csv", 'a,b\n“1”,‘2’\n"""",""\n', "read"],
    ["nothing but quotes and commas", "a.csv", '"",""\n"",""\n', "either"],
    ["a value after a quoted one", "a.csv", 'a,b\n"1"x,2\n"3"y,4\n', "read"],
    ["UTF-16 without a mark, little end first", "a.csv", utf16(lines.repeat(9)), "read"],
    ["UTF-16 without a mark, big end first", "a.csv", utf16(lines.repeat(9), true), "read"],
    ["UTF-16 with half a letter at its end", "a.csv", joined(Uint8Array.of(0xff, 0xfe), utf16(lines), Uint8Array.of(65)), "read"],
    ["half a pair of UTF-16", "a.csv", joined(Uint8Array.of(0xff, 0xfe), utf16("a,b\n\ud83d,2\n")), "read"],
    ["a mark of UTF-16 and nothing", "a.csv", Uint8Array.of(0xff, 0xfe), "refused"],
    ["UTF-32", "a.csv", Uint8Array.from(lines.split("").flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0])), "refused"],
    ["bytes that are no UTF-8", "a.csv", joined(strToU8("a,b\n"), Uint8Array.of(0xc3, 0x28, 0x2c, 0xff, 10)), "read"],
    ["letters of three encodings", "a.csv", joined(strToU8("a,b\né,1\n"), Uint8Array.of(0xe9, 0x2c, 0x32, 10)), "read"],
    ["a mark of UTF-8 in the middle", "a.csv", `a,b\n1,2\n\uFEFFa,b\n3,4\n`, "read"],
    ["two marks of UTF-8", "a.csv", "\uFEFF\uFEFFa,b\n1,2\n", "read"],
    ["line ends of every sort", "a.csv", "a,b\r\n1,2\n3,4\r5,6\n\r7,8\n", "read"],
    ["old line ends of a Mac", "a.csv", "a,b\r1,2\r3,4\r", "read"],
    ["letters that turn the line around", "a.csv", "a\u202e,b\n1,\u2066x\n2,y\n", "read"],
    ["names of nothing but blanks", "a.csv", " , , \n1,2,3\n", "read"],
    ["the same name 800 times", "a.csv", `${"n,".repeat(799)}n\n${"1,".repeat(799)}1\n`, "read"],
    ["a name of 100,000 letters", "a.csv", `${"n".repeat(100_000)},b\n1,2\n`, "read"],
    ["the names of all objects", "a.csv", "__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n", "read"],
    ["formulas of a spreadsheet", "a.csv", "a,b\n=1+1,@SUM(A1)\n+2,-3\n", "read"],
    ["numbers beyond all bounds", "a.csv", `a,b\n1e999,-1e999\n${"9".repeat(400)},1e-999\n`, "read"],
    ["NaN and Infinity", "a.csv", "a,b\nNaN,Infinity\n-Infinity,nan\n1,2\n", "read"],
    ["days that do not exist", "a.csv", "a,t\n1,2025-02-30\n2,2025-13-01\n3,0000-00-00\n", "read"],
    ["years far away", "a.csv", "a,t\n1,275760-09-14\n2,9999-12-31\n3,-000001-01-01\n", "read"],
    ["lines of 1 to 5,000 values", "a.csv", Array.from({ length: 60 }, (_, row) => "1,".repeat(1 + ((row * 83) % 5000))).join("\n"), "read"],
    ["a footer longer than the table", "a.csv", `a,b\n1,2\n${"Page printed by someone\n".repeat(50)}`, "either"],
    ["a preamble longer than the table", "a.csv", `${"Report of someone\n".repeat(50)}a,b\n1,2\n`, "either"],
    ["nothing but one long word", "a.csv", "x".repeat(200_000), "refused"],
    ["a list that does not end", "a.json", '[{"a":1},{"a":2}', "either"],
    ["a comma too many", "a.json", '[{"a":1},]', "either"],
    ["two lists", "a.json", '[{"a":1}][{"a":2}]', "either"],
    ["a lone bracket", "a.json", "[", "refused"],
    ["a lone brace", "a.json", "{", "refused"],
    ["a text of JSON", "a.json", '"text"', "refused"],
    ["a number of JSON", "a.json", "42", "either"],
    ["null", "a.json", "null", "refused"],
    ["an object of nothing", "a.json", "{}", "refused"],
    ["an object of values", "a.json", '{"a":1,"b":"x"}', "either"],
    ["names without quotes", "a.json", "[{a:1},{a:2}]", "refused"],
    ["quotes of one stroke", "a.json", "[{'a':1}]", "refused"],
    ["numbers of all sorts", "a.json", '[{"a":1e999},{"a":-0},{"a":123456789012345678901234567890}]', "read"],
    ["half a pair of letters", "a.json", String.raw`[{"a":"\ud83d"}]`, "read"],
    ["records and values mixed", "a.json", '[{"a":1},2,"x",null,[3]]', "either"],
    ["a list of lists", "a.json", "[[1,2],[3,4]]", "either"],
    ["every record another name", "a.json", JSON.stringify(Array.from({ length: 500 }, (_, row) => ({ [`n${row}`]: row }))), "read"],
    ["a broken line among good ones", "a.ndjson", '{"a":1}\n{"a":\n{"a":3}\n', "read"],
    ["lists 50,000 deep in a record", "a.ndjson", `{"a":1}\n{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}\n`, "either"],
    ["nothing but braces", "a.ndjson", "{}\n{}\n{}\n", "either"],
    ["an archive of nothing", "a.zip", zipSync({}), "refused"],
    ["an archive of folders", "a.zip", zipSync({ "data/": new Uint8Array(0) }), "refused"],
    ["an archive of a picture", "a.zip", zipSync({ "photo.png": strToU8("x") }), "refused"],
    ["an archive of an empty table", "a.zip", zipSync({ "a.csv": new Uint8Array(0) }), "refused"],
    ["two archives deep", "a.zip", nested(2), "refused"],
    ["six archives deep", "a.zip", nested(6), "refused"],
    ["an archive called a table inside", "a.zip", zipSync({ "a.csv": nested(1) }), "refused"],
    ["a path out of the archive", "a.zip", zipSync({ "../../etc/a.csv": csv }), "read"],
    ["a workbook without sheets", "a.xlsx", zipSync({ "[Content_Types].xml": strToU8("<Types/>") }), "refused"],
    ["a workbook of nothing", "a.xlsx", workbook({ S: [] }), "refused"],
    ["a workbook of names", "a.xlsx", workbook({ S: [["a", "b"]] }), "refused"],
    ["a workbook whose parts are no XML", "a.xlsx", zipSync({ "[Content_Types].xml": strToU8("x"), "xl/workbook.xml": strToU8("\0\0") }), "refused"],
    ["gzip of nothing", "a.csv.gz", new Uint8Array(gzipSync("")), "refused"],
    ["gzip of gzip", "a.csv.gz", new Uint8Array(gzipSync(gzipSync(csv))), "refused"],
    ["gzip of a picture", "a.csv.gz", new Uint8Array(gzipSync(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4))), "refused"],
    ["two gzip files in a row", "a.csv.gz", joined(new Uint8Array(gzipSync(csv)), new Uint8Array(gzipSync(csv))), "either"],
    ["the two bytes of gzip", "a.csv.gz", Uint8Array.of(0x1f, 0x8b), "refused"],
    ["deflate without gzip", "a.csv.gz", new Uint8Array(deflateRawSync(csv)), "refused"],
    ["the marks of Parquet alone", "a.parquet", "PAR1PAR1", "refused"],
    ["Parquet with a foot larger than itself", "a.parquet", joined(strToU8("PAR1"), Uint8Array.of(255, 255, 255, 127), strToU8("PAR1")), "refused"],
    ["encrypted Parquet", "a.parquet", `PARE${"x".repeat(64)}PARE`, "either"],
    ["the marks of Arrow alone", "a.arrow", "ARROW1\0\0ARROW1", "refused"],
    ["an Arrow stream of one huge message", "a.arrows", Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 0, ...new Uint8Array(64)), "refused"],
  ] as [string, string, Bytes | string, Outcome][]
).map(([what, name, content, outcome]): Hostile => ({ what, name, content: () => content, outcome }));

// Sizes are bounded by how they are made: no more than 60 MB stands in memory at a time.
const large: Hostile[] = [
  { what: "a header of a million names", name: "wide.csv", content: () => `${"n,".repeat(999_999)}n\n1\n`, outcome: "either" },
  { what: "a header of a million names and nothing below", name: "wide.csv", content: () => `${"n,".repeat(999_999)}n\n`, outcome: "either" },
  { what: "one line of 50 MB", name: "line.csv", content: () => new Uint8Array(50 << 20).fill(120), outcome: "refused" },
  {
    what: "one quoted value of 50 MB",
    name: "quote.csv",
    content: () => joined(strToU8('a,b\n"'), new Uint8Array(50 << 20).fill(120)),
    outcome: "either",
  },
  { what: "a gzip bomb", name: "bomb.csv.gz", content: () => new Uint8Array(gzipSync(Buffer.alloc(80 << 20, " \n"))), outcome: "refused" },
  { what: "a zip bomb", name: "bomb.zip", content: () => zipSync({ "a.csv": new Uint8Array(80 << 20).fill(10) }), outcome: "refused" },
  {
    what: "a workbook that is a bomb",
    name: "bomb.xlsx",
    content: () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": new Uint8Array(80 << 20).fill(32) }),
    outcome: "refused",
  },
  { what: "a JSON list of 5 million brackets", name: "deep.json", content: () => "[".repeat(5_000_000), outcome: "refused" },
];

const corpus = [...cut, ...beheaded, ...blanked, ...misnamed, ...trailing, ...foreign, ...texts, ...large];

/** A sentence for people: one line, ended, not endless, with nothing in it that only a programmer says. */
const isSentence = (text: string): boolean =>
  /^["A-Z][^\n]{8,400}\.$/u.test(text) &&
  !/undefined|NaN|\[object|TypeError|RangeError|is not a function|Cannot read prop|at \w+ \(|\d+n\b/.test(text);

describe("every hostile file gives a table, or one sentence and what to do", () => {
  test("the corpus is of 200 files or more", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
  });

  test.each(corpus)("readFile of $what", { timeout: 30_000 }, async ({ name, content, outcome }) => {
    const found = await readBytes(name, content()).then(
      ({ table }) => (table.rows > 0 && table.columns.length > 0 ? ("read" as const) : table),
      (error: unknown) => error,
    );
    if (outcome === "read" || (outcome === "either" && found === "read")) {
      expect(found).toBe("read");
      return;
    }
    expect(found).toBeInstanceOf(UserError);
    const { message, remedy } = found as UserError;
    expect([message, isSentence(message)]).toEqual([message, true]);
    expect([remedy, isSentence(remedy)]).toEqual([remedy, true]);
  });
});
