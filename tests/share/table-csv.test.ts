import { expect, test } from "vitest";
import { tableCsv } from "../../src/share/table-csv.ts";

const words = (...dictionary: string[]) => ({
  rows: dictionary.length,
  unit: "group" as const,
  columns: [{ name: "word", type: "text" as const, values: Int32Array.from(dictionary.keys()), dictionary }],
});

test("tableCsv(table) writes a header and a line per row", () => {
  const table = { rows: 1, unit: "group" as const, columns: [{ name: "n", type: "number" as const, values: Float64Array.of(1.5) }] };
  expect(tableCsv(table)).toBe("n\n1.5\n");
});

test("tableCsv(table) quotes commas, quotes and line ends as RFC 4180 says", () => {
  expect(tableCsv(words("a,b", 'say "hi"', "two\nlines"))).toBe('word\n"a,b"\n"say ""hi"""\n"two\nlines"\n');
});

test("tableCsv(table) keeps a spreadsheet from running a text as a formula, and leaves negative numbers alone", () => {
  expect(tableCsv(words("=1+1", "+49 30", "@SUM(A1)", "-3", "-3e2"))).toBe("word\n'=1+1\n'+49 30\n'@SUM(A1)\n-3\n-3e2\n");
});

test("tableCsv(table) disarms every sign that begins a formula, in headers too, and quotes what spans lines", () => {
  // The signs of OWASP's page on CSV injection: = + - @, tab, carriage return, line feed, and their full-width forms.
  expect(tableCsv(words("\t=1", "\r=1", "\n=1", "-1+cmd", "＝1"))).toBe(`word\n'\t=1\n"'\r=1"\n"'\n=1"\n'-1+cmd\n'＝1\n`);
  const named = { rows: 0, unit: "group" as const, columns: [{ name: "=HYPERLINK(1)", type: "number" as const, values: new Float64Array(0) }] };
  expect(tableCsv(named)).toBe("'=HYPERLINK(1)\n");
});

test("tableCsv(table) keeps every number a number that is read back exactly", () => {
  const values = Float64Array.of(-1e300, -0.1, 5e-324, Number.MAX_SAFE_INTEGER, -7);
  const written = tableCsv({ rows: 5, unit: "group", columns: [{ name: "n", type: "number", values }] });
  expect(written.trim().split("\n").slice(1).map(Number)).toEqual([...values]);
});

test("tableCsv(table) writes missing values as nothing and times in ISO 8601", () => {
  const table = {
    rows: 2,
    unit: "event" as const,
    columns: [{ name: "at", type: "time" as const, values: Float64Array.of(0, Number.NaN), valid: Uint8Array.of(1) }],
  };
  expect(tableCsv(table)).toBe("at\n1970-01-01T00:00:00.000Z\n\n");
});
