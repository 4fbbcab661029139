import { UserError } from "../../schema/errors.ts";
import { isGzip } from "./packing.ts";

interface Signature {
  bytes: readonly number[];
  what: (name: string) => string;
  remedy: string;
}

const known: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: () => "a ZIP archive inside another archive",
    remedy: "Unpack it once and drop what is inside.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: () => "an old Excel workbook (.xls)",
    remedy: "Save it as .xlsx or CSV in Excel and drop the new file instead.",
  },
  { bytes: [0x46, 0x45, 0x41, 0x31], what: () => "a Feather file of version 1", remedy: "Write it as Feather version 2, Parquet or CSV." },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: () => "a PDF document", remedy: "Export the table it shows as CSV and drop that file instead." },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: () => "an SQLite database", remedy: "Export the table as CSV and drop that file instead." },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: () => "a file packed with Zstandard", remedy: "Unpack it, or pack it with gzip." },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: () => "a 7-Zip archive", remedy: "Unpack it, or pack it with gzip or ZIP." },
  { bytes: [0x42, 0x5a, 0x68], what: () => "a file packed with bzip2", remedy: "Unpack it, or pack it with gzip or ZIP." },
];

const otherText: readonly { pattern: RegExp; what: string; remedy: string }[] = [
  {
    pattern: /^\s*<(?:!doctype|html|\?xml)/i,
    what: "a web page or XML, not a table",
    remedy: "Open it to see what it says (often a sign-in page was saved instead of the data), and download the CSV file again.",
  },
];

const tooShort = "Drop a file with one line of names and at least one line of values.";

/** The error for a file without anything in it. */
export function emptyFile(name: string): UserError {
  return new UserError(`"${name}" is empty.`, tooShort);
}

/** The error for a file of records with nothing in them. */
export function nothingNamed(name: string): UserError {
  return new UserError(`"${name}" has records with nothing in them.`, "Drop a file whose records have names and values.");
}

/** The error for a file with nothing but names. */
export function namesOnly(name: string, columns: readonly string[]): UserError {
  const list =
    columns
      .slice(0, 5)
      .map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name))
      .join(", ") + (columns.length > 5 ? ", …" : "");
  return new UserError(`"${name}" has a header (${list}) and no rows below it.`, tooShort);
}

/**
 * What is wrong with a file that is not text, told by its first (unpacked) bytes; null when it may be text.
 *
 * @param head The first bytes, at most some ten thousand.
 */
export function unreadableFile(name: string, head: Uint8Array): UserError | null {
  const found = known.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (found !== undefined) return new UserError(`"${name}" is ${found.what(name)}, which cannot be read here.`, found.remedy);
  if (isGzip(head)) return new UserError(`"${name}" is packed twice with gzip.`, "Unpack it once and drop that file instead.");
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const control = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (control > 0.1 * head.length) return new UserError(`"${name}" is not text: its first bytes are binary.`, "Drop a CSV file instead.");
  const text = new TextDecoder().decode(head.subarray(0, 200));
  const other = otherText.find(({ pattern }) => pattern.test(text));
  if (other !== undefined) return new UserError(`"${name}" is ${other.what}, which cannot be read here.`, other.remedy);
  if (zeros > 0) {
    return new UserError(`"${name}" has zero bytes (NUL) in its text, so it is damaged or not text.`, "Write the file again as CSV in UTF-8.");
  }
  return null;
}
