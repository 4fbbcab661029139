import { sha256 } from "./sha256.ts";

/** What a source's files were when its author pinned them. */
export interface Pin {
  /** Of the file's bytes; of several files, of their hashes in order, one a line. */
  sha256: string;
  /** Rows in the files, those of removed customers too. */
  rows: number;
}

/** The hash of several files from theirs; of one file its own. Null where one is not known. */
export function joinedSha256(hashes: readonly (string | null | undefined)[]): string | null {
  const known = hashes.filter((hash) => typeof hash === "string");
  if (known.length === 0 || known.length < hashes.length) return null;
  return known.length === 1 ? known[0]! : sha256(`${known.join("\n")}\n`);
}

/** A hash short enough to read and to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
