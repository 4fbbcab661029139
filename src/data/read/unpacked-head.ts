import { bytesOf } from "./bytes-of.ts";
import type { Packing } from "./packing.ts";

/** Bytes looked at to tell what a file is. */
const headSize = 1 << 16;

/**
 * The first bytes of a file, unpacked.
 *
 * @throws {UserError} If it does not unpack at all.
 */
export async function unpackedHead(blob: Blob, name: string, packing: Packing | null): Promise<Uint8Array> {
  if (packing === null) return bytesOf(blob.slice(0, headSize), name);
  async function* slices() {
    for (let from = 0; from < blob.size; from += headSize) yield bytesOf(blob.slice(from, from + headSize), name);
  }
  for await (const head of packing.unpacked(slices())) if (head.length > 0) return head.subarray(0, headSize);
  return new Uint8Array(0);
}
