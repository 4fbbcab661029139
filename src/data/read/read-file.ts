import { UserError } from "../../schema/errors.ts";
import type { CsvOptions } from "../csv/csv-options.ts";
import type { CsvReading } from "../csv/csv-report.ts";
import type { Progress } from "../progress.ts";
import { byteSource } from "./byte-source.ts";
import type { Format } from "./format.ts";
import { delimited } from "./formats/delimited.ts";
import { emptyFile, namesOnly, unreadableFile } from "./unreadable-file.ts";
import { unpackedHead } from "./unpacked-head.ts";
import { utf16Mark } from "./utf16.ts";

/** A file to read. */
export interface FileToRead {
  name: string;
  blob: Blob;
  /** Milliseconds since 1970. */
  modified: number;
}

/** A file read whole. */
export interface FileReading extends CsvReading {
  name: string;
  /** Size of the file, packed as it is. */
  bytes: number;
  /** The hash of its bytes. */
  content: string;
}

/** What can be read, in the order it is tried. */
const formats: readonly Format[] = [delimited];

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone }).format(0);
  } catch {
    throw new UserError(`There is no time zone "${zone}".`, 'Write a name such as "Europe/Berlin" or "UTC".', { param: "zone" });
  }
}

/**
 * Reads a file into a table: looks at its first bytes and its name and picks the reader. Files packed with gzip are unpacked on the way.
 *
 * @throws {UserError} If the file is empty, has nothing but names, is not text or is damaged, or if the zone does not exist.
 */
export async function readFile(file: FileToRead, options: CsvOptions, progress: Progress): Promise<FileReading> {
  const { name, blob } = file;
  checkZone(options.zone);
  if (blob.size === 0) throw emptyFile(name);
  const { head, gzip } = await unpackedHead(blob, name);
  const wide = options.encoding === "utf-16" || utf16Mark(head) !== null;
  const problem = wide ? null : unreadableFile(name, head);
  if (problem !== null) throw problem;
  const source = byteSource(blob, name, gzip, progress);
  const format = formats.find((candidate) => candidate.suits(head, name))!;
  const reading = await format.read(source, head, options);
  if (reading.table.rows === 0) {
    const names = reading.columns.map((column) => column.name);
    throw names.length === 0 ? emptyFile(name) : namesOnly(name, names);
  }
  return { ...reading, name, bytes: blob.size, content: source.digest() };
}
