import { describe, expect, test } from "vitest";
import { read, typesOf, valuesOf } from "./table-of.ts";

/** The column `v` of a file of two columns, its values as they are written. */
const column = async (values: readonly string[], name = "v") => {
  const { table, columns } = await read(`k\t${name}\n${values.map((value, row) => `r${row}\t${value}`).join("\n")}\n`);
  return { ...columns[1]!, values: valuesOf(table)[name], unit: table.columns[1]!.unit };
};
const utc = (text: string) => Date.parse(text);

// By hand.
describe("numbers as they are written", () => {
  test.each([
    [["1,234.50", "12.00", "-1,000,000.25"], "number", [1234.5, 12, -1_000_000.25], undefined, { decimal: "point", decided: true }],
    [["1.234,50", "12,00", "-1.000.000,25"], "number", [1234.5, 12, -1_000_000.25], undefined, { decimal: "comma", decided: true }],
    [["1 234,50", "12,00", "1 000 000,25"], "number", [1234.5, 12, 1_000_000.25], undefined, { decimal: "comma", decided: true }],
    [["1'234.50", "12.00", "1’000’000.25"], "number", [1234.5, 12, 1_000_000.25], undefined, { decimal: "point", decided: true }],
    [["$1,234.50", "$12.00", "-$3.10"], "number", [1234.5, 12, -3.1], "$", { decimal: "point", decided: true }],
    [["1.234,50 €", "12,00 €", "0,99 €"], "number", [1234.5, 12, 0.99], "€", { decimal: "comma", decided: true }],
    [["EUR 5", "EUR 7", ""], "integer", [5, 7, null], "EUR", { decimal: "point", decided: true }],
    [["12.5%", "7 %", "100%"], "number", [12.5, 7, 100], "%", { decimal: "point", decided: true }],
    [["(12.50)", "3.00", "(1,000.00)"], "number", [-12.5, 3, -1000], undefined, { decimal: "point", decided: true }],
    [["12,34,567.5", "1.5", "2"], "number", [1_234_567.5, 1.5, 2], undefined, { decimal: "point", decided: true }],
  ] as const)("readCsv reads %j", async (written, type, values, unit, numbers) => {
    expect(await column(written)).toMatchObject({ type, values, unit, numbers });
  });

  test("readCsv says when a comma could group or divide, and lets another column decide", async () => {
    expect((await column(["1,234", "5,678"])).numbers).toEqual({ decimal: "point", decided: false });
    const { table, columns } = await read("a;b\n1,234;0,5\n5,678;1,25\n");
    expect([valuesOf(table), columns[0]!.confidence]).toEqual([{ a: [1.234, 5.678], b: [0.5, 1.25] }, 1]);
    expect(valuesOf((await read("a;b\n1,234;x\n", { decimal: "comma" })).table)["a"]).toEqual([1.234]);
    expect(valuesOf((await read("a;b\n1.234;x\n", { decimal: "comma" })).table)["a"]).toEqual([1234]);
  });

  test.each([
    ["two currencies", ["$5", "€6"]],
    ["telephone numbers", ["555 123 456", "555 987 654"]],
    ["telephone numbers abroad", ["+49 170", "+49 171"]],
    ["zeros in front", ["0001", "0002"]],
    ["versions", ["1.2.3", "1.10.0"]],
    ["lists", ["1,2,3", "4,5"]],
    ["ids of letters and digits", ["ABC 123", "DEF 456"]],
  ])("readCsv keeps %s text", async (_, values) => {
    expect(await column(values)).toMatchObject({ type: "text", values });
  });
});

describe("times as they are written", () => {
  test.each([
    [["20250131", "20241231", "20250201"], "shipped", utc("2025-01-31T00:00:00Z"), "digits"],
    [["1735732800", "1735732801", ""], "created_at", utc("2025-01-01T12:00:00Z"), "seconds"],
    [["1735732800000", "1735732800001", ""], "eventTime", utc("2025-01-01T12:00:00Z"), "milliseconds"],
    [["1735732800000000", "1735732800000001", ""], "event_timestamp", utc("2025-01-01T12:00:00Z"), "microseconds"],
  ] as const)("readCsv reads %j under the name %s", async (written, name, first, count) => {
    expect(await column(written, name)).toMatchObject({ type: "time", count, values: expect.arrayContaining([first]) as number[] });
  });

  test.each([
    ["v", ["1735732800", "1735732801"]],
    ["time", ["306", "455", "1010"]],
    ["date_count", ["20250231", "20250101", "20250102"]],
    ["order", ["20250131", "20250131"]],
  ])("readCsv keeps whole numbers under the name %s", async (name, values) => {
    expect(await column(values, name)).toMatchObject({ type: "integer", values: values.map(Number) });
  });

  test.each([
    ["31/12/24", utc("2024-12-31T00:00:00Z")],
    ["31.12.69 8:05", utc("1969-12-31T08:05:00Z")],
    ["31/12/2024 12:05 AM", utc("2024-12-31T00:05:00Z")],
    ["31/12/2024 12:05 p.m.", utc("2024-12-31T12:05:00Z")],
    ["5 Jan 2025 14:05", utc("2025-01-05T14:05:00Z")],
    ["05-Jan-25", utc("2025-01-05T00:00:00Z")],
    ["Jan 5, 2025 2:05 pm", utc("2025-01-05T14:05:00Z")],
    ["January 5, 2025", utc("2025-01-05T00:00:00Z")],
    ["Sun, 05 Jan 2025 14:05:09 +0100", utc("2025-01-05T13:05:09Z")],
    ["2025-01-05 10:00:00 -0500", utc("2025-01-05T15:00:00Z")],
    ["2025-1-5", utc("2025-01-05T00:00:00Z")],
    ["2025/01/05 10:00 UTC", utc("2025-01-05T10:00:00Z")],
  ])("readCsv reads %s", async (written, time) => {
    expect(await column([written, written, ""])).toMatchObject({ type: "time", values: [time, time, null] });
  });

  test("readCsv lets one impossible reading of a whole column decide its order", async () => {
    expect(await column(["3/4/25", "12/31/25"])).toMatchObject({
      values: [utc("2025-03-04Z"), utc("2025-12-31Z")],
      dates: { order: "month-first", decided: true },
    });
    expect((await column(["3/4/25", "5/6/25"])).dates).toEqual({ order: "day-first", decided: false });
  });
});

