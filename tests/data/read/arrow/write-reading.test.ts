import { test as property, fc } from "@fast-check/vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "../../../../src/data/read/arrow/pack-numbers.ts";
import { writeReading } from "../../../../src/data/read/arrow/write-reading.ts";
import { readFile } from "../../../../src/data/read/read-file.ts";

const options = { zone: "Europe/Berlin", types: {} };
const nothing = () => undefined;
const read = (name: string, bytes: BlobPart) => readFile({ name, blob: new Blob([bytes]), modified: 0 }, options, nothing);

const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../../sample-data", name), "utf8")
    .split("\n")
    .slice(0, 1500)
    .join("\n");

const awkward = [
  "id,when,amount,count,flag,word,empty",
  "1,2024-01-01T10:00:00Z,16.90,3,true,é,",
  "2,2024-01-01T10:00:01Z,0.1,,false,,",
  "3,,1e300,40000,,Tea,",
  "4,2024-03-31T01:30:00.123Z,,-7,true,Tea,",
].join("\n");

test.each([
  ["awkward.csv", awkward],
  ["orders.csv", sample("orders.csv")],
  ["surveys.csv", sample("surveys.csv")],
])("%s comes back from its kept reading exactly: values, gaps, dictionary, and all that was found of the file", async (name, text) => {
  const reading = await read(name, text);
  const bytes = writeReading({ ...reading, options });
  const { first, ...again } = await read(name, bytes);
  expect(first).toEqual({ bytes: reading.bytes, content: reading.content, memory: reading.memory, options });
  for (const [index, { valid, ...column }] of again.table.columns.entries()) {
    const { valid: before, ...as } = reading.table.columns[index]!;
    expect(column).toEqual(as);
    // The bits behind the last row are nobody's.
    const rows = Array.from({ length: reading.table.rows }, (_, row) => row);
    const held = (bits: Uint8Array | undefined) => rows.filter((row) => bits === undefined || ((bits[row >> 3]! >> (row & 7)) & 1) === 1);
    expect(held(valid)).toEqual(held(before));
  }
  expect({ ...again, table: null }).toEqual({ ...reading, table: null });
  expect(writeReading({ ...again, first: first!, options: { zone: "UTC", types: {} } })).toEqual(bytes);
});

test("a kept reading that lost its end, or whose codes point nowhere, is called damaged", async () => {
  const bytes = writeReading({ ...(await read("awkward.csv", awkward)), options });
  await expect(read("awkward.csv", bytes.slice(0, bytes.length >> 1))).rejects.toThrow(/damaged/);
});

property.prop([
  fc.array(
    fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.integer().map((cents) => cents / 100),
    ),
    { minLength: 1 },
  ),
])("packed numbers come back bit for bit, or are not packed at all", (numbers) => {
  const packed = packNumbers(numbers, () => true);
  const back = new Float64Array(numbers.length);
  if (packed === null) back.set(numbers);
  else unpackNumbers(packed, back);
  expect(back).toEqual(Float64Array.from(numbers));
});

test("prices are kept as cents, and a day's steps as one number each", () => {
  // By hand: 16.90 and 34.90 are 169 and 349 tenths; equal steps of a day have a difference of 1 from the second on.
  expect(packNumbers([16.9, 34.9], () => true)).toEqual({ values: Int16Array.of(169, 349), step: -10, differences: false });
  const days = Array.from({ length: 50 }, (_, day) => (19_700 + day) * 86_400_000);
  expect(packNumbers(days, () => true)).toMatchObject({ step: 86_400_000, differences: true });
});
