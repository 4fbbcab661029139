import type { Progress } from "../progress.ts";
import { bytesOf } from "./bytes-of.ts";
import { ContentHash } from "./content-hash.ts";
import type { Packing } from "./packing.ts";

/** Bytes taken from a file at a time. */
const sliceSize = 16 << 20;
/** Bytes worked on at a time. */
const pieceSize = 4 << 20;

/** A file as it streams by: hashed, counted, and unpacked when it is packed. */
export interface ByteSource {
  /** The file's name, for messages. */
  name: string;
  /** The bytes, once. */
  chunks: AsyncIterable<Uint8Array>;
  /** All bytes, for formats that are read from their end: instead of `chunks`. */
  whole: () => Promise<Blob>;
  /** Says how far the reading is. */
  tell: () => ReturnType<Progress>;
  /** Says how far the work on the whole bytes is, from 0 to 1. */
  tellWork: (fraction: number) => ReturnType<Progress>;
  /** The hash of the file's own bytes; right once all chunks have been taken. */
  digest: () => string;
}

/** A file's bytes in order, the next slice on its way while one is worked on: asking the browser takes longer than being given much. */
async function* slicesOf(blob: Blob, name: string, seen: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const slice = (from: number) => bytesOf(blob.slice(from, from + sliceSize), name);
  let coming = slice(0);
  for (let from = 0; from < blob.size; from += sliceSize) {
    const bytes = await coming;
    if (from + sliceSize < blob.size) coming = slice(from + sliceSize);
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      seen(piece);
      yield piece;
    }
  }
}

/**
 * Opens a file for one reading.
 *
 * @param name The file's name, for messages.
 * @param packing How it is packed, or null.
 */
export function byteSource(blob: Blob, name: string, packing: Packing | null, progress: Progress): ByteSource {
  const hash = new ContentHash();
  let read = 0;
  const slices = slicesOf(blob, name, (bytes) => {
    hash.update(bytes);
    read += bytes.length;
  });
  const chunks = packing === null ? slices : packing.unpacked(slices);
  const tell = (share: number) => progress(share * (blob.size === 0 ? 1 : read / blob.size), `Reading ${name}`);
  return {
    name,
    chunks,
    async whole() {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const chunk of chunks) {
        if (packing !== null) parts.push(chunk as Uint8Array<ArrayBuffer>);
        const pause = tell(0.2);
        if (pause !== undefined) await pause;
      }
      return packing === null ? blob : new Blob(parts);
    },
    tell: () => tell(1),
    tellWork: (fraction) => progress(0.2 + 0.8 * fraction, `Reading ${name}`),
    digest: () => hash.digest(),
  };
}
