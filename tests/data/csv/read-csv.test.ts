import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/data/csv/read-csv.ts";
import { isPresent } from "../../../src/schema/missing.ts";
import { pieces, read, typesOf, valuesOf } from "./table-of.ts";

const missing = /^(?:[ \t]*|NA|N\/A|null|NULL|NaN|None)$/;
const quoted = (text: string, force: boolean) => (force || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const seen = (value: string) => (missing.test(value) ? null : value);
const utc = (text: string) => Date.parse(text);

describe("the shape of a file", () => {
  // By hand.
  test.each([
    ["comma", "a,b\n1,x\n2,y\n"],
    ["semicolon", "a;b\n1;x\n2;y\n"],
    ["tab", "a\tb\n1\tx\n2\ty\n"],
    ["pipe", "a|b\n1|x\n2|y\n"],
  ])("readCsv finds the %s", async (delimiter, text) => {
    const { table, dialect } = await read(text);
    expect(dialect).toMatchObject({ delimiter, header: true, encoding: "utf-8" });
    expect(valuesOf(table)).toEqual({ a: [1, 2], b: ["x", "y"] });
  });

  test.each([
    ["LF", "a,b\n1,x\n\n2,y\n"],
    ["CRLF", "a,b\r\n1,x\r\n\r\n2,y\r\n"],
    ["lone CR", "a,b\r1,x\r\r2,y\r"],
    ["no final line end", "a,b\n1,x\n2,y"],
    ["a byte order mark", "\uFEFFa,b\n1,x\n2,y"],
  ])("readCsv reads lines with %s, in pieces of any size", async (_, text) => {
    for (const size of [1, 2, 3, 7, 1000]) {
      const { table, bad } = await read(text, {}, [size]);
      expect(valuesOf(table)).toEqual({ a: [1, 2], b: ["x", "y"] });
      expect(bad).toEqual([]);
    }
  });

  test("readCsv reads quotes, doubled quotes, delimiters and line ends inside quotes", async () => {
    const { table } = await read('name,said\n"Doe, Jane","she said ""hi"""\n"two\r\nlines",""\n"""",x"y\n');
    expect(valuesOf(table)).toEqual({ name: ["Doe, Jane", "two\r\nlines", '"'], said: ['she said "hi"', null, 'x"y'] });
  });

  test("readCsv prefers the semicolon where the comma is in the decimals", async () => {
    const { table, dialect } = await read("preis;menge\n1,5;2,25\n3,75;4,5\n");
    expect(dialect.delimiter).toBe("semicolon");
    expect(valuesOf(table)).toEqual({ preis: [1.5, 3.75], menge: [2.25, 4.5] });
  });

  test("readCsv takes what it is told over what it finds", async () => {
    const { table } = await read("1;2\n3;4\n", { delimiter: "comma", header: false });
    expect(valuesOf(table)).toEqual({ column_1: ["1;2", "3;4"] });
  });

  test("readCsv names unnamed columns and makes repeated names unique", async () => {
    const { table } = await read("price,,price,price_2,__proto__\n1,2,3,4,5\n");
    expect(table.columns.map(({ name }) => name)).toEqual(["price", "column_2", "price_3", "price_2", "__proto__"]);
    expect(table.columns.map(({ values }) => values[0])).toEqual([1, 2, 3, 4, 5]);
  });

  test("readCsv tells data from names in the first line", async () => {
    expect((await read("00001,19970101,1,29.33\n00002,19970118,2,14.96\n")).dialect.header).toBe(false);
    expect((await read("name,city\nJane,Rome\nJohn,Oslo\n")).dialect.header).toBe(true);
    expect((await read("x,y\ny,x\nx,x\n")).dialect.header).toBe(false);
  });

  test("readCsv keeps records that are too short or too long, and tells their lines", async () => {
    const { table, bad } = await read('a,b,c\n1,2,3\n4,5\n"6\n6",7,8,9\n10,11,12,\n13\n');
    expect(valuesOf(table)).toEqual({ a: ["1", "4", "6\n6", "10", "13"], b: [2, 5, 7, 11, null], c: [3, null, 8, 12, null] });
    expect(bad).toEqual([
      { kind: "short", count: 2, lines: [3, 7], example: "4,5" },
      { kind: "long", count: 1, lines: [4], example: '"6\n6",7,8,9' },
    ]);
  });

  test("readCsv does not let a lone quote swallow the rest of the file", async () => {
    for (const size of [1, 5, 1000]) {
      const { table, bad } = await read('size,n\n"12 inch,1\nsmall,2\n', {}, [size]);
      expect(valuesOf(table)).toEqual({ size: ['"12 inch', "small"], n: [1, 2] });
      expect(bad).toMatchObject([{ kind: "quote", count: 1, lines: [2] }]);
    }
  });

  test("readCsv keeps what follows a closing quote", async () => {
    const { table, bad } = await read('a,b\n"x"y,1\n');
    expect(valuesOf(table)).toEqual({ a: ["xy"], b: [1] });
    expect(bad).toMatchObject([{ kind: "quote", count: 1, lines: [2] }]);
  });

  test("readCsv reads values that are not UTF-8 as windows-1252, each on its own", async () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode("k,v\né,1\n"), 0xa3, 44, 50, 10);
    const { table, dialect } = await read(bytes);
    expect(valuesOf(table)["k"]).toEqual(["é", "£"]);
    expect(dialect.encoding).toBe("windows-1252");
  });

  test("readCsv gives no rows for names only and no columns for nothing", async () => {
    expect((await read("a,b\n")).table).toMatchObject({ rows: 0, columns: [{ name: "a" }, { name: "b" }] });
    expect((await read("")).table).toMatchObject({ rows: 0, columns: [] });
  });
});

