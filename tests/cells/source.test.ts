import { describe, expect, test } from "vitest";
import type { Inputs, Job } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/source/compute.ts";
import { params, suggest } from "../../src/cells/source/params.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import { valuesOf } from "../data/csv/table-of.ts";

const none = {} as Inputs;

function job(files: Record<string, string>, settings: Partial<Job> = {}): Job {
  const names = Object.keys(files);
  return {
    ...defaultSettings,
    seed: 1,
    cancelled: false,
    progress: () => undefined,
    files: async () => names.map((name) => ({ name, blob: new Blob([files[name]!]), modified: 0 })),
    ...settings,
  };
}
const run = (files: Record<string, string>, raw: RawParams = {}, settings: Partial<Job> = {}) =>
  compute(none, resolve(params, { file: Object.keys(files), ...raw }), job(files, settings));

const warnings = async (text: string, raw: RawParams = {}) => (await run({ "a.csv": text }, raw)).warnings.map((warning) => warning.text);

const orders = "order,at,price\nA1,2010-12-01 08:26,2.5\nA2,2011-12-09 12:50,\n";

// By hand.
test("source reads a file, says what is in it, and how each column was read", async () => {
  const output = await run({ "orders.csv": orders });
  expect(valuesOf(output.value as DataTable)).toMatchObject({ order: ["A1", "A2"], price: [2.5, null] });
  expect(output.facts).toEqual([
    {
      code: "file",
      text: "orders.csv: 2 lines, 3 columns, from 1 December 2010 to 9 December 2011",
      values: { rows: 2, columns: 3, files: 1, bytes: orders.length, from: Date.UTC(2010, 11, 1, 8, 26), to: Date.UTC(2011, 11, 9, 12, 50) },
      holds: true,
    },
    {
      code: "dialect",
      text: "Written in UTF-8 with commas between values and names in the first line; times without a zone are in UTC",
      values: { delimiter_confidence: 1, header_confidence: 1 },
      holds: true,
    },
  ]);
  expect(valuesOf(output.tables["columns"]!)).toEqual({
    column: ["order", "at", "price"],
    type: ["text", "time", "number"],
    confidence: [1, 1, 1],
    missing: [0, 0, 1],
    distinct: [2, 2, 1],
    example: ["A1", "2010-12-01T08:26:00.000Z", "2.5"],
  });
  expect(output).toMatchObject({ n: 2, excluded: {}, warnings: [] });
  expect(output.content).toMatch(/^[0-9a-f]{16}$/);
});

test("source gives the same bytes for the same file, and another content for another", async () => {
  const [one, again, other] = [await run({ "a.csv": orders }), await run({ "a.csv": orders }), await run({ "a.csv": `${orders}\n` })];
  expect(again).toEqual(one);
  expect(other.content).not.toBe(one.content);
});

test("source reads times without a zone in the notebook's, or in the one it is given", async () => {
  const text = "at\n2021-07-01 00:00\n";
  const berlin = await run({ "a.csv": text }, {}, { timezone: "Europe/Berlin" });
  expect(valuesOf(berlin.value as DataTable)["at"]).toEqual([Date.UTC(2021, 5, 30, 22)]);
  const tokyo = await run({ "a.csv": text }, { zone: "Asia/Tokyo" }, { timezone: "Europe/Berlin" });
  expect(valuesOf(tokyo.value as DataTable)["at"]).toEqual([Date.UTC(2021, 5, 30, 15)]);
  await expect(run({ "a.csv": text }, { zone: "Nowhere" })).rejects.toMatchObject({ param: "zone" });
});

test("source puts several files one below the other and names drift", async () => {
  const output = await run({ "a.csv": "k,v\nx,1\n", "b.csv": "k,w\ny,2\n" });
  expect(valuesOf(output.value as DataTable)).toEqual({ k: ["x", "y"], v: [1, null], w: [null, 2] });
  expect(output.facts[0]!.text).toBe("2 files: 2 lines, 3 columns");
  expect(output.warnings.map(({ text }) => text)).toEqual([
    'Not every file has "v": it is missing in the rows of b.csv.',
    'Not every file has "w": it is missing in the rows of a.csv.',
  ]);
});

