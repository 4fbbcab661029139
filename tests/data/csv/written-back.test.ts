import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { read, valuesOf } from "./table-of.ts";

// Many texts are written and read, on a machine that may do other things.
vi.setConfig({ testTimeout: 30_000 });

const word = fc.stringMatching(/^w[a-zé ,;|\t"]{0,12}w$/);
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => days * 86_400_000);
const rows = fc.array(fc.tuple(word, fc.option(number), day), { minLength: 2, maxLength: 40 });
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

const quoted = (value: string, delimiter: string) =>
  value.includes(delimiter) || value.includes('"') || value.includes("\n") ? `"${value.replaceAll('"', '""')}"` : value;

test.each([
  ["comma", ",", "."],
  ["semicolon", ";", ","],
  ["tab", "\t", "."],
  ["pipe", "|", "."],
] as const)("readCsv gives back tables with a %s between values", async (delimiter, sign, decimal) => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (table, end) => {
      const lines = table.map(([text, value, time]) => [text, value === null ? "" : String(value).replace(".", decimal), iso(time)]);
      const csv = [["text", "value", "day"], ...lines].map((line) => line.map((each) => quoted(each, sign)).join(sign)).join(end);
      const options = { delimiter, decimal: decimal === "," ? "comma" : "point", types: { text: "text", value: "number", day: "time" } } as const;
      const { table: found, bad } = await read(csv, options);
      expect(bad).toEqual([]);
      expect(valuesOf(found)).toEqual({
        text: table.map(([text]) => text),
        value: table.map(([, value]) => (value === null ? null : value + 0)),
        day: table.map(([, , time]) => time),
      });
    }),
    { numRuns: 60 },
  );
});

test("readCsv gives back tables aligned by blanks, told by their look alone", async () => {
  const plain = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,9}$/), fc.integer({ min: 1, max: 99_999 }), day), { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(plain, async (table) => {
      const line = (text: string, value: string, time: string) => `${text.padEnd(12)}${value.padStart(8)}  ${time}`;
      const text = [line("name", "amount", "day"), ...table.map(([name, value, time]) => line(name, String(value), iso(time)))].join("\n");
      const { table: found } = await read(text, { types: { name: "text" } });
      expect(valuesOf(found)).toEqual({
        name: table.map(([name]) => name),
        amount: table.map(([, value]) => value),
        day: table.map(([, , time]) => time),
      });
    }),
    { numRuns: 60 },
  );
});