describe("types", () => {
  // By hand.
  test.each([
    ["integer", ["1", "-2", "0", "2147483647"], [1, -2, 0, 2147483647]],
    ["integer", ["1", "9007199254740991", ""], [1, 9007199254740991, null]],
    ["number", ["1", "2.50", "-0.125", "1e3", ".5", "5."], [1, 2.5, -0.125, 1000, 0.5, 5]],
    ["text", ["00123", "7"], ["00123", "7"]],
    ["text", ["12345678901234567890", "1"], ["12345678901234567890", "1"]],
    ["text", ["+4930123", "1"], ["+4930123", "1"]],
    ["boolean", ["TRUE", "false", "", "True"], [true, false, null, true]],
    ["boolean", ["yes", "no", "NA", "Yes"], [true, false, null, true]],
    ["integer", ["0", "1", "0"], [0, 1, 0]],
    ["time", ["2020-02-29", "1999-12-31"], [utc("2020-02-29T00:00Z"), utc("1999-12-31T00:00Z")]],
    ["time", ["2020-01-02 03:04", "2020-01-02T03:04:05.678Z"], [utc("2020-01-02T03:04Z"), utc("2020-01-02T03:04:05.678Z")]],
    ["time", ["2020-01-02T03:04:05+01:00", "2020-01-02T03:04:05-0230"], [utc("2020-01-02T02:04:05Z"), utc("2020-01-02T05:34:05Z")]],
    ["text", ["2020-02-30", "2020-02-01"], ["2020-02-30", "2020-02-01"]],
    ["time", ["31/12/2019 8:05", "1/2/2020 23:59:59"], [utc("2019-12-31T08:05Z"), utc("2020-02-01T23:59:59Z")]],
    ["time", ["12/31/2019", "1/2/2020"], [utc("2019-12-31T00:00Z"), utc("2020-01-02T00:00Z")]],
    ["time", ["12/31/2019 12:05 AM", "1/2/2020 1:00 PM"], [utc("2019-12-31T00:05Z"), utc("2020-01-02T13:00Z")]],
    ["number", ["1,5", "-2,25", "3"], [1.5, -2.25, 3]],
    ["integer", ["1,234", "5,678"], [1234, 5678]],
    ["text", ["NA", "", "  ", "null"], [null, null, null, null]],
  ])("readCsv reads %s from %j", async (type, values, expected) => {
    const { table } = await read(`k;v\n${values.map((value, row) => `r${row};${value}`).join("\n")}\n`);
    expect(table.columns[1]!.type).toBe(type);
    expect(valuesOf(table)["v"]).toEqual(expected);
  });

  test("readCsv takes every spelling of missing, and only those", async () => {
    const { table, columns } = await read("k,v\n1,\n2,NA\n3,N/A\n4,null\n5,NULL\n6,NaN\n7,None\n8, \n9,none\n10,Na\n");
    expect(valuesOf(table)["v"]).toEqual([null, null, null, null, null, null, null, null, "none", "Na"]);
    expect(columns[1]!.missing).toBe(8);
  });

  test("readCsv keeps the layout of columns: 32 bits, NaN, −1 and a bitmap for missing", async () => {
    const { table } = await read("i,f,t,b,d\n1,1.5,x,true,2020-01-01\n,,,,\n");
    const [integer, number, text, boolean, time] = table.columns;
    expect(integer!.values).toEqual(Int32Array.of(1, 0));
    expect(number!.values).toEqual(Float64Array.of(1.5, NaN));
    expect(text!.values).toEqual(Int32Array.of(0, -1));
    expect(boolean!.values).toEqual(Uint8Array.of(1, 0));
    expect(time!.values).toEqual(Float64Array.of(utc("2020-01-01"), NaN));
    for (const column of table.columns) expect([isPresent(column, 0), isPresent(column, 1)]).toEqual([true, false]);
    expect((await read("a\n1\n2\n")).table.columns[0]!.valid).toBeUndefined();
  });

  test("readCsv makes a column text when its last value does not fit, with every value as it was written", async () => {
    const rows = 5000;
    const cases: [string[], string][] = [
      [["7", "-12", "0", "", "123456789", "2147483648", " 8"], "00123"],
      [["1.50", "-0.10", "3", "", "1e5", ".5", "100000000000.25"], "n/k"],
      [["2020-01-02T03:04:05Z", "2020-01-02", "", "2020-01-02 03:04:05.120+01:00", "2020-01-02 03:04"], "yesterday"],
    ];
    for (const [values, last] of cases) {
      const written = Array.from({ length: rows }, (_, row) => values[row % values.length]!);
      const { table, columns } = await read(`k;v\n${[...written, last].map((value, row) => `${row};${value}`).join("\n")}`, {}, [4096]);
      expect(table.columns[1]!.type).toBe("text");
      expect(valuesOf(table)["v"]).toEqual([...written.map((value) => (value === "" ? null : value)), last]);
      expect(columns[1]!.unreadable).toMatchObject({ count: 1, rows: [rows + 1], example: last });
    }
  });

  test("readCsv turns integers into numbers when a fraction comes last", async () => {
    const { table } = await read(`v\n${"1\n".repeat(3000)}\n2.5\n`);
    expect(typesOf(table)).toEqual(["number"]);
    expect(valuesOf(table)["v"]!.slice(-2)).toEqual([1, 2.5]);
  });

  test("readCsv gives columns the types they are asked to have, and counts what does not fit", async () => {
    const { table, columns } = await read("a,b,c,d\n1,2,1,2020-01-01\nx,2.5,0,soon\n", {
      types: { a: "integer", b: "text", c: "boolean", d: "time" },
    });
    expect(valuesOf(table)).toEqual({ a: [1, null], b: ["2", "2.5"], c: [true, false], d: [utc("2020-01-01"), null] });
    expect(columns[0]).toMatchObject({ type: "integer", missing: 1, unreadable: { as: "integer", count: 1, rows: [2], example: "x" } });
    expect(columns[3]!.unreadable).toMatchObject({ count: 1, example: "soon" });
    expect(valuesOf((await read("v\n00123\n007\n", { types: { v: "number" } })).table)).toEqual({ v: [null, null] });
  });

  test("readCsv says when day and month could be either, and lets another column decide", async () => {
    const unsure = await read("d\n3/4/2020\n5/6/2020\n");
    expect(unsure.columns[0]).toMatchObject({ dates: { order: "day-first", decided: false }, confidence: 0.5 });
    expect(valuesOf(unsure.table)["d"]![0]).toBe(utc("2020-04-03T00:00Z"));
    const told = await read("d\n3/4/2020\n", { dateOrder: "month-first" });
    expect(valuesOf(told.table)["d"]).toEqual([utc("2020-03-04T00:00Z")]);
    const other = await read("d,e\n3/4/2020,12/31/2020\n");
    expect(valuesOf(other.table)["d"]).toEqual([utc("2020-03-04T00:00Z")]);
  });

  test("readCsv reads the decimal sign it is told", async () => {
    expect(valuesOf((await read("v;w\n1,5;1\n2,25;2\n", { decimal: "comma" })).table)).toEqual({ v: [1.5, 2.25], w: [1, 2] });
    expect(typesOf((await read("v;w\n1,5;1\n", { decimal: "point" })).table)).toEqual(["text", "integer"]);
  });

  test("readCsv reads decimal commas among many whole numbers", async () => {
    const { table } = await read(`v;w\n${"7;x\n".repeat(50)}1,5;x\n${Array.from({ length: 50 }, (_, row) => `${row};x`).join("\n")}\n`);
    expect(typesOf(table)).toEqual(["number", "text"]);
    expect(valuesOf(table)["v"]![50]).toBe(1.5);
  });

  // Java's ZonedDateTime.ofLocal and Temporal's "compatible": the first of two, and forward over a gap. Berlin changed at 2021-03-28
  // 01:00 UTC and 2021-10-31 01:00 UTC.
  test("readCsv puts times without a zone into the given one, right across clock changes", async () => {
    const { table } = await read("t\n2021-03-28 01:59\n2021-03-28 02:30\n2021-03-28 03:00\n2021-10-31 02:30\n2021-10-31 03:00\n2021-07-01 00:00\n", {
      zone: "Europe/Berlin",
    });
    const expected = ["2021-03-28T00:59Z", "2021-03-28T01:30Z", "2021-03-28T01:00Z", "2021-10-31T00:30Z", "2021-10-31T02:00Z", "2021-06-30T22:00Z"];
    expect(valuesOf(table)["t"]).toEqual(expected.map(utc));
  });
});

