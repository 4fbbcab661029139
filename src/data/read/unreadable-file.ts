import { UserError } from "../../schema/errors.ts";
import { isGzip } from "./byte-source.ts";
import { utf16Order } from "./utf16.ts";

interface Signature {
  bytes: readonly number[];
  what: (name: string) => string;
  remedy: string;
}

const known: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: (name) => (/\.xls[xm]$/i.test(name) ? "an Excel workbook" : "a ZIP archive"),
    remedy: "Save the sheet as CSV in Excel, or unpack the archive, and drop the CSV file instead.",
  },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: () => "a Parquet file", remedy: "Write the table as CSV and drop that file instead." },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: () => "an old Excel workbook (.xls)",
    remedy: "Save the sheet as CSV in Excel and drop the CSV file instead.",
  },
  { bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], what: () => "an Arrow file", remedy: "Write the table as CSV and drop that file instead." },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: () => "a PDF document", remedy: "Export the table it shows as CSV and drop that file instead." },
];

const otherText: readonly { pattern: RegExp; what: string; remedy: string }[] = [
  { pattern: /^\s*(?:\[\s*)?\{\s*"/, what: "JSON", remedy: "Write the table as CSV and drop that file instead." },
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

/** The error for a file with nothing but names. */
export function namesOnly(name: string, columns: readonly string[]): UserError {
  const list = columns.slice(0, 5).join(", ") + (columns.length > 5 ? ", …" : "");
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
  if (utf16Order(head) !== null) {
    const fix = { label: "Read as UTF-16", params: { encoding: "utf-16" } };
    return new UserError(`"${name}" looks like UTF-16 text without the mark that says so.`, "Choose the encoding UTF-16 under Reading.", {
      param: "encoding",
      fixes: [fix],
    });
  }
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
