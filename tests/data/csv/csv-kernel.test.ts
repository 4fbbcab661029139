import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { CsvKernel } from "../../../src/data/csv/csv-kernel.ts";
import { KernelDictionary } from "../../../src/data/csv/kernel-dictionary.ts";
import type { CsvOptions } from "../../../src/data/csv/csv-options.ts";
import { read } from "./table-of.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is read without WebAssembly: the oracle. */
async function readPlainly(...given: Parameters<typeof read>): ReturnType<typeof read> {
  vi.stubGlobal("WebAssembly", undefined);
  try {
    return await read(...given);
  } finally {
    vi.unstubAllGlobals();
  }
}

const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), minLength: 1, maxLength });
const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, "0"));
const date = fc.tuple(digits(4), two(13), two(32)).map(([year, month, day]) => `${year.padStart(4, "2")}-${month}-${day}`);
const stamp = fc
  .tuple(
    date,
    fc.constantFrom("T", " "),
    two(24),
    two(60),
    fc.option(two(60)),
    fc.option(digits(7)),
    fc.constantFrom("", "Z", "+01:00", "-0530", "+02"),
  )
  .map(([day, gap, hour, minute, second, part, zone]) => {
    const seconds = second === null ? "" : `:${second}${part === null ? "" : `.${part}`}`;
    return `${day}${gap}${hour}:${minute}${seconds}${zone}`;
  });
const steady = (hour: number) =>
  fc.tuple(two(28), two(59)).map(([day, minute]) => `2024-02-${day}T${String(hour).padStart(2, "0")}:${minute}:00.250Z`);
const number = fc
  .tuple(fc.constantFrom("", "-", "", "+"), digits(17), fc.constantFrom("", ".", ",", ".5", ".25", ",75", "e5"))
  .map((parts) => parts.join(""));
const whole = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map(String);
const price = fc.integer({ min: -5000, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
/** A value in the column's way, or now and then one that only just is not. */
const nearly = (kind: fc.Arbitrary<string>, ...others: string[]) =>
  fc.oneof({ weight: 12, arbitrary: kind }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const nearlyTimes = nearly(
  steady(23),
  "2024-02-30T23:00:00.250Z",
  "2024-02-01T24:00:00.250Z",
  "2024-02-01T23:60:00.250Z",
  "2024-02-01T23:00:00,250Z",
  "2024-02-01T23:00:00.250X",
);
const nearlyNumbers = nearly(price, "007", "00.5", "-0", "-0.00", "-", "1.", ".5", "1234567890.123456", "123456789012345", "1234567890123456", "1 ");
const nearlyWhole = nearly(whole, "007", "-0", "-", "--1", "999999999", "9999999999", "1x");
const nothing = fc.constantFrom("", "", " ", "\t ", "NA", "N/A", "null", "NULL", "NaN", "None", "none", "N/", "nul", "          ");
const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "€", "0", " ", '"', "'", "\r", "\n", ",", ";"), maxLength: 40 });
const plainText = fc.string({ unit: fc.constantFrom("a", "b", "c", "0", "_"), maxLength: 24 });

/** Values of one kind, among them some that stand for missing and now and then something else. */
const columnOf = (kind: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 40, arbitrary: kind }, { weight: 3, arbitrary: nothing }, { weight: 1, arbitrary: text });
const kinds = [
  nearlyTimes,
  nearlyNumbers,
  nearlyWhole,
  stamp,
  steady(7),
  date,
  number,
  whole,
  price,
  text,
  plainText,
  nothing,
  fc.constantFrom("yes", "no"),
];
const kind = fc.constantFrom(...kinds.flatMap((values) => [values, columnOf(values)]));

/** As it is written: quoted when it must be, or for no reason, or wrongly not at all. */
const written = (value: string, how: number) => (how === 0 || (how < 9 && /[",;\r\n]/.test(value)) ? `"${value.replaceAll('"', '""')}"` : value);

const table = fc
  .tuple(fc.array(kind, { minLength: 1, maxLength: 5 }), fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n", "\r"))
  .chain(([columns, delimiter, lineEnd]) =>
    fc
      .array(
        fc.tuple(
          fc.tuple(...columns.map((values) => fc.tuple(values, fc.integer({ min: 0, max: 9 })))),
          fc.oneof(
            { weight: 30, arbitrary: fc.constant("") },
            { weight: 1, arbitrary: fc.constantFrom(delimiter, `${delimiter}x`, '"', `${lineEnd}  `, lineEnd) },
          ),
        ),
        { minLength: 1, maxLength: 60 },
      )
      .map((rows) => rows.map(([values, more]) => values.map(([value, how]) => written(value, how)).join(delimiter) + more + lineEnd).join("")),
  );

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 });
const options: fc.Arbitrary<Partial<CsvOptions>> = fc.constantFrom({}, { decimal: "comma" }, { header: false }, { zone: "Europe/Berlin" });

// The loops without WebAssembly are the oracle.
test("readCsv gives the same with the kernel and without, whatever is in the table and wherever its pieces end", async () => {
  await fc.assert(
    fc.asyncProperty(table, sizes, options, async (given, cuts, how) => {
      expect(await read(given, how, cuts)).toEqual(await readPlainly(given, how, cuts));
    }),
    { numRuns: 400 },
  );
}, 30_000);

test("readCsv gives the same with the kernel and without for any bytes", async () => {
  const byte = fc.oneof(fc.constantFrom(34, 44, 10, 13, 9, 48, 45, 46), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 300 }), sizes, async (given, cuts) => {
      const bytes = Uint8Array.from(given);
      expect(await read(bytes, {}, cuts)).toEqual(await readPlainly(bytes, {}, cuts));
    }),
    { numRuns: 400 },
  );
}, 30_000);

test("readCsv gives the same with the kernel and without for more rows than a batch and more texts than fit at first", async () => {
  const line = (row: number) =>
    `customer ${(row * 7919) % 60_000},${row % 31 === 30 ? "1e3" : row / 4},2025-01-01T00:${String(row % 60).padStart(2, "0")}:00,${row % 9_000}`;
  const given = `who,n,at,id\n${Array.from({ length: 70_000 }, (_, row) => line(row)).join("\n")}`;
  const found = await read(given, {}, [100_000]);
  expect(found).toEqual(await readPlainly(given, {}, [100_000]));
  // By hand: 7919 is prime to 60,000.
  expect(found.table.columns[0]!.dictionary).toHaveLength(60_000);
});

// A Map of texts is the oracle.
test("KernelDictionary numbers values of any length in order of appearance, as a Map does", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "0"), minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const dictionary = new KernelDictionary(CsvKernel.start()!);
      const codes = new Map<string, number>();
      for (const given of words) {
        const bytes = new TextEncoder().encode(`x${given}y`);
        if (!codes.has(given)) codes.set(given, codes.size);
        expect(dictionary.intern(bytes, new DataView(bytes.buffer), 1, bytes.length - 1)).toBe(codes.get(given));
      }
      expect(dictionary.decoded("utf-8")).toEqual({ texts: [...codes.keys()], foreign: 0 });
      expect([...codes.values()].map((code) => new TextDecoder().decode(dictionary.valueAt(code)))).toEqual([...codes.keys()]);
    }),
  );
});

test("CsvKernel.start gives null where there is no WebAssembly, or not enough of it", () => {
  expect(CsvKernel.start()).not.toBeNull();
  vi.stubGlobal("WebAssembly", undefined);
  expect(CsvKernel.start()).toBeNull();
});
