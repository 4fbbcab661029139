import { UserError } from "../../schema/errors.ts";
import { bytesOf } from "./bytes-of.ts";

/** What a browser's tab can hold of one file, and from where on it is worth a warning. */
const most = 6e9;
export const muchMemory = 1.5e9;
/** How much larger tables are than gzip makes them, where the file does not say. */
const gzipGrowth = 8;

/** The unpacked size of a gzip file, as its last four bytes say modulo 4 GB; its own size times eight where that cannot be. */
export async function gzipSize(blob: Blob, name: string): Promise<number> {
  const tail = await bytesOf(blob.slice(-4), name);
  const said = tail.length < 4 ? 0 : new DataView(tail.buffer).getUint32(0, true);
  return said >= blob.size / 2 && said < 1000 * blob.size ? said : gzipGrowth * blob.size;
}

/** A size in words: "340 MB", "1.2 GB". */
export function inWords(bytes: number): string {
  return bytes < 999.5e6 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * How much memory a table is likely to take while it is read, in bytes: its unpacked size times what its format takes of a byte. It is a rough guess,
 * often too high by half.
 *
 * @throws {UserError} If no browser holds so much.
 */
export function memoryNeeded(name: string, size: number, factor: number): number {
  const needed = size * factor;
  if (needed <= most) return needed;
  throw new UserError(
    `"${name}" would take about ${inWords(needed)} of memory; a browser's tab holds about ${inWords(most)}.`,
    "Split the file, or leave out rows or columns before you drop it.",
  );
}
