import { UserError } from "../../schema/errors.ts";
import type { Progress } from "../progress.ts";
import { byteSource } from "./byte-source.ts";
import { bytesOf } from "./bytes-of.ts";
import type { Format } from "./format.ts";
import { arrow } from "./formats/arrow.ts";
import { delimited } from "./formats/delimited.ts";
import { excel } from "./formats/excel.ts";
import { json } from "./formats/json.ts";
import { parquet } from "./formats/parquet.ts";
import { gzipSize, inWords, memoryNeeded } from "./memory-needed.ts";
import { gzipPacking, isGzip, type Packing } from "./packing.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Chosen, TableReading } from "./table-reading.ts";
import { emptyFile, namesOnly, nothingNamed, unreadableFile } from "./unreadable-file.ts";
import { unpackedHead } from "./unpacked-head.ts";
import { utf16Mark, utf16Order } from "./utf16.ts";
import { isZip } from "./zip/zip-directory.ts";
import { zipMember } from "./zip/zip-member.ts";

/** A file to read. */
export interface FileToRead {
  name: string;
  blob: Blob;
  /** Milliseconds since 1970. */
  modified: number;
}

/** A file read whole. */
export interface FileReading extends TableReading {
  name: string;
  /** Size of the file, packed as it is. */
  bytes: number;
  /** The memory it was thought to need, in bytes. */
  memory: number;
  /** The hash of its bytes. */
  content: string;
}

/** A file's reading with what was asked of the reader. */
export interface ReadFile extends FileReading {
  options: ReadOptions;
  /** Of the file's bytes, where it was asked for. */
  sha256?: string;
  /** Rows in the file, where those of removed customers are not in the table. */
  rows?: number;
}

/** What can be read, in the order it is tried. */
const formats: readonly Format[] = [parquet, arrow, excel, json, delimited];

/** A file with what is in it, unpacked or to be unpacked. */
interface Opened {
  /** The name of what is inside. */
  inside: string;
  packing: Packing | null;
  /** Its unpacked size. */
  size: number;
  chosen: Chosen | null;
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone }).format(0);
  } catch {
    throw new UserError(`There is no time zone "${zone}".`, 'Write a name such as "Europe/Berlin" or "UTC".', { param: "zone" });
  }
}

async function opened({ name, blob }: FileToRead, options: ReadOptions): Promise<Opened> {
  const head = await bytesOf(blob.slice(0, 1 << 16), name);
  if (isGzip(head)) {
    return { inside: name.replace(/\.gz$/i, ""), packing: gzipPacking(name, blob.size), size: await gzipSize(blob, name), chosen: null };
  }
  if (isZip(head) && !excel.suits(head, name)) {
    const member = await zipMember(blob, name, options.member);
    return { inside: member.name, packing: member.packing, size: member.size, chosen: member.chosen };
  }
  return { inside: name, packing: null, size: blob.size, chosen: null };
}

/**
 * Reads a file into a table: looks at its first bytes and its name and picks the reader. What is packed with gzip or ZIP is unpacked on the way.
 *
 * @throws {UserError} If the file is empty, has nothing but names, is no table, is damaged, too large, or holds several tables of which one must be
 *   chosen; or if the zone does not exist.
 */
export async function readFile(file: FileToRead, options: ReadOptions, progress: Progress): Promise<FileReading> {
  const { name, blob } = file;
  checkZone(options.zone);
  if (blob.size === 0) throw emptyFile(name);
  const { inside, packing, size, chosen } = await opened(file, options);
  const head = await unpackedHead(blob, name, packing);
  if (head.length === 0) throw emptyFile(name);
  const format = formats.find((candidate) => candidate.suits(head, inside))!;
  const wide = options.encoding === "utf-16" || utf16Mark(head) !== null || utf16Order(head) !== null;
  const problem = format !== delimited || wide ? null : unreadableFile(name, head);
  if (problem !== null) throw problem;
  const memory = memoryNeeded(name, size, format.memory);
  const source = byteSource(blob, name, packing, (fraction, doing) => progress(fraction, `${doing ?? ""}, about ${inWords(memory)} in memory`));
  const reading = await format.read(source, head, options);
  if (reading.table.rows === 0) {
    const names = reading.columns.map((column) => column.name);
    throw names.length === 0 ? emptyFile(name) : namesOnly(name, names);
  }
  if (reading.table.columns.length === 0) throw nothingNamed(name);
  const { first } = reading;
  if (first !== undefined) return { ...reading, name, bytes: first.bytes, memory: first.memory, content: first.content };
  return { ...reading, ...(chosen !== null && { chosen }), name, bytes: blob.size, memory, content: source.digest() };
}