// The writer below is the oracle: RFC 4180, quotes where needed or by chance.
describe("what is written is read back", () => {
  const awkward = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\r", "a,b", "ß€😀", "x".repeat(300), " lead", "trail "),
    fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "1"), maxLength: 6 }),
  );

  test("readCsv gives back every text, in pieces of any size and with any line end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(awkward, awkward, fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (rows, lineEnd, sizes, final) => {
          const lines = rows.map(([a, b, force]) => `${quoted(a, force || a === "")},${quoted(b, force)}`);
          const text = ["first,second", ...lines].join(lineEnd) + (final ? lineEnd : "");
          const options = { delimiter: "comma", header: true, types: { first: "text", second: "text" } } as const;
          const { table, bad } = await read(text, options, sizes);
          expect(valuesOf(table)).toEqual({ first: rows.map(([a]) => seen(a)), second: rows.map(([, b]) => seen(b)) });
          expect(bad).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("readCsv gives back every number, as number and as text", async () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.float({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 30 }), async (numbers) => {
        const safe = numbers.filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
        const lines = ["v", "1", ...safe.map(String)];
        const typed = await read(lines.join("\n"), { header: true, delimiter: "tab" });
        expect(valuesOf(typed.table)["v"]).toEqual([1, ...safe.map((value) => value + 0)]);
        const text = await read([...lines, "end"].join("\n"), { header: true, delimiter: "tab" });
        expect(valuesOf(text.table)["v"]).toEqual([...lines.slice(1), "end"]);
      }),
    );
  });

  test("readCsv reads the same table from any pieces", async () => {
    const text = `id,t,v,s\n${Array.from({ length: 400 }, (_, row) => `${row},2020-01-0${(row % 9) + 1} 10:00:0${row % 10},${row / 8},"s ${row % 7}, ""q"""`).join("\r\n")}`;
    const whole = await read(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), async (sizes) => {
        expect((await read(text, {}, sizes)).table).toEqual(whole.table);
      }),
      { numRuns: 20 },
    );
  });
});

test("readCsv stops when progress throws", async () => {
  const bytes = new TextEncoder().encode(`a,b\n${"1,2\n".repeat(50_000)}`);
  let told = 0;
  const stop = () => {
    if (++told === 2) throw new Error("stopped");
    return undefined;
  };
  await expect(readCsv(pieces(bytes, [70_000]), { zone: "UTC" }, stop)).rejects.toThrow("stopped");
  expect(told).toBe(2);
});