describe("yes and no", () => {
  test.each([
    [
      ["Y", "N", "y"],
      [true, false, true],
    ],
    [
      ["t", "f", ""],
      [true, false, null],
    ],
    [
      ["on", "off", "on"],
      [true, false, true],
    ],
    [
      ["ja", "nein", "JA"],
      [true, false, true],
    ],
    [
      ["oui", "non", "Oui"],
      [true, false, true],
    ],
    [
      ["TRUE", "yes", "No"],
      [true, true, false],
    ],
  ])("readCsv reads %j", async (written, values) => {
    expect(await column(written)).toMatchObject({ type: "boolean", values });
  });

  test.each([[["Y", "Y"]], [["F", "M"]], [["Yes", "No", "No phone service"]]])("readCsv keeps %j text", async (values) => {
    expect((await column(values)).type).toBe("text");
  });
});

describe("what stands around a table", () => {
  test("readCsv leaves out titles and totals, and says what they were", async () => {
    const text = 'Sales report\n"Jan 1, 2025 - Jan 31, 2025"\n\nday,shop,sales\nMon,A,1\nTue,B,2\nTotal,,3\n\nGenerated by Shop 2.0\n';
    const { table, leftOut, bad } = await read(text);
    expect(valuesOf(table)).toEqual({ day: ["Mon", "Tue"], shop: ["A", "B"], sales: [1, 2] });
    expect(leftOut).toEqual({ above: { count: 2, example: "Sales report" }, below: { count: 2, example: "Total,,3" } });
    expect(bad).toEqual([]);
  });

  // The three lines of names that Qualtrics writes: short names, questions, ids. Source: Qualtrics Support, "Understanding Your Dataset".
  test("readCsv leaves out questions and ids below the names of a Qualtrics export, and reads them when told", async () => {
    const ids = ["startDate", "QID1", "QID2_TEXT"].map((id) => `"{""ImportId"":""${id}""}"`).join(",");
    const text = `StartDate,Q1,Q2\nStart Date,"How likely, from 0 to 10,\nare you to recommend us?",Why?\n${ids}\n2025-03-01 10:00:00,9,"Fast, kind"\n2025-03-02 11:30:00,4,\n`;
    for (const sizes of [[text.length], [7]]) {
      const { table, leftOut, bad } = await read(text, {}, sizes);
      expect([typesOf(table), valuesOf(table)["Q1"], bad]).toEqual([["time", "integer", "text"], [9, 4], []]);
      expect(leftOut).toEqual({ explained: { count: 2, example: "Start Date How likely, from 0 to 10,\nare you to recommend us? Why?" } });
    }
    expect((await read(text, { skip: 0 })).table.rows).toBe(4);
  });

  test("readCsv leaves out as many lines as it is told, and none when told so", async () => {
    const text = "x\na,b,c\n1,2,3\n4,5,6\n7,8,9\n";
    expect(valuesOf((await read(text, { skip: 1, footer: 2 })).table)).toEqual({ a: [1], b: [2], c: [3] });
    expect((await read("a,b,c\n1,2,3\nTotal,5,6\n", { footer: 0 })).table.rows).toBe(2);
  });

  test("readCsv keeps a customer named Total, and rows whose first value is missing", async () => {
    expect((await read("name,n,s\nA,1,x\nTotal,2,y\n")).table.rows).toBe(2);
    expect((await read("a,b,c\n1,2,3\n,,4\n")).table.rows).toBe(2);
  });

  test("readCsv leaves out totals of a file larger than what it holds back", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `r${row},${row},x`);
    const text = `k,v,w\n${rows.join("\n")}\nGrand Total,7,9\n`;
    for (const size of [1000, 20_000, 1 << 20]) expect((await read(text, {}, [size])).table.rows).toBe(30_000);
  });
});

describe("columns aligned by blanks", () => {
  test("readCsv cuts at runs of blanks, with names or without", async () => {
    const named = " id   date     dollars\r\n 0001 19970101   11.77\r\n 0002 19970112    2.00\r\n 0003 19970113    2.00\r\n";
    const { table, dialect } = await read(named);
    expect([dialect.delimiter, typesOf(table)]).toEqual(["blanks", ["text", "time", "number"]]);
    expect(valuesOf(table)["id"]).toEqual(["0001", "0002", "0003"]);
    for (const size of [1, 3, 50]) expect((await read(named, {}, [size])).table).toEqual(table);
    expect((await read(named.slice(named.indexOf("\n") + 1))).table.rows).toBe(3);
  });

  test("readCsv takes sentences for one column", async () => {
    const { table } = await read("comment\nit was very good\nnot so good really\n");
    expect(table.columns).toHaveLength(1);
  });
});

describe("encodings", () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test("readCsv reads latin-1, Windows-1252 and DOS letters, each value as it is", async () => {
    const { table } = await read(bytes("k,v\n1,d\x82j\x85 chang\x82\n2,caf\xe9\n3,l\x92eau \x96 5 \x80\n4,pr\x82sent\x82\n"));
    expect(valuesOf(table)["v"]).toEqual(["déj… changé", "café", "l’eau – 5 €", "présenté"]);
  });
});
