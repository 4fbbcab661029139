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

test("tableCsv(table) writes missing values as nothing and times in ISO 8601", () => {
  const table = {
    rows: 2,
    unit: "event" as const,
    columns: [{ name: "at", type: "time" as const, values: Float64Array.of(0, Number.NaN), valid: Uint8Array.of(1) }],
  };
  expect(tableCsv(table)).toBe("at\n1970-01-01T00:00:00.000Z\n\n");
});
