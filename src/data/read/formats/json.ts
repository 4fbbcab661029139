import { UserError } from "../../../schema/errors.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Format } from "../format.ts";
import { jsonObject } from "../json/json-object.ts";
import { JsonRecords } from "../json/json-records.ts";
import type { ReadOptions } from "../read-options.ts";
import type { TableReading } from "../table-reading.ts";

/** An object is read at once, and a browser's text has an end. */
const largestObject = 400 << 20;

function headText(head: Uint8Array): string {
  return new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart();
}

/** Whether the first line is a whole record and another begins below it. */
function isLines(text: string): boolean {
  const end = text.indexOf("\n");
  if (end < 0) return false;
  try {
    JSON.parse(text.slice(0, end));
  } catch {
    return false;
  }
  return /^\s*\{/.test(text.slice(end));
}

/** JSON: a list of records, an object with a list of records in it, or NDJSON, one record a line. Nested records become columns named with dots. */
export const json: Format = {
  memory: 1.5,
  suits: (head, name) => /^(?:\{\s*["}]|\[\s*[[{\]"\d-])/.test(headText(head)) || (/\.(?:nd)?jsonl?$/i.test(name) && /^[[{]/.test(headText(head))),
  async read(source, head, options) {
    const text = headText(head);
    if (text.startsWith("[")) return readRecords(source, options, "comma", "JSON");
    if (isLines(text) || /\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(source.name)) return readRecords(source, options, "line", "NDJSON");
    return readObject(source, options);
  },
};

async function readRecords(source: ByteSource, options: ReadOptions, separator: "line" | "comma", format: string): Promise<TableReading> {
  const records = new JsonRecords(source.name, separator);
  let opened = separator === "line";
  for await (const chunk of source.chunks) {
    let piece = chunk;
    if (!opened) {
      // The list's own bracket, and the mark of UTF-8 before it, are no part of its first element.
      const bracket = chunk.indexOf(0x5b);
      if (bracket < 0) continue;
      piece = chunk.subarray(bracket + 1);
      opened = true;
    } else if (records.table.rows === 0 && chunk[0] === 0xef && chunk[1] === 0xbb) piece = chunk.subarray(3);
    records.take(piece, false);
    const pause = source.tell();
    if (pause !== undefined) await pause;
  }
  records.take(new Uint8Array(0), true);
  const reading = records.table.finish(format, "fractions", options);
  return { ...reading, bad: records.bad.count === 0 ? [] : [records.bad] };
}

async function readObject(source: ByteSource, options: ReadOptions): Promise<TableReading> {
  const blob = await source.whole();
  if (blob.size > largestObject) {
    throw new UserError(
      `"${source.name}" is one JSON object of ${Math.round(blob.size / 1e6).toLocaleString("en-US")} MB, too large to be read at once.`,
      "Write it as NDJSON, one record a line, which is read piece by piece.",
    );
  }
  let value: unknown;
  try {
    value = JSON.parse((await blob.text()).replace(/^\uFEFF/, ""));
  } catch (error) {
    const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const where = place === undefined ? "to its end" : `beyond letter ${Number(place).toLocaleString("en-US")}`;
    throw new UserError(`"${source.name}" begins as JSON but cannot be read ${where}.`, "Get the file again; it is broken or was cut off.");
  }
  const { table, chosen } = jsonObject(value, source.name, options.member);
  const reading = table.finish("JSON", "fractions", options);
  return chosen === undefined ? reading : { ...reading, chosen };
}
