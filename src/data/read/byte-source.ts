import { UserError } from "../../schema/errors.ts";
import type { Progress } from "../progress.ts";
import { ContentHash } from "./content-hash.ts";

/** Bytes taken from a file at a time. */
const sliceSize = 4 << 20;

/** A file as it streams by: hashed, counted, and unpacked when it is gzip. */
export interface ByteSource {
  /** The bytes, once. */
  chunks: AsyncIterable<Uint8Array>;
  /** Says how far the reading is. */
  tell: () => ReturnType<Progress>;
  /** The hash of the file's own bytes; right once all chunks have been taken. */
  digest: () => string;
}

/** All bytes of a file or of a part of it. @throws {UserError} If the machine no longer gives them. */
export async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new UserError(`"${name}" can no longer be read: it was changed, moved or deleted.`, "Drop the file again.");
  }
}

/** A file's bytes in order, the next slice on its way while one is worked on. */
async function* slicesOf(blob: Blob, name: string, seen: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const slice = (from: number) => bytesOf(blob.slice(from, from + sliceSize), name);
  let coming = slice(0);
  for (let from = 0; from < blob.size; from += sliceSize) {
    const bytes = await coming;
    if (from + sliceSize < blob.size) coming = slice(from + sliceSize);
    seen(bytes);
    yield bytes;
  }
}

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The chunks of a gzip file unpacked. @throws {UserError} If the file is damaged or cut off. */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, name: string): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => {
        if (error instanceof UserError) throw error;
        throw new UserError(`"${name}" is a damaged gzip file: it breaks off or does not unpack.`, "Get the file again, or unpack it yourself.");
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Opens a file for one reading.
 *
 * @param name The file's name, for messages.
 * @param gzip Whether to unpack it.
 */
export function byteSource(blob: Blob, name: string, gzip: boolean, progress: Progress): ByteSource {
  const hash = new ContentHash();
  let read = 0;
  const slices = slicesOf(blob, name, (bytes) => {
    hash.update(bytes);
    read += bytes.length;
  });
  return {
    chunks: gzip ? gunzipped(slices, name) : slices,
    tell: () => progress(blob.size === 0 ? 1 : read / blob.size, `Reading ${name}`),
    digest: () => hash.digest(),
  };
}