describe("warnings", () => {
  test("source tells bad lines with their numbers", async () => {
    expect(await warnings("a,b\n1,2\n3\n4,5,6\n7\n")).toEqual([
      "2 lines have too few values in a.csv (line 3; 5); what is absent is missing. The first is: 3",
      "1 line has too many values in a.csv (line 4); those beyond the last column were left out. The first is: 4,5,6",
    ]);
  });

  test("source tells values that a type asked for does not fit, and columns that nearly have a type", async () => {
    const text = `v,w\n${"1,2\n".repeat(30)}x,3\n`;
    expect(await warnings(text, { types: { v: "integer" } })).toEqual([
      '"v" has 1 value that cannot be read as whole numbers (row 31 of a.csv, such as "x"); they are missing.',
    ]);
    expect(await warnings(text)).toEqual([
      '"v" has 1 value that cannot be read as numbers (row 31 of a.csv, such as "x"), so the whole column is text.',
    ]);
    expect(await warnings("v\n1\n2\n", { types: { u: "text" } })).toEqual(['There is no column "u", so the type asked for it has no effect.']);
  });

  test("source tells dates that can be read in two ways, until it is told the order", async () => {
    const text = "d,n\n3/4/2020,1\n5/6/2020,2\n";
    expect(await warnings(text)).toHaveLength(1);
    expect(await warnings(text, { dates: "month-first" })).toEqual([]);
  });
});

test("source lets every reading be said instead of found", async () => {
  const said = { delimiter: "semicolon", decimal: "comma", header: "no", encoding: "windows-1252", types: { column_1: "text" } };
  const output = await run({ "a.csv": "1;2,5\n3;4,5\n" }, said);
  expect(valuesOf(output.value as DataTable)).toEqual({ column_1: ["1", "3"], column_2: [2.5, 4.5] });
});

test("source passes a stop on and suggests nothing", async () => {
  const stopped = new Error("stopped");
  const progress = () => {
    throw stopped;
  };
  await expect(run({ "a.csv": orders }, {}, { progress })).rejects.toBe(stopped);
  expect(suggest()).toEqual([]);
});

describe("what was decided for the reader", () => {
  const choices = async (name: string, text: string, raw: RawParams = {}) =>
    (await run({ [name]: text }, raw)).warnings.map(({ text: said, fixes = [] }) => [said, fixes.map(({ params: change }) => change)]);

  // By hand.
  test("source offers both orders of day and month, and both decimal signs, where values do not decide", async () => {
    expect(await choices("a.csv", "d,n\n3/4/2020,1\n5/6/2020,2\n")).toEqual([
      [expect.stringContaining('The dates of "d" can be read in two ways'), [{ dates: "day-first" }, { dates: "month-first" }]],
    ]);
    expect(await choices("a.csv", "d;n\nx;1,234\ny;5,678\n")).toEqual([
      [expect.stringContaining('The numbers of "n" can be read in two ways'), [{ decimal: "point" }, { decimal: "comma" }]],
    ]);
    expect(await choices("a.csv", "d;n\nx;1,234\ny;5,678\n", { decimal: "comma" })).toEqual([]);
  });

  test("source says which whole numbers it took for times, and which lines it left out", async () => {
    const text = "Report of May\n\nk,created_at,n\na,1735732800,1\nb,1735732801,2\nTotal,,3\n";
    expect(await choices("a.csv", text)).toEqual([
      ["1 line above the table of a.csv was left out: Report of May", [{ skip: 0 }]],
      ["1 line below the table of a.csv was left out: Total,,3", [{ footer: 0 }]],
      ['"created_at" was read as times: its whole numbers are seconds since 1970.', [{ types: { created_at: "integer" } }]],
    ]);
    expect(await choices("a.csv", text, { skip: 1, footer: 1, types: { created_at: "integer" } })).toHaveLength(2);
  });

  test("source says what a file is that is no delimited text, and which list it took", async () => {
    const output = await run({ "a.json": '{"data":[{"n":1,"at":"2025-01-01T00:00:00Z"}]}' });
    expect(output.facts[1]!.text).toBe('Read as JSON, from the list "data"; times without a zone are in UTC');
    await expect(run({ "a.json": '{"a":[{"n":1}],"b":[{"n":2}]}' })).rejects.toMatchObject({ param: "member" });
    expect((await run({ "a.json": '{"a":[{"n":1}],"b":[{"n":2}]}' }, { member: "b" })).n).toBe(1);
  });

  test("source says how much memory a reading is thought to take before it begins", async () => {
    const told: string[] = [];
    await run({ "a.csv": orders }, {}, { progress: (_, doing) => void told.push(doing ?? "") });
    expect(told[0]).toBe("Reading a.csv, about 1 MB in memory");
  });
});
