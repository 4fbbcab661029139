import type { ColumnType } from "../../schema/column.ts";
import type { Progress } from "../progress.ts";
import { aligned, tabbed } from "./aligned.ts";
import { ColumnReader } from "./column-reader.ts";
import { CsvKernel } from "./csv-kernel.ts";
import { delimiterBytes, type CsvOptions } from "./csv-options.ts";
import type { CsvReading, LeftOut } from "./csv-report.ts";
import { finishTable } from "./finish-table.ts";
import { headerNames } from "./header-names.ts";
import { RecordScanner } from "./record-scanner.ts";
import { sampleRecords } from "./sample-records.ts";
import { sniffDelimiter, type SniffedDelimiter } from "./sniff-delimiter.ts";
import { sniffExplanations } from "./sniff-explanations.ts";
import { sniffHeader } from "./sniff-header.ts";
import { sniffPreamble } from "./sniff-preamble.ts";
import { withoutFooter } from "./without-footer.ts";

/** Bytes the dialect is told from. */
const headSize = 1 << 16;
/** Bytes scanned at a time, so that they are still in the processor's cache when their values are read. */
const pieceSize = 1 << 18;

/**
 * Reads delimited text, byte by byte, into typed columns, without ever holding the whole text or making a string per value.
 *
 * Every value is held against its column's type; one that does not fit makes the column text, as written. Records too short or too long
 * are kept, counted and reported. Titles above the names, what explains them below, and totals below the table are left out and reported. A value that is not UTF-8 is read as windows-1252. At most 4096 columns are read.
 *
 * @param chunks The text's bytes, UTF-8 or any encoding that has ASCII in it, in pieces of any size.
 * @returns The table (unit "event", a row per record) and what was found. A file of names only gives no rows; an empty one no columns.
 * @throws {RangeError} If the zone is not an IANA name; whatever `progress` or `chunks` throw.
 */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, options: CsvOptions, progress: () => ReturnType<Progress>): Promise<CsvReading> {
  const rest = chunks[Symbol.asyncIterator]();
  const { head, done } = await readHead(rest);
  const sniffed = delimiterOf(head, done, options);
  const skip = options.skip ?? sniffPreamble(sniffed.records, commonWidth(sniffed.records));
  const records = sniffed.records.slice(skip);
  const explained = options.skip === undefined && options.header !== false ? sniffExplanations(records) : 0;
  const known = explained > 0 ? true : options.header;
  const named = known === undefined ? sniffHeader(records) : { header: known, confidence: 1 };
  const width = Math.max(commonWidth(records), named.header ? (records[0]?.length ?? 0) : 0);
  const scanner = new RecordScanner(delimiterBytes[sniffed.delimiter], Math.max(1, width), undefined, CsvKernel.start());
  const leftOut: LeftOut = {};
  if (skip > 0 && records.length > 0) leftOut.above = { count: skip, example: sniffed.records[0]!.join(" ").trim().slice(0, 120) };
  if (explained > 0) leftOut.explained = { count: explained, example: records[1]!.join(" ").trim().slice(0, 120) };
  const all = followedBy(head, rest);
  const text = withoutFooter(
    sniffed.delimiter === "blanks" ? aligned(all) : all,
    { count: options.footer ?? null, delimiter: String.fromCharCode(delimiterBytes[sniffed.delimiter]), width },
    (below) => (leftOut.below = below),
  );
  let names = headerNames([], width);
  const columns: ColumnReader[] = [];
  let above = skip;
  let under = explained;
  let begun = false;
  let left = 0;

  const take = (final: boolean): void => {
    while (above > 0) {
      if (scanner.scan(final, 1) === 0) return;
      above--;
    }
    if (!begun) {
      if (named.header && scanner.scan(final, 1) === 0) return;
      if (named.header) names = headerNames(headerOf(scanner, options), width);
      scanner.bad.clear();
      for (const name of names) columns.push(new ColumnReader(askedOf(options, name), options.decimal ?? "point"));
      begun = true;
    }
    while (under > 0) {
      if (scanner.scan(final, 1) === 0) return;
      scanner.bad.clear();
      under--;
    }
    while (scanner.scan(final) > 0) for (let column = 0; column < columns.length; column++) columns[column]!.take(scanner, column);
  };
  try {
    for await (const chunk of text) {
      for (let from = 0; from < chunk.length; from += pieceSize) {
        scanner.append(chunk.subarray(from, from + pieceSize));
        // A record longer than a piece is looked for anew only when twice as much of it is there, so that a file of one line takes no square of time.
        if (scanner.waiting < 2 * left) continue;
        take(false);
        left = scanner.waiting > pieceSize ? scanner.waiting : 0;
      }
      const pause = progress();
      if (pause !== undefined) await pause;
    }
  } finally {
    await rest.return?.();
  }
  take(true);

  const rows = columns[0]?.rows ?? 0;
  const finished = finishTable(columns, names, options);
  if (scanner.kernel !== null) CsvKernel.end(scanner.kernel.kernel);
  const foreign = finished.some((column) => column.foreign > 0);
  return {
    table: { rows, unit: "event", columns: finished.map(({ column }) => column) },
    dialect: {
      delimiter: sniffed.delimiter,
      delimiterConfidence: sniffed.confidence,
      header: named.header,
      headerConfidence: named.confidence,
      encoding: options.encoding ?? (foreign ? "windows-1252" : "utf-8"),
    },
    bad: [...scanner.bad.values()],
    columns: finished.map(({ report }) => report),
    leftOut,
  };
}

/** What was read ahead, and then the rest. */
async function* followedBy(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk: Uint8Array | undefined = head; chunk !== undefined; chunk = await next(rest)) yield chunk;
}

async function next(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  const { value, done } = await chunks.next();
  return done === true ? undefined : value;
}

/** The first bytes, without a byte order mark; `done` when they are all. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; done: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let part: Uint8Array | undefined;
  while (size < headSize && (part = await next(chunks)) !== undefined) {
    parts.push(part);
    size += part.length;
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return { head: marked ? head.subarray(3) : head, done: size < headSize };
}

function delimiterOf(head: Uint8Array, done: boolean, options: CsvOptions): SniffedDelimiter {
  const sample = head.subarray(0, headSize);
  const whole = done && head.length <= headSize;
  if (options.delimiter === undefined) return sniffDelimiter(sample, whole);
  const cut = options.delimiter === "blanks" ? tabbed(sample, { inside: false, gap: false }) : sample;
  return { delimiter: options.delimiter, confidence: 1, records: sampleRecords(cut, delimiterBytes[options.delimiter], whole) };
}

/** The number of values most records have. */
function commonWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function headerOf(scanner: RecordScanner, options: CsvOptions): string[] {
  const read = (label: string, fatal: boolean) => {
    const decoder = new TextDecoder(label, { fatal });
    return Array.from({ length: scanner.width }, (_, column) =>
      decoder.decode(scanner.bytes.subarray(scanner.starts[column]!, scanner.ends[column]!)),
    );
  };
  if (options.encoding === "windows-1252") return read("windows-1252", false);
  try {
    return read("utf-8", true);
  } catch {
    return read("windows-1252", false);
  }
}

function askedOf(options: CsvOptions, name: string): ColumnType | null {
  return options.types !== undefined && Object.hasOwn(options.types, name) ? options.types[name]! : null;
}
